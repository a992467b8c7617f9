/** A curve that only steps: how many had it by a day. */

export interface Step {
  readonly x: number;
  /** The count from here on. */
  readonly count: number;
}

/**
 * Path data of a step curve from `left` to `right`.
 * @param y gives the height of a count
 */
export function stepPath(steps: readonly Step[], left: number, right: number, y: (count: number) => number): string {
  const moves = steps.map(({ x, count }) => `H${round(x)}V${round(y(count))}`);
  return `M${round(left)} ${round(y(0))}${moves.join('')}H${round(right)}`;
}

/** The same curve closed down to the ground, to be filled. */
export function stepArea(steps: readonly Step[], left: number, right: number, y: (count: number) => number): string {
  return `${stepPath(steps, left, right, y)}V${round(y(0))}H${round(left)}z`;
}

/** How many had it on each day on which that changed; `days` in any order, one a place. */
export function countByDay(days: readonly number[]): readonly { readonly day: number; readonly count: number }[] {
  const sorted = [...days].sort((one, other) => one - other);
  return sorted.flatMap((day, index) => (sorted[index + 1] === day ? [] : [{ day, count: index + 1 }]));
}

/**
 * Heights of labels that shall not touch: each at least `gap` below the one before, as near to its own height as that allows,
 * and none below `bottom`.
 */
export function spaced(heights: readonly number[], gap: number, bottom: number): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((one, other) => one.height - other.height);
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const { height, index } of order) {
    last = Math.max(height, last + gap);
    placed[index] = last;
  }
  let limit = bottom;
  for (const { index } of order.reverse()) {
    placed[index] = Math.min(placed[index] as number, limit);
    limit = (placed[index] as number) - gap;
  }
  return placed;
}

const round = (value: number): number => Math.round(value * 10) / 10;
