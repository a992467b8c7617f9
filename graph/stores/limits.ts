/** The limits of one read, and what a caller is told who reaches one. */
import { ZhituError } from '../errors.ts';

/** Milliseconds a read may take where its caller names no limit. */
export const DEFAULT_TIMEOUT_MS = 30_000;

/** `limit-exceeded` for a read that its caller no longer wants. */
export function cancelled(): ZhituError {
  return new ZhituError('limit-exceeded', 'The query was cancelled.');
}

/** `limit-exceeded` for what the embedded engine worked on when it took more memory than it may, in MB. */
export function tooMuchMemory(memoryMb: number): ZhituError {
  return new ZhituError(
    'limit-exceeded',
    `The embedded engine took more memory than its limit of ${memoryMb} MB on this, or on what ran at the same time, and was stopped; what had been committed is safe. Narrow the query (a name, a period, fewer steps, LIMIT before collect), raise the limit (ZHITU_MEMORY_MB), or use a Neo4j server (NEO4J_URI).`,
    { memoryMb },
  );
}

/** `limit-exceeded` for a read that reached its time limit, in milliseconds. */
export function tooLong(timeoutMs: number): ZhituError {
  return new ZhituError(
    'limit-exceeded',
    `The query ran longer than its limit of ${timeoutMs / 1000} s and was stopped. Narrow it (a name, a period, fewer steps), or raise the limit.`,
    { timeoutMs },
  );
}
