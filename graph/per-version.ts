/** What is counted over the whole graph is counted once a change of the graph, never once a request. */
import { ZhituError } from './errors.ts';
import type { GraphStore } from './store.ts';
import { type GraphVersion, versionOf } from './version.ts';

/** How current a count is, so that a page can say so. */
export interface CountState {
  /** Articles of the graph that was counted. */
  readonly articles: number;
  /** False while changes since then are being counted. */
  readonly isCurrent: boolean;
}

export interface Counted<T> {
  readonly value: T;
  readonly state: CountState;
}

/** Up to so many articles whoever asks waits for the new count: it is there in a fraction of a second. Beyond, it would take seconds. */
export const COUNTED_AT_ONCE = 2_000;

type Count = (store: GraphStore) => Promise<unknown>;

interface Entry {
  done: { readonly version: GraphVersion; readonly value: unknown } | null;
  running: { readonly version: GraphVersion; readonly value: Promise<unknown> } | null;
}

/** By store and by what was counted; stores that are gone take theirs with them. */
const entries = new WeakMap<GraphStore, Map<Count, Entry>>();

/** Milliseconds that those who ask a store for its first count wait; without a number they wait to the end. */
const patience = new WeakMap<GraphStore, number>();

/** From now on who asks for the first count of a large graph is told after `ms` that it is still being made, as a reader in a browser wants to know. */
export function tellAfter(store: GraphStore, ms: number): void {
  patience.set(store, ms);
}

/**
 * What `count` makes of the graph. After a change of a graph of more than `COUNTED_AT_ONCE` articles those who ask get the count from before it,
 * marked, while one new count runs, one kind of count after the other; all others wait for the graph as it is now. A failure is not kept.
 * @throws ZhituError `counting` where the first count of a large graph takes longer than `tellAfter` allows
 */
export async function counted<T>(store: GraphStore, count: (store: GraphStore) => Promise<T>): Promise<Counted<T>> {
  const entry = entryOf(store, count);
  const version = await versionOf(store);
  if (entry.done?.version.id === version.id) return answer(entry.done, true);
  const isLarge = version.articles > COUNTED_AT_ONCE;
  const running = entry.running ?? begin(entry, store, entry.done && isLarge ? inTurn(count) : count, version);
  if (entry.done && isLarge) return answer(entry.done, false);
  const isAsOfNow = running.version.id === version.id;
  if (isLarge) {
    const value = await firstCount(running.value, patience.get(store), version.articles);
    return answer({ version: running.version, value }, isAsOfNow);
  }
  if (isAsOfNow) return answer({ version: running.version, value: await running.value }, true);
  await running.value.catch(() => {});
  return counted(store, count);
}

/** What holds for numbers that come from several counts. */
export function leastCurrent(states: readonly CountState[]): CountState {
  return {
    articles: Math.min(...states.map(({ articles }) => articles)),
    isCurrent: states.every(({ isCurrent }) => isCurrent),
  };
}

/** The same without its state. */
export async function perVersion<T>(store: GraphStore, count: (store: GraphStore) => Promise<T>): Promise<T> {
  return (await counted(store, count)).value;
}

async function firstCount(running: Promise<unknown>, ms: number | undefined, articles: number): Promise<unknown> {
  if (ms === undefined) return running;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new ZhituError(
            'counting',
            `the ${articles} articles of this graph are being counted for the first time since the start; ask again in some seconds`,
            { articles },
          ),
        ),
      ms,
    );
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

function entryOf(store: GraphStore, count: Count): Entry {
  const ofStore = entries.get(store) ?? new Map<Count, Entry>();
  entries.set(store, ofStore);
  const entry = ofStore.get(count) ?? { done: null, running: null };
  ofStore.set(count, entry);
  return entry;
}

function begin(entry: Entry, store: GraphStore, count: Count, version: GraphVersion): NonNullable<Entry['running']> {
  const running = { version, value: count(store) };
  entry.running = running;
  running.value.then(
    (value) => {
      entry.done = { version, value };
      entry.running = null;
    },
    () => {
      entry.running = null;
    },
  );
  return running;
}

/** The last of the counts for which nobody waits, by store, while there are any. */
const turns = new WeakMap<GraphStore, Promise<unknown>>();

/** The same count, begun when all others for which nobody waits have ended: together they would take the engine from those who read. */
function inTurn(count: Count): Count {
  return (store) => {
    const before = turns.get(store);
    const mine = before !== undefined ? before.then(() => count(store)) : count(store);
    const ended = mine
      .catch(() => {})
      .then(() => {
        if (turns.get(store) === ended) turns.delete(store);
      });
    turns.set(store, ended);
    return mine;
  };
}

/** Only `count` itself made the values of its entry. */
function answer<T>({ version, value }: NonNullable<Entry['done']>, isCurrent: boolean): Counted<T> {
  return { value: value as T, state: { articles: version.articles, isCurrent } };
}
