/** What is counted over the whole graph is counted once a change of the graph, never once a request. */
import type { GraphStore } from '../store.ts';
import { versionOf } from '../version.ts';

interface Counted {
  readonly version: string;
  readonly value: Promise<unknown>;
}

/** By store and by what was counted; stores that are gone take theirs with them. */
const counted = new WeakMap<GraphStore, Map<(store: GraphStore) => Promise<unknown>, Counted>>();

/** What `count` makes of the graph as it is now. Those who ask while it counts wait for the same answer; a failure is not kept. */
export async function perVersion<T>(store: GraphStore, count: (store: GraphStore) => Promise<T>): Promise<T> {
  const version = await versionOf(store);
  const ofStore = counted.get(store) ?? new Map<(store: GraphStore) => Promise<unknown>, Counted>();
  counted.set(store, ofStore);
  const known = ofStore.get(count);
  // Only `count` itself wrote this entry.
  if (known?.version === version) return known.value as Promise<T>;
  const value = count(store);
  ofStore.set(count, { version, value });
  value.catch(() => {
    if (ofStore.get(count)?.value === value) ofStore.delete(count);
  });
  return value;
}
