/** How long to wait before a request is sent again. */

/** The first wait is at most this long, each further one twice as long as the one before. In milliseconds. */
const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * A random part of an exponentially growing wait ("full jitter", Brooker, AWS Architecture Blog 2015), so that requests that
 * failed together do not come back together; never less than the endpoint asks for. Milliseconds.
 * @param attempt 0 for the wait after the first failure
 * @param random from 0 up to, not including, 1
 */
export function waitBefore(attempt: number, retryAfter: number | null, random: number): number {
  const wait = random * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.max(wait, retryAfter ?? 0);
}

/** Reads a `Retry-After` header (RFC 9110 §10.2.3): seconds, or a date. Milliseconds from `now`; null for anything else. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text) * 1000;
  // Only with the name of a weekday or a month: Date.parse takes far more for a date.
  const date = /[A-Z][a-z]{2}/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
