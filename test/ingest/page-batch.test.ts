import { expect, it } from 'vitest';
import { newBatch, PAGES_A_WRITE } from '../../ingest/page-batch.ts';
import type { Arrival } from '../../ingest/page-changes.ts';

const arrival = (page: string): Arrival => ({
  place: { id: page, file: page, line: 0 },
  page,
  sha256: '',
  extractor: '',
  extraction: null,
});

/** Small pages until a batch is full, in a graph of so many records. */
function pagesUntilFull(stored: number): number {
  const batch = newBatch(() => stored);
  let pages = 0;
  for (; !batch.isFull(); pages += 1) batch.add(arrival(String(pages)));
  return pages;
}

it('is full sooner in a small graph than in a large one, where each write weighs names against all who bear them', () => {
  expect(pagesUntilFull(0)).toBe(PAGES_A_WRITE);
  expect(pagesUntilFull(100_000)).toBe(PAGES_A_WRITE);
  expect(pagesUntilFull(500_000)).toBe(2 * PAGES_A_WRITE);
});

it('is never larger than memory allows, however large the graph', () => {
  expect(pagesUntilFull(1e9)).toBe(pagesUntilFull(1e12));
});
