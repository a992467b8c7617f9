/** What the page knows: the view, where it is, what was loaded, and the steps back. Only `actions.ts` changes the view. */
import { batch, computed, signal } from '@preact/signals';
import type { Branch, NodeBrief, Overview, RelationBrief } from '../api.ts';
import type { Failure } from './http.ts';
import { type LeafGroup, leafGroups } from './picture/groups.ts';
import { fadedIds, relationsAmong, type Scene, shownNodes } from './picture/scene.ts';
import { tintScale } from './picture/tint.ts';
import { type Route, readAddress, writeAddress } from './route.ts';
import { type Deed, pictureOf, type Step, stepsTo } from './steps.ts';
import { type Clock, NOT_PRINTED, type Printed, timelineOf } from './time/moments.ts';
import { outsideOf, spanOf } from './time/window.ts';
import { EMPTY_VIEW, samePicture, selectionOf, type TimeWindow, type View } from './view.ts';
import { behindLink } from './views/links.ts';

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

/** Steps that can be taken back, and those taken back that can be done again. The next one last. */
export const past = signal<readonly Step[]>([]);
export const future = signal<readonly Step[]>([]);

/** Said in the strip over the canvas, and to screen readers. */
export interface Notice {
  readonly text: string;
  /** Whether it can be taken back. */
  readonly undoable: boolean;
  /** What may be done next. */
  readonly next?: { readonly label: string; readonly run: () => void };
}
export const notice = signal<Notice | null>(null);

/** A failure that concerns the whole page, and how to try again. */
export const failure = signal<{ readonly failure: Failure; readonly retry: () => void } | null>(null);

/** The node whose expand menu is open. */
export const expanding = signal<string | null>(null);
/** The node that a second one is wanted for: the next one picked is selected beside it. */
export const pairing = signal<string | null>(null);
/** What the last expansion of a node left out, so that it can go on where it stopped. */
export interface Expansion {
  readonly take: readonly Branch[];
  readonly order: 'date' | 'degree';
}
export const expansions = signal<ReadonlyMap<string, Expansion>>(new Map());
/** Nodes that a reader took off, and the node whose expansion had brought each: going on with that one leaves them off. */
export const dismissed = signal<ReadonlyMap<string, string>>(new Map());
/** Ids of nodes that pages brought which a reader has just added. */
export const newcomers = signal<ReadonlySet<string>>(new Set());
/** Asks the canvas to bring nodes into sight. */
export const inSight = signal<readonly string[]>([]);
export const keysOpen = signal(false);
/** Whether the rail lies over the canvas, where there is no room for it beside. */
export const railOpen = signal(false);

// Parts of the view by themselves: what follows from one of them is not worked out again when another changes.
const placed = computed(() => view.value.nodes);
const hidden = computed(() => view.value.hidden);
const focus = computed(() => view.value.focus);
const opened = computed(() => view.value.opened);

/** What the legend leaves of the view: the nodes that exist and are not hidden, and the relations among them. The time bar counts it. */
export const drawable = computed(() => {
  const shown = shownNodes(placed.value, nodes.value, hidden.value);
  return { nodes: shown, relations: relationsAmong(idsOf(shown), relations.value.values(), hidden.value) };
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

/** What the legend leaves, and where a window hides what is outside, what lies in it. */
const within = computed(() => {
  const all = drawable.value;
  if (!isCut.value) return all;
  const out = outside.value;
  return {
    nodes: all.nodes.filter(({ id }) => !out.has(id)),
    relations: all.relations.filter(({ key }) => !out.has(key)),
  };
});

const faded = computed(() =>
  fadedIds(within.value.nodes, within.value.relations, focus.value, isCut.value ? NOTHING : outside.value),
);
/** Nodes that a reader is at: they are drawn by themselves. As a text, so that the same ones are no change. */
const apart = computed(() =>
  [...selectionOf(view.value), view.value.focus?.id, expanding.value].filter((id) => id !== undefined).join('\n'),
);
let lastGroups: readonly LeafGroup[] = [];
/** The same array while the groups are the same, so that a click draws nothing again. */
const groups = computed(() => {
  const found = leafGroups(within.value.nodes, within.value.relations, new Set(apart.value.split('\n')), opened.value);
  if (JSON.stringify(found) !== JSON.stringify(lastGroups)) lastGroups = found;
  return lastGroups;
});

/** What is shown: nodes and relations, which of them are pale, and which nodes are drawn as one. */
export const scene = computed<Scene>(() => ({ ...within.value, faded: faded.value, groups: groups.value }));

/** The groups that another view would have, with what is loaded. */
export function groupsIn(next: View): readonly LeafGroup[] {
  const shown = shownNodes(next.nodes, nodes.peek(), next.hidden);
  const among = relationsAmong(idsOf(shown), relations.peek().values(), next.hidden);
  return leafGroups(shown, among, new Set(selectionOf(next)), next.opened);
}

/** The tints by date, where a reader asked for them. */
export const tints = computed(() => (view.value.tinted ? tintScale(within.value.nodes, within.value.relations) : null));

/** The ids of the view, whether the legend hides them or not. */
export const shownIds = computed(() => new Set(view.value.nodes.map(({ id }) => id)));

/** Remember what the server said. Both at once: each change of either is drawn. */
export function learn(found: {
  readonly nodes: readonly NodeBrief[];
  readonly relations: readonly RelationBrief[];
}): void {
  batch(() => {
    nodes.value = new Map([...nodes.value, ...found.nodes.map((node) => [node.id, node] as const)]);
    relations.value = new Map([
      ...relations.value,
      ...found.relations.map((relation) => [relation.key, relation] as const),
    ]);
  });
}

/** Show another view. `name` is what undo calls the step; a change of selection alone is no step. */
export function commit(next: View, name: string, deed?: Deed): void {
  if (!samePicture(view.value, next)) {
    past.value = [...past.value, { name, view: view.value, ...(deed && { deed }) }].slice(-MAX_STEPS);
    future.value = [];
  }
  show(next);
}

/** A step that leaves the view as it is. */
export function noteDeed(name: string, deed: Deed): void {
  past.value = [...past.value, { name, view: view.value, deed }].slice(-MAX_STEPS);
  future.value = [];
}

/** Take so many steps back. The name of the furthest, or null when there are none. */
export function stepBack(count = 1): string | null {
  const steps = takeBack(count);
  return steps.length > 0 ? showStep(steps) : null;
}

/** Take so many steps again that were taken back. The name of the furthest, or null when there are none. */
export function stepForward(count = 1): string | null {
  const steps = takeAgain(count);
  return steps.length > 0 ? showStep(steps) : null;
}

/** Up to so many steps, the next one first; the view stays. */
function takeBack(count: number): readonly Step[] {
  const steps = past.value.slice(-count).reverse();
  past.value = past.value.slice(0, past.value.length - steps.length);
  future.value = [...future.value, ...turned(steps)];
  for (const { deed } of steps) void deed?.back();
  return steps;
}

function takeAgain(count: number): readonly Step[] {
  const steps = future.value.slice(-count).reverse();
  future.value = future.value.slice(0, future.value.length - steps.length);
  past.value = [...past.value, ...turned(steps)];
  for (const { deed } of steps) void deed?.again();
  return steps;
}

/** A step has its name and the view on its other side: each of a row gets the view that the one before led to. */
function turned(steps: readonly Step[]): readonly Step[] {
  return steps.map((step, index) => ({ ...step, view: index === 0 ? view.value : (steps[index - 1] as Step).view }));
}

function showStep(steps: readonly Step[]): string {
  const last = steps.at(-1) as Step;
  show(last.view);
  return last.name;
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

/** Follow the browser's back and forward. `name` is what undo calls it where none of the steps leads there. */
export function followAddress(name: string): void {
  resume(readAddress(behindLink(location)), name);
}

/** Show what an address stands for without making a step for the back button; `address` is what then stands in the bar. */
export function resume(next: Route, name: string, address?: string): void {
  if (next.page !== 'explore') route.value = next;
  else batch(() => arrive(next.view, name));
  if (address !== undefined) history.replaceState(null, '', address);
}

/** Undo and redo follow to where the steps are that lead to the picture; another picture is a step itself, so that none is lost. */
function arrive(wanted: View, name: string): void {
  const from = view.value;
  const { selected, also } = wanted;
  const back = stepsTo(past.value, from, wanted);
  const again = back === null ? stepsTo(future.value, from, wanted) : null;
  if (pictureOf(from) === pictureOf(wanted)) view.value = { ...from, selected, also };
  else if (back !== null || again !== null) {
    const steps = back === null ? takeAgain(again ?? 0) : takeBack(back);
    view.value = { ...(steps.at(-1)?.view ?? wanted), selected, also };
  } else {
    if (from.nodes.length > 0 || past.value.length > 0) {
      past.value = [...past.value, { name, view: from }].slice(-MAX_STEPS);
      future.value = [];
    }
    view.value = wanted;
  }
  route.value = { page: 'explore', view: view.value };
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

function idsOf(shown: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(shown.map(({ id }) => id));
}
