import { describe, expect, it } from 'vitest';
import {
  FactTally,
  ruleList,
  SAMPLES,
  type Statement,
  tenthList,
  tenthOf,
  typeList,
} from '../../../graph/board/fact-tally.ts';

const said = (index: number, more: Partial<Statement> = {}): Statement => ({
  key: `CHAIRED|person/${index}|event/1`,
  type: 'CHAIRED',
  ref: `article/1#${index}-${index + 1}`,
  rule: 'role.chaired',
  confidence: 0.9,
  ...more,
});

describe('statements counted for the board', () => {
  it('count by rule, by tenth of confidence, and by relation and period', () => {
    const tally = new FactTally();
    tally.add(said(1), '2019-07');
    tally.add(said(2, { confidence: 0.4 }), '2019-08');
    tally.add(said(3, { rule: 'role.list', type: 'ATTENDED', confidence: null }), null);
    expect(tally.total).toBe(3);
    expect(tally.rules()).toEqual([
      { rule: 'role.chaired', count: 2, confidence: 0.65, doubtful: 1 },
      { rule: 'role.list', count: 1, confidence: null, doubtful: 0 },
    ]);
    expect(tally.tenths()).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(['', '2019-07', '2019-08', '2020'].map((period) => tally.count(typeList('CHAIRED', period)))).toEqual([
      2, 1, 1, 0,
    ]);
    expect(tally.count(typeList('ATTENDED', ''))).toBe(1);
  });

  it('keep the least certain of many, so that a number opens what is worth a look', () => {
    const tally = new FactTally();
    for (let index = 0; index < 3 * SAMPLES; index++) tally.add(said(index, { confidence: 1 - index / 1000 }), null);
    tally.add(said(9999, { confidence: 0.1 }), null);
    const samples = tally.samples(ruleList('role.chaired'));
    expect(samples).toHaveLength(SAMPLES);
    expect(samples[0]?.confidence).toBe(0.1);
    expect(samples.map(({ confidence }) => confidence)).toEqual(
      samples.map(({ confidence }) => confidence).toSorted((a, b) => (a ?? 1) - (b ?? 1)),
    );
    expect(samples.at(-1)?.confidence).toBeCloseTo(1 - (2 * SAMPLES + 1) / 1000);
    expect(tally.samples(tenthList(0))).toEqual([]);
  });

  it.each([
    [0, 0],
    [0.1, 1],
    [0.999, 9],
    [1, 9],
    [-0.1, 0],
  ])('put a confidence of %d into tenth %d', (confidence, tenth) => {
    expect(tenthOf(confidence)).toBe(tenth);
  });
});
