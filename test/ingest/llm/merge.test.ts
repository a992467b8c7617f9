import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Entity, Fact } from '../../../ingest/contract.ts';
import { type Findings, mergeFindings } from '../../../ingest/llm/merge.ts';

const grid: Entity = { id: 'program/全科网格', kind: 'Program', name: '全科网格', aliases: [], mentions: [[4, 8]] };
const launch: Fact = {
  type: 'LAUNCHED_IN',
  from: 'program/全科网格',
  to: 'place/浙江省/湖州市',
  stage: 'origin',
  date: null,
  evidence: [0, 20],
  rule: 'launches.origin',
  confidence: 0.9,
};
const fromModel: Fact = { ...launch, rule: 'llm.small', confidence: 0.5 };
const june = { value: '2019-06', precision: 'month', basis: 'page-date' } as const;
const found = (entities: readonly Entity[], facts: readonly Fact[] = []): Findings => ({ entities, facts });

describe('mergeFindings', () => {
  it('unites entities of one id with their aliases and mentions', () => {
    const other = {
      ...grid,
      aliases: ['网格', '全科'],
      mentions: [
        [0, 2],
        [4, 8],
      ] as [number, number][],
    };
    const { entities } = mergeFindings([found([grid]), found([other])]);
    expect(entities).toEqual([
      {
        ...grid,
        aliases: ['全科', '网格'],
        mentions: [
          [0, 2],
          [4, 8],
        ],
      },
    ]);
  });

  it('names each source of a fact, the surer first where they quote one sentence', () => {
    const { facts } = mergeFindings([found([], [fromModel]), found([], [launch])]);
    expect(facts).toEqual([{ ...launch, also: [{ evidence: [0, 20], rule: 'llm.small', confidence: 0.5 }] }]);
  });

  it('shows the sentence of a rule where one has it, wherever the model found another', () => {
    const later = { ...launch, evidence: [9, 20] as [number, number] };
    const { facts } = mergeFindings([found([], [fromModel]), found([], [later])]);
    expect(facts).toEqual([{ ...later, also: [{ evidence: [0, 20], rule: 'llm.small', confidence: 0.5 }] }]);
  });

  it('keeps what a fact had beside its evidence', () => {
    const twice = {
      ...launch,
      also: [{ evidence: [30, 40] as [number, number], rule: 'launches.built', confidence: 0.7 }],
    };
    const { facts } = mergeFindings([found([], [twice]), found([], [{ ...fromModel, evidence: [30, 40] }])]);
    expect(facts[0]?.also?.map(({ rule }) => rule)).toEqual(['launches.built', 'llm.small']);
  });

  it.each([
    ['stage', { stage: 'planned' as const }],
    ['former', { former: true }],
    ['program', { program: 'program/x' }],
  ])('keeps both where the %s differs', (_, difference) => {
    const { facts } = mergeFindings([found([], [launch]), found([], [{ ...fromModel, ...difference }])]);
    expect(facts).toHaveLength(2);
  });

  it('completes an undated fact, and keeps both of two dates', () => {
    const dated = { ...fromModel, date: june, dateText: '6月' };
    expect(mergeFindings([found([], [launch]), found([], [dated])]).facts).toMatchObject([
      { date: june, dateText: '6月', rule: 'launches.origin' },
    ]);
    const july = { ...launch, date: { ...june, value: '2019-07' } };
    expect(mergeFindings([found([], [july]), found([], [dated])]).facts).toHaveLength(2);
  });

  test('gives the same whatever the order, and is done after one time', () => {
    const span = fc.tuple(fc.nat(3), fc.integer({ min: 4, max: 6 }));
    const source = fc.constantFrom(
      { rule: 'launches.origin', confidence: 0.9 },
      { rule: 'launches.built', confidence: 0.5 },
      { rule: 'llm.small', confidence: 0.5 },
    );
    const fact = fc
      .record({
        type: fc.constantFrom('ATTENDED', 'CHAIRED', 'LAUNCHED_IN'),
        to: fc.constantFrom('event/1', 'event/2'),
        evidence: span,
        source,
        date: fc.constantFrom(null, june, { ...june, value: '2019-07' }),
        dateText: fc.constantFrom('6月', '今年6月'),
      })
      .map(({ source: { rule, confidence }, dateText, ...rest }): Fact => {
        const dated = rest.date ? { dateText } : {};
        return { from: 'person/甲', rule, confidence, ...rest, ...dated } as Fact;
      });
    const entity = fc
      .record({
        id: fc.constantFrom('org/甲', 'org/乙'),
        aliases: fc.array(fc.constantFrom('丙', '丁'), { maxLength: 2 }),
        mentions: fc.array(span, { maxLength: 2 }),
        path: fc.constantFrom('浙江省', '浙江省/湖州市', undefined),
      })
      .map(({ path, ...rest }): Entity => {
        const seat = path === undefined ? {} : { path };
        return { kind: 'Organization', name: rest.id.slice(4), ...rest, ...seat };
      });
    const findings = fc.record({
      entities: fc.array(entity, { maxLength: 4 }),
      facts: fc.array(fact, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(findings, { minLength: 1, maxLength: 3 }), (all) => {
        const merged = mergeFindings(all);
        expect(mergeFindings([...all].reverse())).toEqual(merged);
        expect(mergeFindings([merged])).toEqual(merged);
        expect(mergeFindings([merged, ...all])).toEqual(merged);
      }),
    );
  });
});
