import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mergeRelations } from '../../graph/merge.ts';
import type { RelationRecord } from '../../graph/model.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import {
  openRuleConfidence,
  PRECISION_FILE,
  parseRulePrecision,
  ruleConfidence,
} from '../../ingest/rule-confidence.ts';
import { toGraph } from '../../ingest/writes.ts';
import { rawPage, seedPages } from '../support/pages.ts';

const TABLE = readFileSync(PRECISION_FILE, 'utf8');
const ROWS =
  'facts\trule\tpages\tright\twrong\tconfidence\nHOLDS\t*\tcheck\t9\t1\t0.864\nHOLDS\tpost.a\tall\t3\t0\t0.9\n';

describe('the confidence of what a rule states', () => {
  it('is the one in its row', () => {
    expect(openRuleConfidence(parseRulePrecision(ROWS))('HOLDS', 'post.a')).toBe(0.9);
  });

  it('is what is usual for its type of fact where it has no row', () => {
    expect(openRuleConfidence(parseRulePrecision(ROWS))('HOLDS', 'post.new')).toBe(0.864);
  });

  it('is not guessed for a type of fact that the table leaves out', () => {
    expect(() => openRuleConfidence(parseRulePrecision(ROWS))('ABOUT', 'post.a')).toThrow(
      /ABOUT.*--update-confidence/u,
    );
  });
});

it.each([
  ['a type that is none', 'HOLD\t*\tall\t1\t0\t0.9'],
  ['no rule', 'HOLDS\t\tall\t1\t0\t0.9'],
  ['a count that is no number', 'HOLDS\t*\tall\tx\t0\t0.9'],
  ['certainty', 'HOLDS\t*\tall\t1\t0\t1'],
  ['too few columns', 'HOLDS\t*\tall\t1\t0'],
])('a row with %s is refused with its line', (_, row) => {
  expect(() => parseRulePrecision(`# x\n${row}\n`)).toThrow(/rule-precision\.tsv:2: /u);
});

describe('on the seed pages', () => {
  const rows = parseRulePrecision(TABLE);
  const confidences = new Map(
    rows.flatMap(({ facts, rule, confidence }) => facts.map((type) => [`${type} ${rule}`, confidence])),
  );

  it('each sentence of each fact has the confidence that the table gives its rule', () => {
    const pipeline = openPipeline();
    const facts = seedPages().flatMap((page) => pipeline.run(page).extraction.articles.flatMap(({ facts }) => facts));
    expect(facts.length).toBeGreaterThan(0);
    for (const { type, also = [], ...first } of facts)
      for (const { rule, confidence } of [first, ...also])
        expect([type, rule, confidence]).toEqual([
          type,
          rule,
          confidences.get(`${type} ${rule}`) ?? confidences.get(`${type} *`),
        ]);
  });
});

describe('the confidence of a relation', () => {
  const pipeline = openPipeline();
  const chaired = (text: string): RelationRecord => {
    const { relations } = toGraph(pipeline.run(rawPage(text)).extraction);
    return relations.find(({ type }) => type === 'HOLDS') as RelationRecord;
  };
  const single = ruleConfidence()('HOLDS', 'post.before-name');
  const FIRST = '平安建设会议召开\n\n本报讯 6月3日，衢州市市长祁若川主持会议。\n';
  const TWICE = '平安建设推进\n\n本报讯 6月3日，衢州市市长祁若川主持会议。衢州市市长祁若川要求各地抓好落实。\n';
  const OTHER = '基层治理调研\n\n本报讯 6月8日，衢州市市长祁若川到龙游县调研。\n';

  it('is its rule’s where one article states it, however often', () => {
    expect(chaired(FIRST).properties.confidence).toBe(single);
    expect(chaired(TWICE).properties.evidence).toHaveLength(2);
    expect(chaired(TWICE).properties.confidence).toBe(single);
  });

  it('rises where a second article states it as well, and never to certainty', () => {
    const both = mergeRelations(chaired(FIRST), chaired(OTHER)).properties;
    expect(both.confidences).toEqual([single, single]);
    expect(both.confidence).toBeGreaterThan(single);
    expect(both.confidence).toBe(Math.min(0.99, Math.round((1 - (1 - single) ** 2) * 10_000) / 10_000));
  });
});
