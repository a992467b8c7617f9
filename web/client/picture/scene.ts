/** From the view to what is shown: which nodes and relations there are, and which of them are drawn pale. */
import type { NodeBrief, RelationBrief } from '../../api.ts';
import { glyphOf } from '../kinds.ts';
import type { Focus, Placed } from '../view.ts';
import type { LeafGroup } from './groups.ts';

export interface ShownNode extends Placed {
  readonly node: NodeBrief;
}

/** What the page shows. Lists, tables and exports read it; the canvas draws it. */
export interface Scene {
  /** Every node that is shown, whether it is drawn by itself or in a group. */
  readonly nodes: readonly ShownNode[];
  readonly relations: readonly RelationBrief[];
  /** Ids of the nodes (and keys of relations) that are drawn pale: outside the time window, or beyond the focus. */
  readonly faded: ReadonlySet<string>;
  readonly groups: readonly LeafGroup[];
}

/** The nodes of the view that exist and that the legend does not hide. */
export function shownNodes(
  placed: readonly Placed[],
  known: ReadonlyMap<string, NodeBrief>,
  hidden: readonly string[],
): readonly ShownNode[] {
  const rows = new Set(hidden);
  return placed.flatMap((place) => {
    const node = known.get(place.id);
    return node && !rows.has(glyphOf(node)) ? [{ ...place, node }] : [];
  });
}

/** The relations among shown nodes that the legend does not hide. */
export function relationsAmong(
  ids: ReadonlySet<string>,
  known: Iterable<RelationBrief>,
  hidden: readonly string[],
): readonly RelationBrief[] {
  const rows = new Set(hidden);
  const among: RelationBrief[] = [];
  for (const relation of known) {
    if (ids.has(relation.from) && ids.has(relation.to) && !rows.has(relation.type)) among.push(relation);
  }
  return among;
}

/** Who is joined to whom, whichever way the relation points. */
export function neighboursOf(relations: readonly RelationBrief[]): ReadonlyMap<string, ReadonlySet<string>> {
  const near = new Map<string, Set<string>>();
  const join = (one: string, other: string) => {
    const known = near.get(one);
    if (known) known.add(other);
    else near.set(one, new Set([other]));
  };
  for (const { from, to } of relations) {
    join(from, to);
    join(to, from);
  }
  return near;
}

/** The ids within `depth` relations of the focus, itself included. */
export function withinFocus({ id, depth }: Focus, relations: readonly RelationBrief[]): ReadonlySet<string> {
  const near = neighboursOf(relations);
  const reached = new Set([id]);
  let edge: readonly string[] = [id];
  for (let step = 0; step < depth; step++) {
    edge = edge
      .flatMap((one) => [...(near.get(one) ?? [])])
      .filter((other) => !reached.has(other) && reached.add(other));
  }
  return reached;
}

/** The ids that are drawn pale: what is outside the window, and beyond the focus. A focus on a node that is not shown fades nothing. */
export function fadedIds(
  nodes: readonly ShownNode[],
  relations: readonly RelationBrief[],
  focus: Focus | null,
  outside: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!focus || !nodes.some(({ id }) => id === focus.id)) return outside;
  const within = withinFocus(focus, relations);
  return new Set([...outside, ...nodes.map(({ id }) => id).filter((id) => !within.has(id))]);
}
