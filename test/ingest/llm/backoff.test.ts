import { describe, expect, it } from 'vitest';
import { readRetryAfter, waitBefore } from '../../../ingest/llm/backoff.ts';

describe('waitBefore', () => {
  it('doubles up to half a minute, and takes a random part of it', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, null, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000,
    ]);
    expect(waitBefore(2, null, 0.25)).toBe(1000);
  });
  it('is never less than what the endpoint asks for', () => {
    expect(waitBefore(0, 5000, 0.9)).toBe(5000);
    expect(waitBefore(5, 5000, 0.5)).toBe(15_000);
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2026-01-02T03:04:05Z');
  it.each([
    ['7', 7000],
    [' 1.5 ', 1500],
    ['Fri, 02 Jan 2026 03:04:15 GMT', 10_000],
    ['Fri, 02 Jan 2026 03:04:00 GMT', 0],
    ['-1', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads %j as %j ms', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});
