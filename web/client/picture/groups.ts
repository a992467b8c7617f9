/** Leaves that say the same of one node are drawn as one counted node: a place of five hundred events stays readable. */
import type { NodeKind, RelationType } from '../../../graph/model.ts';
import type { Direction, RelationBrief } from '../../api.ts';
import { ALL_OPENED } from '../view.ts';
import type { ShownNode } from './scene.ts';

/** Nodes of one kind that hang on one node by one relation of one type, and on nothing else that is drawn. */
export interface LeafGroup {
  /** `group:place/浙江省|HELD_IN|in|Event`: the same for the same leaves, so that a reader's choice can be kept. */
  readonly id: string;
  readonly anchor: string;
  readonly relation: RelationType;
  /** As seen from the anchor. */
  readonly direction: Direction;
  readonly kind: NodeKind;
  /** Ids of the leaves, in the order of the view. Pinned and selected ones stand by themselves. */
  readonly members: readonly string[];
}

/** So many equal leaves become a group. */
export const GROUP_FROM = 6;

const PREFIX = 'group:';
export const isGroupId = (id: string): boolean => id.startsWith(PREFIX);

/**
 * The groups of a picture, largest first.
 * @param apart ids of nodes that are never grouped: the selected ones, the one in focus, the one whose menu is open
 * @param opened ids of groups that a reader has opened, or `ALL_OPENED`
 */
export function leafGroups(
  nodes: readonly ShownNode[],
  relations: readonly RelationBrief[],
  apart: ReadonlySet<string>,
  opened: readonly string[],
): readonly LeafGroup[] {
  if (opened.includes(ALL_OPENED)) return [];
  const only = new Map<string, RelationBrief | null>();
  for (const relation of relations) {
    for (const id of [relation.from, relation.to]) only.set(id, only.has(id) ? null : relation);
  }
  const leaves = new Map<string, { readonly group: Omit<LeafGroup, 'members'>; readonly nodes: ShownNode[] }>();
  for (const shown of nodes) {
    const relation = only.get(shown.id);
    if (!relation || relation.from === relation.to) continue;
    const group = groupOf(shown, relation);
    const known = leaves.get(group.id);
    if (known) known.nodes.push(shown);
    else leaves.set(group.id, { group, nodes: [shown] });
  }
  return [...leaves.values()]
    .filter(({ group, nodes: of }) => of.length >= GROUP_FROM && !opened.includes(group.id))
    .map(({ group, nodes: of }) => ({
      ...group,
      members: of.filter(({ id, pinned }) => !pinned && !apart.has(id)).map(({ id }) => id),
    }))
    .filter(({ members }) => members.length > 1)
    .sort((one, other) => other.members.length - one.members.length || (one.id < other.id ? -1 : 1));
}

function groupOf({ id, node }: ShownNode, { type, from, to }: RelationBrief): Omit<LeafGroup, 'members'> {
  const anchor = from === id ? to : from;
  const direction: Direction = from === id ? 'in' : 'out';
  return {
    id: `${PREFIX}${anchor}|${type}|${direction}|${node.kind}`,
    anchor,
    relation: type,
    direction,
    kind: node.kind,
  };
}

/** The groups without the leaves whose relation to the anchor is among `hidden` keys; of fewer than two leaves is no group. */
export function groupsWithout(
  groups: readonly LeafGroup[],
  relations: readonly RelationBrief[],
  hidden: ReadonlySet<string>,
): readonly LeafGroup[] {
  const apart = new Set(relations.filter(({ key }) => hidden.has(key)).flatMap(({ from, to }) => [from, to]));
  return groups
    .map((group) => ({ ...group, members: group.members.filter((id) => !apart.has(id)) }))
    .filter(({ members }) => members.length > 1);
}
