import { describe, expect, it } from 'vitest';
import { outdated, precisionTable, rulePrecisions } from '../../../bench/eval/confidence.ts';
import type { Judgement } from '../../../bench/eval/judge.ts';
import { smoothed, usual } from '../../../bench/eval/rules.ts';
import type { SetName } from '../../../bench/eval/sets.ts';
import { parseRulePrecision, type RulePrecision } from '../../../ingest/rule-confidence.ts';
import { judgement } from './samples.ts';

const times = (count: number, verdict: Judgement['verdict'], rule: string): readonly Judgement[] =>
  Array.from({ length: count }, () => judgement({ category: 'posts', verdict, rules: [rule] }));

const set = (name: SetName, ...judgements: readonly (readonly Judgement[])[]) => ({
  set: name,
  judgements: judgements.flat(),
});

function row(rows: readonly RulePrecision[], rule: string, type = 'HOLDS'): RulePrecision | undefined {
  return rows.find((each) => each.rule === rule && each.facts.some((fact) => fact === type));
}

describe('rulePrecisions', () => {
  const rows = rulePrecisions([
    set('more', times(30, 'right', 'often'), times(3, 'right', 'seldom'), times(1, 'wrong', 'seldom')),
    set('second', times(6, 'right', 'often'), times(2, 'wrong', 'often'), times(1, 'right', 'seldom')),
    set('unseen', times(2, 'right', 'often'), times(5, 'optional', 'often')),
  ]);
  const prior = usual(9, 2);

  it('says of a type of fact what the check pages say of all its rules', () => {
    expect(row(rows, '*')).toMatchObject({ pages: 'check', right: 9, wrong: 2, confidence: Number(prior.toFixed(3)) });
  });

  it('counts a rule on the check pages alone where it has ten facts there', () => {
    const confidence = Number(smoothed(8, 2, prior).toFixed(3));
    expect(row(rows, 'often')).toMatchObject({ pages: 'check', right: 8, wrong: 2, confidence });
  });

  it('counts it on all pages where it has fewer', () => {
    const confidence = Number(smoothed(4, 1, prior).toFixed(3));
    expect(row(rows, 'seldom')).toMatchObject({ pages: 'all', right: 4, wrong: 1, confidence });
  });

  it('is undecided on what nobody has judged', () => {
    expect(row(rows, '*', 'LEARNED_FROM')).toMatchObject({ right: 0, wrong: 0, confidence: 0.5 });
  });

  it('is never certain, however often a rule was right', () => {
    expect(row(rulePrecisions([set('second', times(500, 'right', 'a'))]), 'a')?.confidence).toBe(0.99);
  });

  it('counts events for the articles that report them', () => {
    const events = (['right', 'wrong', 'missed'] as const).map((verdict) => judgement({ category: 'events', verdict }));
    const [reported] = [row(rulePrecisions([set('second', events)]), 'event.reported', 'REPORTED_IN')];
    expect(reported).toMatchObject({ right: 1, wrong: 1 });
  });

  it('is written to a table that reads as the same rows', () => {
    expect(parseRulePrecision(precisionTable(rows))).toEqual(rows);
  });
});

describe('outdated', () => {
  const [first] = rulePrecisions([set('second', times(12, 'right', 'a'))]).filter(({ rule }) => rule === 'a') as [
    RulePrecision,
  ];

  it('lets a table stand that is less off than one fact can make it', () => {
    expect(outdated([first], [{ ...first, confidence: first.confidence - 0.09 }])).toEqual([]);
  });

  it.each([
    ['says something else', [{ ...first, confidence: first.confidence - 0.11 }]],
    ['has a rule too many', []],
    ['lacks a rule', [first, { ...first, rule: 'b' }]],
  ])('names the command where a table %s', (_, measured) => {
    const messages = outdated([first], measured);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('npm run eval -- --update-confidence');
  });
});
