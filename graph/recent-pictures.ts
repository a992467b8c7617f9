/** Pictures that were read lately, so that one which is passed on or loaded again is not read again while the graph stays as it is. */
import type { GraphStore } from './store.ts';
import { type Subgraph, subgraphOf } from './traverse.ts';
import { versionOf } from './version.ts';

/** The largest takes some megabytes. */
const KEPT = 4;
/** Other programs change a graph without a mark: what they did is seen after so many milliseconds. */
const LONGEST_KEPT_MS = 60_000;

interface Recent {
  readonly ids: readonly string[];
  readonly version: string;
  readonly picture: Promise<Subgraph>;
  readonly readAt: number;
}

/** By store, the last used last; stores that are gone take theirs with them. */
const recent = new WeakMap<GraphStore, readonly Recent[]>();

/**
 * What `subgraphOf` gives. Who asks while the same is being read waits for that; a failure is not kept.
 * @param now a clock in milliseconds that only moves forward
 * @throws ZhituError of the store
 */
export async function recentSubgraph(
  store: GraphStore,
  ids: readonly string[],
  now: () => number = () => performance.now(),
): Promise<Subgraph> {
  const { id: version } = await versionOf(store);
  const time = now();
  const kept = (recent.get(store) ?? []).filter(
    (one) => one.version === version && time - one.readAt < LONGEST_KEPT_MS,
  );
  const known = kept.find((one) => sameIds(one.ids, ids));
  const one = known ?? { ids, version, picture: subgraphOf(store, ids), readAt: time };
  recent.set(store, [...kept.filter((other) => other !== one), one].slice(-KEPT));
  if (!known) one.picture.catch(() => forget(store, one));
  return one.picture;
}

function forget(store: GraphStore, failed: Recent): void {
  recent.set(
    store,
    (recent.get(store) ?? []).filter((one) => one !== failed),
  );
}

function sameIds(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, at) => id === others[at]);
}
