/** Numbers that look random and come again with their seed (the generator mulberry32). */

export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** One of the items; throws for none. */
  of<T>(items: readonly T[]): T;
}

/** @param seeds any whole numbers; other numbers or another order give other values */
export function openRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((sum, seed) => Math.imul(sum ^ seed, 0x9e3779b1) + seed, 0x6d2b79f5);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    of: (items) => {
      if (items.length === 0) throw new RangeError('expected items to choose from, saw none');
      return items[below(items.length)] as (typeof items)[number];
    },
  };
}
