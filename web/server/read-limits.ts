/** What one query of a reader may take. */
import type { Response } from 'express';

/** What a reader waits for at most, and what a browser shows without trouble: 2,000 rows of 2 million characters in all. */
export const READ_LIMITS = { timeoutMs: 30_000, maxRows: 2_000, maxSize: 2_000_000 } as const;

/** Aborts when the one who asked has gone before the answer: a query that nobody waits for need not run. */
export function whileConnected(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}
