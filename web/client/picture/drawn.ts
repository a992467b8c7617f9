/** What the canvas draws of what is shown: groups in place of their leaves, sizes, labels, the tint of a date. */
import type { RelationBrief } from '../../api.ts';
import { dateOf, type GlyphName, glyphOf, glyphOfKind, labelOf } from '../kinds.ts';
import type { Spot } from '../view.ts';
import type { LeafGroup } from './groups.ts';
import type { ShownNode } from './scene.ts';

export interface DrawnNode extends Spot {
  readonly glyph: GlyphName;
  /** Diameter in pixels at zoom 1. */
  readonly size: number;
  readonly label: string;
  readonly pinned: boolean;
  /** How many leaves a group stands for; 0 for a node. */
  readonly count: number;
}

export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** `origin`, `practised`, `planned` of a program in a place, else empty. */
  readonly stage: string;
}

export interface Drawn {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly faded: ReadonlySet<string>;
}

/** Diameter by number of relations: from 26, and 10 more at the most. */
const SIZE = { least: 26, most: 36, step: 1.6 };
const STAGES: readonly unknown[] = ['origin', 'practised', 'planned'];

/** The nodes of a picture: a group stands where its first leaf stood. `nameOf` is what it is called. */
export function drawnNodes(
  nodes: readonly ShownNode[],
  groups: readonly LeafGroup[],
  nameOf: (group: LeafGroup) => string,
): readonly DrawnNode[] {
  const grouped = membersOf(groups);
  const placeOf = new Map(groups.length > 0 ? nodes.map((node) => [node.id, node] as const) : []);
  return [
    ...nodes.filter(({ id }) => !grouped.has(id)).map(drawnNode),
    ...groups.map((group) => drawnGroup(group, placeOf, nameOf)),
  ];
}

/** The edges of a picture: one of a group stands for all of its leaves. `nameOf` is what a relation is called. */
export function drawnEdges(
  relations: readonly RelationBrief[],
  groups: readonly LeafGroup[],
  nameOf: (relation: RelationBrief) => string,
): readonly DrawnEdge[] {
  const grouped = membersOf(groups);
  return [
    ...relations
      .filter(({ from, to }) => !grouped.has(from) && !grouped.has(to))
      .map((relation) => drawnEdge(relation, nameOf)),
    ...groups.map(groupEdge),
  ];
}

/** The ids that are drawn pale: a group where all of its leaves are. */
export function drawnPale(faded: ReadonlySet<string>, groups: readonly LeafGroup[]): ReadonlySet<string> {
  if (groups.length === 0) return faded;
  const grouped = membersOf(groups);
  const pale = groups.filter(({ members }) => members.every((id) => faded.has(id)));
  return new Set([...[...faded].filter((id) => !grouped.has(id)), ...pale.map(({ id }) => id)]);
}

function membersOf(groups: readonly LeafGroup[]): ReadonlySet<string> {
  return new Set(groups.flatMap(({ members }) => members));
}

function drawnNode({ id, x, y, pinned = false, node }: ShownNode): DrawnNode {
  const date = node.kind === 'Event' || node.kind === 'Article' ? dateOf(node) : '';
  const label = [labelOf(node.name), date].filter(Boolean).join('\n');
  return { id, x, y, glyph: glyphOf(node), size: sizeOf(node.degree), label, pinned, count: 0 };
}

function drawnGroup(
  group: LeafGroup,
  placeOf: ReadonlyMap<string, ShownNode>,
  nameOf: (group: LeafGroup) => string,
): DrawnNode {
  const members = group.members.flatMap((id) => placeOf.get(id) ?? []);
  const { x, y } = members[0] as ShownNode;
  const [glyph = glyphOfKind(group.kind), ...others] = new Set(members.map(({ node }) => glyphOf(node)));
  return {
    id: group.id,
    x,
    y,
    glyph: others.length === 0 ? glyph : glyphOfKind(group.kind),
    size: SIZE.most,
    label: labelOf(nameOf(group)),
    pinned: false,
    count: members.length,
  };
}

function drawnEdge(relation: RelationBrief, nameOf: (relation: RelationBrief) => string): DrawnEdge {
  const { key, from, to, properties } = relation;
  const stage = STAGES.includes(properties.stage) ? String(properties.stage) : '';
  return { id: key, from, to, label: nameOf(relation), stage };
}

function groupEdge({ id, anchor, direction, members }: LeafGroup): DrawnEdge {
  const [from, to] = direction === 'out' ? [anchor, id] : [id, anchor];
  return { id: `${id}|edge`, from, to, label: String(members.length), stage: '' };
}

function sizeOf(degree: number): number {
  return Math.round(Math.min(SIZE.most, SIZE.least + SIZE.step * Math.sqrt(degree)));
}
