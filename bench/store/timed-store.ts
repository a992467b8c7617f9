/** A store that tells how long its writing took, apart from what the updates looked up and worked out before. */
import type { GraphStore } from '../../graph/store.ts';

export interface TimedStore {
  readonly store: GraphStore;
  /** Milliseconds so far of all updates from when they knew what to write until it was committed. */
  readonly writing: () => number;
}

/** @param now gives milliseconds */
export function timedStore(store: GraphStore, now: () => number = () => performance.now()): TimedStore {
  let writing = 0;
  const update: GraphStore['update'] = async (work) => {
    let known = 0;
    const result = await store.update(async (step) => {
      const worked = await work(step);
      known = now();
      return worked;
    });
    writing += now() - known;
    return result;
  };
  const timed = new Proxy(store, {
    get(target, name) {
      if (name === 'update') return update;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { store: timed, writing: () => writing };
}
