/** Texts by code unit, so that the order is the same on every machine; numbers by size. */
export function compare<T extends string | number>(one: T, other: T): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
