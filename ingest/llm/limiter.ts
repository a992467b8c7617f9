/** Bounds how many tasks run at once. */

export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

/** Tasks beyond `most` wait their turn, in the order in which they came. */
export function limiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The place is handed on, so that no newcomer slips in before those who wait.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
