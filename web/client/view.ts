/**
 * What a reader has made of the graph: which nodes are shown and where, what the legend hides, what is selected.
 * It is plain data: undo and the address bar keep this and nothing else.
 */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Held in place: no layout moves it. */
  readonly pinned?: boolean;
}

/** A stretch of time, first and last day included, and what becomes of what lies outside. */
export interface TimeWindow {
  /** `2019-01-01` */
  readonly from: string;
  readonly to: string;
  /** Which of the two dates counts: when it happened, or when it was printed. They are never mixed. */
  readonly clock: 'happened' | 'printed';
  readonly outside: 'fade' | 'hide';
}

/** Only what is within `depth` relations of a node is drawn in full. */
export interface Focus {
  readonly id: string;
  readonly depth: 1 | 2 | 3;
}

export interface View {
  readonly nodes: readonly Placed[];
  /** Legend rows switched off: glyph names (`official`, `place`) and relation types (`MENTIONS`). */
  readonly hidden: readonly string[];
  /** The id of a node or the key of a relation. */
  readonly selected: string | null;
  readonly window: TimeWindow | null;
  readonly focus: Focus | null;
  /** Nodes whose group of leaves a reader has opened. */
  readonly opened: readonly string[];
}

/** Mentions state nothing and join an article to everything: they are drawn when a reader asks for them. */
export const HIDDEN_AT_FIRST: readonly string[] = ['MENTIONS'];

export const EMPTY_VIEW: View = {
  nodes: [],
  hidden: HIDDEN_AT_FIRST,
  selected: null,
  window: null,
  focus: null,
  opened: [],
};

export function withNodes(view: View, added: readonly Placed[]): View {
  const known = new Set(view.nodes.map(({ id }) => id));
  return { ...view, nodes: [...view.nodes, ...added.filter(({ id }) => !known.has(id))] };
}

/** Takes nodes off the canvas. The selection goes too if it was one of them. */
export function withoutNodes(view: View, ids: readonly string[]): View {
  const gone = new Set(ids);
  const selected = view.selected !== null && gone.has(view.selected) ? null : view.selected;
  return { ...view, nodes: view.nodes.filter(({ id }) => !gone.has(id)), selected };
}

/** Moves nodes; those that are not shown are left out. */
export function withPlaces(view: View, moved: readonly Placed[]): View {
  const places = new Map(moved.map((node) => [node.id, node]));
  return { ...view, nodes: view.nodes.map((node) => places.get(node.id) ?? node) };
}

export function withHidden(view: View, name: string, hidden: boolean): View {
  const others = view.hidden.filter((other) => other !== name);
  return { ...view, hidden: hidden ? [...others, name].sort() : others };
}

/** Whether two views draw the same picture; the selection is not part of it. */
export function samePicture(one: View, other: View): boolean {
  return (
    one.nodes === other.nodes &&
    one.hidden === other.hidden &&
    one.window === other.window &&
    one.focus === other.focus &&
    one.opened === other.opened
  );
}
