/** Where the nodes of a person's small picture stand: the events around it, and around each what it has to do with. */
import type { EventRow, NamedNode } from '../../api/entity.ts';

/** The field that the picture fills; its unit is a pixel at full width. */
export const FIELD = { width: 440, height: 460 } as const;
/** Events in the picture, and things beside one of them: more would cover each other's names. */
const EVENTS = 5;
const BESIDE = 3;
const BESIDE_FEW = 4;
const FEW_EVENTS = 3;
/** Radii of the two rings, as shares of half the field. */
const [INNER, OUTER] = [0.46, 0.94];
/** Room that names need left and right, and below. */
const MARGIN = { x: 40, y: 14 } as const;

export interface EgoNode {
  readonly node: NamedNode & { readonly date: string | null };
  readonly x: number;
  readonly y: number;
  readonly ring: 0 | 1 | 2;
}

export interface EgoEdge {
  readonly from: string;
  readonly to: string;
  /** Roles in the event, for the edges from the middle. */
  readonly roles: readonly EventRow['parts'][number]['role'][];
}

export interface Ego {
  readonly nodes: readonly EgoNode[];
  readonly edges: readonly EgoEdge[];
}

/** `depth` 1 leaves what stands beside the events out. */
export function egoOf(centre: NamedNode, rows: readonly EventRow[], depth: 1 | 2): Ego {
  const events = rows.slice(0, EVENTS);
  const room = events.length <= FEW_EVENTS ? BESIDE_FEW : BESIDE;
  const nodes: EgoNode[] = [{ node: { ...centre, date: null }, ...onRing(0, 0), ring: 0 }];
  const edges: EgoEdge[] = [];
  const sector = (2 * Math.PI) / Math.max(1, events.length);
  for (const [index, { node, parts, places, programs, people }] of events.entries()) {
    const angle = -Math.PI / 2 + sector * index;
    const { id, kind, labels, name, date } = node;
    nodes.push({ node: { id, kind, labels, name, date }, ...onRing(INNER, angle), ring: 1 });
    edges.push({ from: centre.id, to: id, roles: parts.map(({ role }) => role) });
    if (depth === 1) continue;
    const beside = [...new Map(alternately(places, programs, people).map((one) => [one.id, one])).values()];
    const known = new Set(nodes.map((one) => one.node.id));
    const fresh = beside.filter((one) => !known.has(one.id)).slice(0, room);
    for (const [place, one] of fresh.entries()) {
      const turn = ((place + 0.5) / fresh.length - 0.5) * sector;
      nodes.push({ node: { ...one, date: null }, ...onRing(OUTER, angle + turn), ring: 2 });
    }
    const drawn = new Set(nodes.map((one) => one.node.id));
    for (const one of beside) if (drawn.has(one.id)) edges.push({ from: id, to: one.id, roles: [] });
  }
  return { nodes, edges };
}

function onRing(radius: number, angle: number): { readonly x: number; readonly y: number } {
  const [halfWidth, halfHeight] = [FIELD.width / 2, FIELD.height / 2];
  return {
    x: Math.round(halfWidth + radius * (halfWidth - MARGIN.x) * Math.cos(angle)),
    y: Math.round(halfHeight + radius * (halfHeight - MARGIN.y) * Math.sin(angle)),
  };
}

/** One of each list in turn, so that no kind crowds out the others. */
function alternately(...lists: readonly (readonly NamedNode[])[]): readonly NamedNode[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
