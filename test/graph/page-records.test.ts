import { describe, expect, test } from 'vitest';
import { extractionRecord, packed, unpacked } from '../../graph/page-records.ts';

describe('the body of an extraction', () => {
  test('is kept in less room and comes back as it was', () => {
    const body = JSON.stringify({ text: '本报讯 全省基层治理推进会在衢州召开。𠮷'.repeat(50) });
    expect(unpacked(packed(body))).toBe(body);
    expect(packed(body).length).toBeLessThan(body.length);
  });

  test('that another program wrote is refused with what to do', () => {
    expect(() => unpacked('{"text":""}')).toThrow(/Ingest into a new store/u);
  });

  test('is stored without an identity where there is none: null is never stored', () => {
    const stored = { id: 'extraction/a/0', page: 'page/a', article: 'article/1', index: 0, body: '{}', identity: null };
    expect(Object.values(extractionRecord(stored).properties)).not.toContain(null);
  });
});
