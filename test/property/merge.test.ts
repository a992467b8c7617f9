import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeNodes, mergeRelations, normalizeNode, normalizeRelation, withoutEvidenceOf } from '../../graph/merge.ts';
import { type NodeRecord, type Properties, type RelationRecord, SUB_LABELS } from '../../graph/model.ts';
import { combinedConfidence } from '../../graph/witnesses.ts';

const name = fc.constantFrom('王昌荣', '昌荣', '湖州', '湖州市', '𠮷田');
const date = fc.constantFrom('2017', '2017-06', '2017-06-03', '2018-01-01');
const present = (shape: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Properties>;

const dates = {
  dateFrom: date,
  dateTo: date,
  datePrecision: fc.constantFrom('day', 'month', 'year'),
  dateBasis: fc.constantFrom('printed', 'cue'),
  dateText: fc.constantFrom('近日', '6月3日'),
};
const node: fc.Arbitrary<NodeRecord> = fc.record({
  id: fc.constant('event/x'),
  kind: fc.constant('Event' as const),
  labels: fc.subarray([...SUB_LABELS]),
  properties: present({
    name,
    search: fc.uniqueArray(name, { minLength: 1 }).map((names) => names.join('\n')),
    aliases: fc.array(name),
    issue: fc.integer({ min: 1, max: 4 }),
    publishedOn: date,
    publishedPrecision: fc.constantFrom('day', 'month', 'year'),
    publishedBasis: name,
    ...dates,
  }),
});
const witnesses = fc
  .array(
    fc.tuple(
      fc.constantFrom('article/a#1-3', 'article/a#12-20', 'article/b#4-9', 'article/c#0-2'),
      fc.constantFrom('chaired.host', 'chaired.list'),
      fc.integer({ min: 0, max: 100 }).map((value) => value / 100),
      fc.constantFrom('', '2018', '2019-03'),
    ),
  )
  .map((rows) => ({
    evidence: rows.map(([evidence]) => evidence),
    rules: rows.map(([, rule]) => rule),
    confidences: rows.map(([, , confidence]) => confidence),
    dates: rows.map(([, , , date]) => date),
  }));
const relation: fc.Arbitrary<RelationRecord> = fc
  .tuple(
    witnesses,
    present({
      observedFrom: date,
      observedTo: date,
      acting: fc.boolean(),
      title: name,
      spans: fc.array(fc.constantFrom('100-103', '12-15', '9-11')),
      ...dates,
    }),
  )
  .map(([lists, rest]) => ({
    key: 'LAUNCHED_IN|program/x|place/y',
    type: 'LAUNCHED_IN',
    from: 'program/x',
    to: 'place/y',
    properties: { ...rest, ...lists },
  }));

describe.each([
  ['nodes', node, mergeNodes, normalizeNode],
  ['relations', relation, mergeRelations, normalizeRelation],
] as unknown as [string, fc.Arbitrary<unknown>, (a: unknown, b: unknown) => unknown, (a: unknown) => unknown][])(
  'merging %s',
  (_, record, merge, normalize) => {
    test('does not depend on which comes first', () => {
      fc.assert(fc.property(record, record, (a, b) => void expect(merge(a, b)).toEqual(merge(b, a))));
    });
    test('does not depend on which are merged before others', () => {
      fc.assert(
        fc.property(
          record,
          record,
          record,
          (a, b, c) => void expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c))),
        ),
      );
    });
    test('with what is already in it changes nothing', () => {
      fc.assert(
        fc.property(record, record, (a, b) => {
          const merged = merge(a, b);
          expect(merge(merged, a)).toEqual(merged);
          expect(normalize(merged)).toEqual(merged);
        }),
      );
    });
  },
);

describe('merged evidence', () => {
  test('keeps its three lists parallel, sorted, one a sentence and rule, with the higher confidence', () => {
    const stated = (evidence: string[], confidences: number[]): RelationRecord => ({
      key: 'CHAIRED|person/a|event/b',
      type: 'CHAIRED',
      from: 'person/a',
      to: 'event/b',
      properties: { evidence, rules: evidence.map(() => 'r'), confidences },
    });
    const merged = mergeRelations(
      stated(['article/b#1-2', 'article/a#1-2'], [0.2, 0.5]),
      stated(['article/b#1-2'], [0.6]),
    );
    expect(merged.properties).toEqual({
      evidence: ['article/a#1-2', 'article/b#1-2'],
      rules: ['r', 'r'],
      confidences: [0.5, 0.6],
      confidence: 0.8,
    });
  });

  test('keeps the date that each sentence gives beside the earliest of all', () => {
    const dated = (evidence: string, date?: string): RelationRecord => ({
      key: 'LAUNCHED_IN|program/a|place/b|origin',
      type: 'LAUNCHED_IN',
      from: 'program/a',
      to: 'place/b',
      properties: {
        ...{ evidence: [evidence], rules: ['r'], confidences: [0.5], stage: 'origin' },
        ...(date !== undefined && { dates: [date], dateFrom: date }),
      },
    });
    const [later, earlier, silent] = [
      dated('article/a#1-2', '2019'),
      dated('article/b#1-2', '2018'),
      dated('article/c#1-2'),
    ];
    const merged = mergeRelations(mergeRelations(later, silent), earlier);
    expect(merged.properties).toMatchObject({ dates: ['2019', '2018', ''], dateFrom: '2018' });
    expect(mergeRelations(silent, silent).properties).not.toHaveProperty('dates');
    expect(withoutEvidenceOf(merged, ['article/b'])?.properties).toMatchObject({ dates: ['2019', ''] });
  });

  test('two sentences of one article are one witness, two articles are two, and nothing is certain', () => {
    const at = (evidence: string, confidence: number) => ({ evidence, confidence });
    expect(combinedConfidence([at('article/a#1-2', 0.5), at('article/a#5-9', 0.7)])).toBe(0.7);
    expect(combinedConfidence([at('article/a#1-2', 0.5), at('article/b#5-9', 0.7)])).toBe(0.85);
    expect(combinedConfidence([at('article/a#1-2', 1)])).toBe(0.99);
  });
});

describe('merged dates', () => {
  const launched = (properties: Properties): RelationRecord => ({
    key: 'LAUNCHED_IN|program/x|place/y',
    type: 'LAUNCHED_IN',
    from: 'program/x',
    to: 'place/y',
    properties,
  });
  const held = (properties: Properties): NodeRecord => ({ id: 'event/x', kind: 'Event', labels: [], properties });

  test('the earliest dated statement of a launch wins with its own words and precision', () => {
    const early = { dateFrom: '2016', datePrecision: 'year', dateText: '2016年' };
    const late = { dateFrom: '2017-06-03', dateTo: '2017-06-05', datePrecision: 'day', dateText: '6月3日至5日' };
    expect(mergeRelations(launched(late), launched(early)).properties).toEqual(early);
    expect(mergeRelations(launched(late), launched({})).properties).toEqual(late);
  });

  test('the more precise date of an event wins over an earlier vague one', () => {
    const day = { dateFrom: '2017-06-03', datePrecision: 'day' };
    expect(mergeNodes(held({ dateFrom: '2017-05', datePrecision: 'month' }), held(day)).properties).toEqual(day);
  });
});
