import { describe, expect, it } from 'vitest';
import { exitStatus, issueLines, table, timingLines } from '../../../ingest/cli/report.ts';

describe('exitStatus', () => {
  it('tells all, some and none apart', () => {
    expect([exitStatus(5, 0), exitStatus(4, 1), exitStatus(0, 2)]).toEqual([0, 3, 1]);
  });

  it('is a failure where there was nothing to do', () => {
    expect(exitStatus(0, 0)).toBe(1);
  });
});

describe('issueLines', () => {
  it('counts by stage and reason, the most frequent first, with the words of the first case', () => {
    const issue = (stage: string, reason: string, text: string) => ({ stage, reason, text });
    expect(
      issueLines([
        issue('dates', 'no-page-date', '近日\n在杭州'),
        issue('places', 'unknown-place', '龙泉'),
        issue('places', 'unknown-place', '祥和'),
        issue('articles', 'no-title', '字'.repeat(60)),
      ]),
    ).toEqual([
      '2  places: unknown-place  龙泉',
      `1  articles: no-title     ${'字'.repeat(40)}…`,
      '1  dates: no-page-date    近日 在杭州',
    ]);
  });

  it('has nothing to say without issues', () => {
    expect(issueLines([])).toEqual([]);
  });
});

describe('timingLines', () => {
  it('gives each stage in its order, and the sum', () => {
    expect(
      timingLines(
        new Map([
          ['words', 1250],
          ['dates', 20],
        ]),
      ),
    ).toEqual(['1.25 s  words', '0.02 s  dates', '1.27 s  all stages']);
  });
});

describe('table', () => {
  it('aligns words to the left and numbers to the right', () => {
    expect(
      table([
        ['Person', '7', 'new'],
        ['Place', '1,204', 'new'],
      ]),
    ).toEqual(['Person      7  new', 'Place   1,204  new']);
  });
});
