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
  /** The node whose expansion brought it: collapsing that one takes it back. */
  readonly from?: string;
}

/** Where a node is to stand; whether it is pinned and what brought it stays as it is. */
export type Spot = Pick<Placed, 'id' | 'x' | 'y'>;

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
  /** The id of a node or of a group of leaves, or the key of a relation. */
  readonly selected: string | null;
  /** Ids of further selected nodes, in the order they were picked; empty unless `selected` is a node. */
  readonly also: readonly string[];
  readonly window: TimeWindow | null;
  readonly focus: Focus | null;
  /** Groups of leaves that are drawn one by one (`picture/groups.ts`); `ALL_OPENED` alone stands for every group. */
  readonly opened: readonly string[];
  /** Whether dated nodes are tinted from old to new. */
  readonly tinted: boolean;
}

/** Mentions state nothing and join an article to everything: they are drawn when a reader asks for them. */
export const HIDDEN_AT_FIRST: readonly string[] = ['MENTIONS'];

/** In `View.opened`: no leaves are grouped. */
export const ALL_OPENED = '*';

export const EMPTY_VIEW: View = {
  nodes: [],
  hidden: HIDDEN_AT_FIRST,
  selected: null,
  also: [],
  window: null,
  focus: null,
  opened: [],
  tinted: false,
};

/** The ids of all selected nodes (or the one selected group or relation), the first picked first. */
export function selectionOf({ selected, also }: Pick<View, 'selected' | 'also'>): readonly string[] {
  return selected === null ? [] : [selected, ...also];
}

/** The view with exactly these selected. */
export function withSelection(view: View, ids: readonly string[]): View {
  const [selected = null, ...also] = new Set(ids);
  return { ...view, selected, also };
}

export function withNodes(view: View, added: readonly Placed[]): View {
  const known = new Set(view.nodes.map(({ id }) => id));
  return { ...view, nodes: [...view.nodes, ...added.filter(({ id }) => !known.has(id))] };
}

/** Takes nodes off the canvas. The selection and the focus go too where they were on one of them. */
export function withoutNodes(view: View, ids: readonly string[]): View {
  const gone = new Set(ids);
  const left = withSelection(
    view,
    selectionOf(view).filter((id) => !gone.has(id)),
  );
  const focus = view.focus && gone.has(view.focus.id) ? null : view.focus;
  return { ...left, nodes: view.nodes.filter(({ id }) => !gone.has(id)), focus };
}

/** Moves nodes; those that are not shown are left out. */
export function withPlaces(view: View, moved: readonly Spot[]): View {
  const places = new Map(moved.map((node) => [node.id, node]));
  const nodes = view.nodes.map((node) => {
    const place = places.get(node.id);
    return place ? { ...node, x: place.x, y: place.y } : node;
  });
  return { ...view, nodes };
}

/** Holds nodes where they are, or lets them go. */
export function withPinned(view: View, ids: readonly string[], pinned: boolean): View {
  const chosen = new Set(ids);
  const nodes = view.nodes.map((node) => {
    if (!chosen.has(node.id) || (node.pinned ?? false) === pinned) return node;
    const { pinned: _was, ...rest } = node;
    return pinned ? { ...rest, pinned } : rest;
  });
  return { ...view, nodes };
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
    one.opened === other.opened &&
    one.tinted === other.tinted
  );
}
