/** The limits of one read, and what a caller is told who reaches one. */
import { ZhituError } from '../errors.ts';
import type { ReadLimits, Value } from '../store.ts';

/** Milliseconds a read may take where its caller names no limit. */
export const DEFAULT_TIMEOUT_MS = 30_000;
/** The same for one that prepares a change: of a fraction of a second on a free machine, so that one which takes as long hangs. */
const CHANGE_TIMEOUT_MS = 600_000;

/** Milliseconds a read may take. */
export function timeoutOf({ timeoutMs, ofChange = false }: ReadLimits): number {
  return timeoutMs ?? (ofChange ? CHANGE_TIMEOUT_MS : DEFAULT_TIMEOUT_MS);
}

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

/** `limit-exceeded` for a read that reached its time limit. */
export function tooLong(limits: ReadLimits): ZhituError {
  const timeoutMs = timeoutOf(limits);
  const seconds = timeoutMs / 1000;
  return new ZhituError(
    'limit-exceeded',
    limits.ofChange
      ? `Looking up what the graph has, before changing it, took longer than ${seconds} s and was stopped; what had been committed is safe, and nothing else was changed. The machine or the server has too much else to do, or too little memory: look what else runs there, then give the same command again (ingest goes on where it was with --resume).`
      : `The query ran longer than its limit of ${seconds} s and was stopped. Narrow it (a name, a period, fewer steps), or raise the limit.`,
    { timeoutMs },
  );
}

/** What a number, truth value or null counts for. */
const SCALAR_SIZE = 8;

/** How long a value is, in characters of its texts and keys; other values count as 8. */
function sizeOf(value: Value): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, item: Value) => sum + sizeOf(item), 0);
  if (value === null || typeof value !== 'object') return SCALAR_SIZE;
  return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + sizeOf(item), 0);
}

/** Says of one row after the other whether it is still within the limits. */
export function rowBudget(maxRows: number | null, maxSize: number | null): (row: readonly Value[]) => boolean {
  let rows = 0;
  let size = 0;
  return (row) => {
    rows += 1;
    if (maxSize !== null) size += sizeOf(row);
    return (maxRows === null || rows <= maxRows) && (maxSize === null || size <= maxSize);
  };
}
