/** What the page knows: the view, where it is, what was loaded, and the steps back. Only `actions.ts` changes the view. */
import { computed, signal } from '@preact/signals';
import type { NodeBrief, Overview, RelationBrief } from '../api.ts';
import type { Failure } from './http.ts';
import { glyphOf } from './kinds.ts';
import { type Route, readAddress, writeAddress } from './route.ts';
import { type Clock, NOT_PRINTED, type Printed, timelineOf } from './time/moments.ts';
import { outsideOf, spanOf } from './time/window.ts';
import { EMPTY_VIEW, type Placed, samePicture, type TimeWindow, type View } from './view.ts';

/** Steps that can be taken back. */
const MAX_STEPS = 50;

const first = readAddress(location);

export const route = signal<Route>(first);
/** Kept while a reader looks at an article or a query. */
export const view = signal<View>(first.page === 'explore' ? first.view : EMPTY_VIEW);

/** Everything loaded so far, whether it is shown or not. */
export const nodes = signal<ReadonlyMap<string, NodeBrief>>(new Map());
export const relations = signal<ReadonlyMap<string, RelationBrief>>(new Map());
export const overview = signal<Overview | null>(null);

interface Step {
  readonly name: string;
  readonly view: View;
}
export const past = signal<readonly Step[]>([]);
export const future = signal<readonly Step[]>([]);

/** Said in the strip over the canvas, and to screen readers. */
export interface Notice {
  readonly text: string;
  /** Whether it can be taken back. */
  readonly undoable: boolean;
}
export const notice = signal<Notice | null>(null);

/** A failure that concerns the whole page, and how to try again. */
export const failure = signal<{ readonly failure: Failure; readonly retry: () => void } | null>(null);

/** The node whose expand menu is open. */
export const expanding = signal<string | null>(null);
/** Asks the canvas to bring nodes into sight. */
export const inSight = signal<readonly string[]>([]);
export const keysOpen = signal(false);

export interface ShownNode extends Placed {
  readonly node: NodeBrief;
}

/** Parts of the view by themselves: what follows from one of them is not worked out again when another changes. */
const placed = computed(() => view.value.nodes);
const hiddenRows = computed(() => view.value.hidden);

/** What the legend leaves of the view: the nodes that exist and are not hidden, and the relations among them. The time bar counts it. */
export const drawable = computed(() => {
  const hidden = new Set(hiddenRows.value);
  const shown = placed.value.flatMap((at): ShownNode[] => {
    const node = nodes.value.get(at.id);
    return node && !hidden.has(glyphOf(node)) ? [{ ...at, node }] : [];
  });
  const ids = new Set(shown.map(({ id }) => id));
  const drawn = [...relations.value.values()].filter(
    ({ type, from, to }) => ids.has(from) && ids.has(to) && !hidden.has(type),
  );
  return { nodes: shown, relations: drawn };
});

/** A window that is being dragged or played; the view gets it when it comes to rest. */
export const draftWindow = signal<TimeWindow | null>(null);
export const timeWindow = computed(() => draftWindow.value ?? view.value.window);
/** The clock that the time bar shows while there is no window. */
export const restingClock = signal<Clock>('happened');
export const clock = computed(() => timeWindow.value?.clock ?? restingClock.value);
/** The articles behind what is shown, as far as the server was asked. */
export const printed = signal<Printed>(NOT_PRINTED);
export const timeline = computed(() => timelineOf(drawable.value, clock.value, printed.value));

const NOTHING: ReadonlySet<string> = new Set();
/** Ids of nodes and keys of relations that lie outside the time window. */
export const outside = computed(() =>
  timeWindow.value ? outsideOf(timeline.value, drawable.value.relations, spanOf(timeWindow.value)) : NOTHING,
);
const isCut = computed(() => timeWindow.value?.outside === 'hide');

/** What is shown: what the legend leaves, and where a window hides what is outside, what lies in it. */
export const scene = computed(() => {
  const all = drawable.value;
  if (!isCut.value) return all;
  const out = outside.value;
  return {
    nodes: all.nodes.filter(({ id }) => !out.has(id)),
    relations: all.relations.filter(({ key }) => !out.has(key)),
  };
});

/** The ids of the view, whether the legend hides them or not. */
export const shownIds = computed(() => new Set(view.value.nodes.map(({ id }) => id)));

/** Remember what the server said. */
export function learn(found: {
  readonly nodes: readonly NodeBrief[];
  readonly relations: readonly RelationBrief[];
}): void {
  nodes.value = new Map([...nodes.value, ...found.nodes.map((node) => [node.id, node] as const)]);
  relations.value = new Map([
    ...relations.value,
    ...found.relations.map((relation) => [relation.key, relation] as const),
  ]);
}

/** Show another view. `name` is what undo calls the step; a change of selection alone is no step. */
export function commit(next: View, name: string): void {
  if (!samePicture(view.value, next)) {
    past.value = [...past.value, { name, view: view.value }].slice(-MAX_STEPS);
    future.value = [];
  }
  show(next);
}

/** Take the last step back. Its name, or null when there is none. */
export function stepBack(): string | null {
  const step = past.value.at(-1);
  if (!step) return null;
  past.value = past.value.slice(0, -1);
  future.value = [...future.value, { name: step.name, view: view.value }];
  show(step.view);
  return step.name;
}

/** Take a step again that was taken back. Its name, or null when there is none. */
export function stepForward(): string | null {
  const step = future.value.at(-1);
  if (!step) return null;
  future.value = future.value.slice(0, -1);
  past.value = [...past.value, { name: step.name, view: view.value }];
  show(step.view);
  return step.name;
}

/** Go to a page. */
export function navigate(next: Route): void {
  route.value = next;
  if (next.page === 'explore') view.value = next.view;
  write(next);
}

/** Change the address without a step for the back button: a fact picked within one article, a field filled in. */
export function adjust(next: Route): void {
  route.value = next;
  history.replaceState(null, '', writeAddress(next));
}

/** Go back to the canvas as it was left. */
export function toCanvas(): void {
  if (route.value.page !== 'explore') navigate({ page: 'explore', view: view.value });
}

/** Follow the browser's back and forward. */
export function followAddress(): void {
  const next = readAddress(location);
  route.value = next;
  if (next.page === 'explore') view.value = next.view;
}

function show(next: View): void {
  view.value = next;
  if (route.value.page === 'explore') {
    route.value = { page: 'explore', view: next };
    write(route.value);
  }
}

function write(next: Route): void {
  const address = writeAddress(next);
  if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address);
}
