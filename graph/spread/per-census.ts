/** What is worked out from a census alone is worked out once for it, however often it is asked for. */
import type { Census } from './census.ts';

/** Answers kept for one census: more than there are levels, each with and without what is implied. */
const KEPT = 16;

/** By the launches of a census, which no two counts share. */
const kept = new WeakMap<Census['launches'], Map<string, unknown>>();

/** @param key what is worked out, and from which choices; one key always stands for one `make` */
export function perCensus<T>({ launches }: Census, key: string, make: () => T): T {
  const answers = kept.get(launches) ?? new Map<string, unknown>();
  kept.set(launches, answers);
  if (!answers.has(key)) {
    const [oldest] = answers.keys();
    if (answers.size >= KEPT && oldest !== undefined) answers.delete(oldest);
    answers.set(key, make());
  }
  // Only `make` of this key wrote it.
  return answers.get(key) as T;
}
