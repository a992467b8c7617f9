/** Following relations: expanding a node, going on, taking it back, and drawing what is between the shown ones. */

import { MAX_SHOWN } from '../api/limits.ts';
import type { Branch } from '../api.ts';
import { mayAdd } from './actions.ts';
import { getNeighbours, getSubgraph } from './http.ts';
import { punctuation } from './language.ts';
import { attempt, say } from './notices.ts';
import { collapsible } from './picture/collapse.ts';
import { placeAround } from './place.ts';
import * as state from './state.ts';
import { type View, withHidden, withNodes, withoutNodes } from './view.ts';
import { canvasWords } from './words/canvas.ts';
import { expansionWords } from './words/expansion.ts';
import { words } from './words.ts';

/** How many "more" adds. */
const MORE = 20;
/** An expansion of up to this many is drawn node by node, as asked for; leaves of a larger one are counted. */
const MOST_SINGLE = 25;

interface Wanted {
  readonly id: string;
  readonly take: readonly Branch[];
  readonly limit: number;
  readonly order: 'date' | 'degree';
  /** Only these, picked from the list. */
  readonly only?: readonly string[];
  /** Taken off by the reader: not brought again, and said. */
  readonly without?: readonly string[];
}

/** Load neighbours of a node in the chosen branches and put them on a ring around it; what a reader took off stays off unless picked. */
export async function expand(
  id: string,
  take: readonly Branch[],
  limit: number,
  order: 'date' | 'degree',
  only?: readonly string[],
): Promise<void> {
  await follow({ id, take, limit, order, ...(only ? { only } : { without: leftOff(id) }) }, false);
}

/** Go on with the last expansion of a node where it stopped. */
async function expandMore(id: string): Promise<void> {
  const last = state.expansions.peek().get(id);
  if (last) await follow({ id, ...last, limit: MORE, without: leftOff(id) }, false);
}

/** What a node had brought and a reader took off: it is not brought again until it is asked for. */
export function leftOff(id: string): readonly string[] {
  return [...state.dismissed.value].flatMap(([gone, from]) =>
    from === id && !state.shownIds.value.has(gone) ? [gone] : [],
  );
}

/** Lets a node bring again what was taken off. */
export function letBack(id: string): void {
  state.dismissed.value = new Map([...state.dismissed.value].filter(([, from]) => from !== id));
}

async function follow(wanted: Wanted, asked: boolean): Promise<void> {
  const { id, take, limit, order, only, without = [] } = wanted;
  await attempt(async () => {
    const shown = [...state.shownIds.value, ...without].slice(0, MAX_SHOWN);
    const found = await getNeighbours({ id, take: [...take], limit, order, shown, ...(only && { only: [...only] }) });
    if (!mayAdd(found.nodes.length, asked ? undefined : () => void follow(wanted, true))) return;
    state.learn(found);
    const view = state.view.value;
    const anchor = view.nodes.find((node) => node.id === id);
    if (!anchor) return;
    const around = placeAround(
      anchor,
      found.nodes.map((node) => node.id),
      view.nodes,
    );
    const placed = around.map((spot) => ({ ...spot, from: id }));
    const isAsked = take.some(({ relation }) => relation === 'MENTIONS');
    const grown = withNodes(isAsked ? withHidden(view, 'MENTIONS', false) : view, placed);
    const name = state.nodes.value.get(id)?.name ?? id;
    state.commit(withSingle(grown, placed.length), canvasWords().expanded(name, placed.length));
    state.expansions.value = new Map([...state.expansions.value, [id, { take, order }]]);
    const stayOff = without.length > 0 ? canvasWords().stayOff(without.length) : '';
    const added = words().added(placed.length, state.view.value.nodes.length) + stayOff;
    const isMore = found.left > 0 && !only;
    say(
      isMore ? `${added}${punctuation().comma}${expansionWords().joinLeft(found.left)}` : added,
      true,
      isMore ? { label: canvasWords().more(Math.min(MORE, found.left)), run: () => void expandMore(id) } : undefined,
    );
    state.expanding.value = null;
    state.inSight.value = placed.map((node) => node.id);
  });
}

/** Groups that a small expansion would make at once are opened: what a reader asked for by number is seen. */
function withSingle(view: View, added: number): View {
  if (added > MOST_SINGLE) return view;
  const before = new Set(state.scene.peek().groups.map(({ id }) => id));
  const made = state.groupsIn(view).map(({ id }) => id);
  const fresh = made.filter((id) => !before.has(id));
  return fresh.length === 0 ? view : { ...view, opened: [...view.opened, ...fresh] };
}

/** The ids that collapsing a node would take off. */
export function collapsed(id: string): readonly string[] {
  return collapsible(state.view.value.nodes, state.scene.value.relations, id);
}

/** Take back what the expansion of a node brought and nothing else holds. */
export function collapse(id: string): void {
  const gone = collapsed(id);
  if (gone.length === 0) {
    say(canvasWords().collapseNothing);
    return;
  }
  const name = state.nodes.value.get(id)?.name ?? id;
  state.expanding.value = null;
  state.commit(withoutNodes(state.view.value, gone), canvasWords().collapse);
  say(canvasWords().collapsed(name, gone.length), true);
}

/** Ask again for every relation among what is shown, and offer those of types that are switched off. */
export async function reveal(): Promise<void> {
  await attempt(async () => {
    const before = state.scene.value.relations.length;
    state.learn(await getSubgraph(state.view.value.nodes.map(({ id }) => id)));
    const types = hiddenTypes();
    const count = [...types.values()].reduce((sum, number) => sum + number, 0);
    const next = { label: canvasWords().revealAll(count), run: () => showTypes([...types.keys()]) };
    say(canvasWords().revealed(state.scene.value.relations.length - before), false, count > 0 ? next : undefined);
  });
}

/** Types of relations that are switched off, with how many there are among the shown nodes. */
function hiddenTypes(): ReadonlyMap<string, number> {
  const { nodes } = state.scene.value;
  const ids = new Set(nodes.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { type, from, to } of state.relations.value.values()) {
    if (state.view.value.hidden.includes(type) && ids.has(from) && ids.has(to))
      counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

function showTypes(types: readonly string[]): void {
  const view = types.reduce((next, type) => withHidden(next, type, false), state.view.value);
  state.commit(view, canvasWords().reveal);
  say(words().nodesAndEdges(state.scene.value.nodes.length, state.scene.value.relations.length), true);
}
