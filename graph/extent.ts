/** How far work over an input has come. */
export interface Extent {
  readonly done: number;
  /** Null where nothing tells how much there is, as of what is piped in. */
  readonly total: number | null;
  /** Whether the total is told by the part of the bytes that was read. */
  readonly isEstimate?: boolean;
}

/**
 * @param done of what was read
 * @param read so many in the part that was read
 * @param share that part, from 0 to 1; null where the length of the input is not known
 */
export function extentByShare(done: number, read: number, share: number | null): Extent {
  if (share === null || share <= 0) return { done, total: null };
  return { done, total: Math.max(done, Math.round(read / share)), isEstimate: share < 1 };
}
