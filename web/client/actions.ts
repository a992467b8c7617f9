/** Everything a reader can do to the view. Loads what is missing, places what is new, says what was done. */
import type { Branch } from '../api.ts';
import { Failure, getNeighbours, getOverview, getSubgraph } from './http.ts';
import type { LayoutTask } from './layout.ts';
import { placeApart, placeAround } from './place.ts';
import { writeAddress } from './route.ts';
import * as state from './state.ts';
import { EMPTY_VIEW, type Placed, withHidden, withNodes, withoutNodes, withPlaces } from './view.ts';
import { words } from './words.ts';

/** Run something that may fail; a failure is shown over the page with a way to try again. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    state.failure.value = null;
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('internal', String(error));
    state.failure.value = { failure, retry: () => void attempt(work) };
  }
}

export function say(text: string, undoable = false): void {
  state.notice.value = { text, undoable };
}

/** Load what the address shows and the page does not know yet. Ids that nothing has any more are left out, and said. */
export async function loadView(): Promise<void> {
  const ids = state.view.value.nodes.map(({ id }) => id);
  if (ids.every((id) => state.nodes.value.has(id))) return;
  await attempt(async () => {
    state.learn(await getSubgraph(ids));
    const missing = ids.filter((id) => !state.nodes.value.has(id)).length;
    if (missing > 0) say(words().missing(missing));
  });
}

export const loadOverview = (): Promise<void> =>
  attempt(async () => {
    state.overview.value = await getOverview();
  });

/** Show a node and its details, whatever page the reader is on. */
export async function openNode(id: string): Promise<void> {
  state.toCanvas();
  if (!state.shownIds.value.has(id)) await addNodes([id]);
  if (!state.shownIds.value.has(id)) return;
  select(id);
  state.inSight.value = [id];
}

/** Put nodes on the canvas: beside what they are related to, or apart. */
export async function addNodes(
  ids: readonly string[],
  selected: string | null = state.view.value.selected,
): Promise<void> {
  const shown = state.view.value.nodes;
  const added = ids.filter((id) => !state.shownIds.value.has(id));
  if (added.length === 0) {
    say(words().alreadyShown);
    return;
  }
  await attempt(async () => {
    const found = await getSubgraph([...shown.map(({ id }) => id), ...added]);
    state.learn(found);
    const known = added.filter((id) => state.nodes.value.has(id));
    const view = state.view.value;
    const placed = placeRelated(view.nodes, known, found.relations);
    state.commit({ ...withNodes(view, placed), selected }, words().join(known.length));
    say(words().added(known.length, state.view.value.nodes.length), true);
    state.inSight.value = known;
  });
}

/** Load neighbours of a node in the chosen branches and put them on a ring around it. */
export async function expand(
  id: string,
  take: readonly Branch[],
  limit: number,
  order: 'date' | 'degree',
): Promise<void> {
  await attempt(async () => {
    const shown = state.view.value.nodes.map((node) => node.id);
    const found = await getNeighbours({ id, take: [...take], limit, order, shown });
    state.learn(found);
    const view = state.view.value;
    const anchor = view.nodes.find((node) => node.id === id);
    if (!anchor) return;
    const placed = placeAround(
      anchor,
      found.nodes.map((node) => node.id),
      view.nodes,
    );
    const asked = take.some(({ relation }) => relation === 'MENTIONS');
    const grown = withNodes(view, placed);
    state.commit(asked ? withHidden(grown, 'MENTIONS', false) : grown, words().join(placed.length));
    const added = words().added(placed.length, state.view.value.nodes.length);
    say(found.left > 0 ? `${added}，${words().joinLeft(found.left)}` : added, true);
    state.expanding.value = null;
    state.inSight.value = placed.map((node) => node.id);
  });
}

export function select(selected: string | null): void {
  if (state.view.value.selected !== selected) state.commit({ ...state.view.value, selected }, '');
}

export function removeNode(id: string): void {
  const name = state.nodes.value.get(id)?.name ?? id;
  state.expanding.value = null;
  state.commit(withoutNodes(state.view.value, [id]), words().remove);
  say(words().removed(name), true);
}

export function clear(): void {
  const count = state.view.value.nodes.length;
  state.expanding.value = null;
  state.commit({ ...EMPTY_VIEW, hidden: state.view.value.hidden }, words().clear);
  say(words().cleared(count), true);
}

export function moveNodes(moved: readonly Placed[]): void {
  state.commit(withPlaces(state.view.value, moved), words().moved);
}

/** Switch a row of the legend. */
export function toggle(name: string, label: string): void {
  const hide = !state.view.value.hidden.includes(name);
  state.commit(withHidden(state.view.value, name, hide), hide ? words().hide(label) : words().show(label));
  say(hide ? words().hiddenNow(label) : words().shownNow(label), true);
}

/** Lay the whole picture out again, in a worker. */
export async function layOut(): Promise<void> {
  const { nodes, relations } = state.scene.value;
  if (nodes.length < 2) return;
  const places = await layoutInWorker({
    nodes: nodes.map(({ id, x, y }) => ({ id, x, y })),
    // Two nodes with three relations between them are no closer than two with one.
    edges: [...new Map(relations.map(({ from, to }) => [[from, to].sort().join(' '), [from, to] as const])).values()],
  });
  state.commit(withPlaces(state.view.value, places), words().layout);
  say(words().laidOut, true);
}

export function undo(): void {
  const name = state.stepBack();
  if (name !== null) say(`${words().undone}：${name}`);
  void loadView();
}

export function redo(): void {
  const name = state.stepForward();
  if (name !== null) say(`${words().redone}：${name}`);
  void loadView();
}

export async function copyLink(): Promise<void> {
  await navigator.clipboard.writeText(new URL(writeAddress(state.route.value), location.href).href);
  say(words().linkCopied);
}

/** Each new node beside the first shown node it is related to; a relation to another new one counts once that is placed. */
function placeRelated(
  shown: readonly Placed[],
  added: readonly string[],
  relations: readonly { readonly from: string; readonly to: string }[],
): readonly Placed[] {
  const places = new Map(shown.map((node) => [node.id, node]));
  const placed: Placed[] = [];
  let waiting = [...added];
  while (waiting.length > 0) {
    const anchorOf = (id: string) =>
      relations
        .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
        .find((other) => places.has(other));
    const id = waiting.find((other) => anchorOf(other) !== undefined) ?? (waiting[0] as string);
    const anchor = places.get(anchorOf(id) ?? '');
    const taken = [...places.values()];
    const spot = anchor ? (placeAround(anchor, [id], taken)[0] as Placed) : { id, ...placeApart(taken) };
    places.set(id, spot);
    placed.push(spot);
    waiting = waiting.filter((other) => other !== id);
  }
  return placed;
}

function layoutInWorker(task: LayoutTask): Promise<readonly Placed[]> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<readonly Placed[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Placed[]>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Failure('internal', message)));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
