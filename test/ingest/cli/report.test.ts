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
  it('gives a line to each reason, with the words of its first case', () => {
    expect(
      issueLines([
        { stage: 'places', reason: 'unknown-place', count: 12, first: '龙泉' },
        { stage: 'articles', reason: 'no-title', count: 1, first: '近日 在杭州' },
      ]),
    ).toEqual(['12  places: unknown-place  龙泉', ' 1  articles: no-title     近日 在杭州']);
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
