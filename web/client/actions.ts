/** Everything a reader can do to the view. Loads what is missing, places what is new, says what was done. */

import { MANY_SHOWN, MAX_SHOWN } from '../api/limits.ts';
import { copyText } from './clipboard.ts';
import { getOverview, getSubgraph } from './http.ts';
import { punctuation } from './language.ts';
import { attempt, say } from './notices.ts';
import { isGroupId } from './picture/groups.ts';
import { placeRelated } from './place.ts';
import { writeAddress } from './route.ts';
import { select } from './selecting.ts';
import * as state from './state.ts';
import { tableOpen } from './table/state.ts';
import { EMPTY_VIEW, type Spot, samePicture, withHidden, withNodes, withoutNodes, withPlaces } from './view.ts';
import { shortAddress } from './views/links.ts';
import { canvasWords } from './words/canvas.ts';
import { words } from './words.ts';

/**
 * Whether so many nodes more may be put on the canvas: many are asked about first, too many are refused, and said.
 * @param again does it without asking
 */
export function mayAdd(count: number, again?: () => void): boolean {
  const all = state.view.value.nodes.length + count;
  if (all > MAX_SHOWN)
    say(canvasWords().refused(MAX_SHOWN), false, {
      label: canvasWords().openTable,
      run: () => {
        tableOpen.value = true;
      },
    });
  else if (all > MANY_SHOWN && again)
    say(canvasWords().tooMany(count, all), false, { label: canvasWords().addAnyway, run: again });
  else return true;
  return false;
}

/** Load what the address shows and the page does not know yet. Ids that nothing has any more are left out, and said. */
export async function loadView(): Promise<void> {
  const ids = state.view.value.nodes.map(({ id }) => id);
  if (ids.length > MAX_SHOWN || ids.every((id) => state.nodes.value.has(id))) return;
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
  asked = false,
): Promise<void> {
  const shown = state.view.value.nodes;
  const added = ids.filter((id) => !state.shownIds.value.has(id));
  if (added.length === 0) {
    say(words().alreadyShown);
    return;
  }
  if (!mayAdd(added.length, asked ? undefined : () => void addNodes(ids, selected, true))) return;
  await attempt(async () => {
    const found = await getSubgraph([...shown.map(({ id }) => id), ...added]);
    state.learn(found);
    const known = added.filter((id) => state.nodes.value.has(id));
    const view = state.view.value;
    const placed = placeRelated(view.nodes, known, found.relations);
    const [only] = known.length === 1 ? found.nodes.filter(({ id }) => id === known[0]) : [];
    const step = only ? canvasWords().addedOne(only.name) : words().join(known.length);
    state.commit({ ...withNodes(view, placed), selected }, step);
    say(words().added(known.length, state.view.value.nodes.length), true);
    state.inSight.value = known;
  });
}

export function removeNode(id: string): void {
  removeNodes([id]);
}

/** Take nodes off the canvas; a group goes with all its leaves. */
export function removeNodes(ids: readonly string[]): void {
  const gone = withMembers(ids);
  if (gone.length === 0) return;
  state.expanding.value = null;
  const off = new Set(gone);
  const brought = state.view.value.nodes.flatMap(({ id, from }) => (off.has(id) && from ? [[id, from] as const] : []));
  const dismiss = () => {
    state.dismissed.value = new Map([...state.dismissed.value, ...brought]);
  };
  const back = () => {
    state.dismissed.value = new Map([...state.dismissed.value].filter(([id]) => !off.has(id)));
  };
  state.commit(withoutNodes(state.view.value, gone), words().remove, { back, again: dismiss });
  dismiss();
  const [only = ''] = gone;
  say(
    gone.length === 1
      ? words().removed(state.nodes.value.get(only)?.name ?? only)
      : canvasWords().removedMany(gone.length),
    true,
  );
}

/** The ids with the leaves of groups in place of the groups. */
export function withMembers(ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) =>
    isGroupId(id) ? (state.scene.peek().groups.find((group) => group.id === id)?.members ?? []) : [id],
  );
}

export function clear(): void {
  const count = state.view.value.nodes.length;
  state.expanding.value = null;
  state.commit({ ...EMPTY_VIEW, hidden: state.view.value.hidden }, words().clear);
  say(words().cleared(count), true);
}

/** Nodes were dragged. A group takes its leaves along. */
export function moveNodes(moved: readonly Spot[]): void {
  state.commit(withPlaces(state.view.value, moved.flatMap(withLeaves)), words().moved);
}

/** A spot of a node; for a group those of its leaves, moved as it was, so that they stand about it when it is opened. */
export function withLeaves(spot: Spot): readonly Spot[] {
  const group = state.scene.peek().groups.find(({ id }) => id === spot.id);
  if (!group) return [spot];
  const leaves = new Set(group.members);
  const placed = state.view.peek().nodes.filter(({ id }) => leaves.has(id));
  const first = placed.find(({ id }) => id === group.members[0]) ?? spot;
  return placed.map(({ id, x, y }) => ({ id, x: x + spot.x - first.x, y: y + spot.y - first.y }));
}

/** Of the given rows of the legend show one alone, or all again where it is alone already. */
export function showOnly(name: string, label: string, rows: readonly string[]): void {
  const others = rows.filter((row) => row !== name);
  const { hidden } = state.view.value;
  const isAlone = others.every((row) => hidden.includes(row)) && !hidden.includes(name);
  const kept = hidden.filter((row) => !rows.includes(row));
  const next = [...kept, ...(isAlone ? [] : others)].sort();
  state.commit(
    { ...state.view.value, hidden: next },
    isAlone ? words().show(words().all) : canvasWords().onlyThis(label),
  );
  say(isAlone ? words().shownNow(words().all) : canvasWords().onlyThis(label), true);
}

/** Switch a row of the legend. */
export function toggle(name: string, label: string): void {
  const hide = !state.view.value.hidden.includes(name);
  state.commit(withHidden(state.view.value, name, hide), hide ? words().hide(label) : words().show(label));
  say(hide ? words().hiddenNow(label) : words().shownNow(label), true);
}

export function undo(count = 1): void {
  sayStep(words().undone, () => state.stepBack(count));
}

export function redo(count = 1): void {
  sayStep(words().redone, () => state.stepForward(count));
}

/** What a step did to the picture is shown, whatever page the reader is on; a judgement is taken back where it was made. */
function sayStep(done: string, step: () => string | null): void {
  const before = state.view.value;
  const name = step();
  if (!samePicture(before, state.view.value)) state.toCanvas();
  if (name !== null) say(`${done}${punctuation().colon}${name}`);
  void loadView();
}

export async function copyLink(): Promise<void> {
  const address = writeAddress(state.route.value);
  // Where the server cannot keep it, the long one still leads here.
  const short = await shortAddress(address).catch(() => address);
  await copyText(new URL(short, location.href).href, words().linkCopied);
}
