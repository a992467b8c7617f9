import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpLines } from '../../graph/dump.ts';
import type { RelationRecord } from '../../graph/model.ts';
import { openStore } from '../../graph/open.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import {
  openRuleConfidence,
  PRECISION_FILE,
  parseRulePrecision,
  ruleConfidence,
} from '../../ingest/rule-confidence.ts';
import { seedPages } from '../support/pages.ts';

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

describe('the confidence of a relation in the graph', () => {
  const LAUNCH = '平安建设会议召开\n\n本报讯 衢州市推行“全科网格”。\n';
  const AGAIN = '基层治理\n\n本报讯 6月8日，衢州市推行“全科网格”。\n';
  const SPEECH =
    '推进会召开\n\n本报讯 6月9日，平安建设推进会在衢州召开。副省长祁若川出席并讲话。祁若川强调，要抓好落实。\n';

  async function stated(
    type: RelationRecord['type'],
    ...texts: readonly string[]
  ): Promise<RelationRecord['properties']> {
    const folder = await mkdtemp(join(tmpdir(), 'zhitu-confidence-'));
    const store = await openStore({ store: ':memory:' }, {});
    try {
      for (const [index, text] of texts.entries()) await writeFile(join(folder, `${index}.txt`), text);
      await ingestPaths([folder], { store, pipeline: openPipeline() });
      for await (const line of dumpLines(store)) {
        const record: Partial<RelationRecord> = JSON.parse(line);
        if (record.type === type) return record.properties ?? {};
      }
      return {};
    } finally {
      await store.close();
      await rm(folder, { recursive: true });
    }
  }

  it('is its rule’s where one article states it', async () => {
    const single = ruleConfidence()('LAUNCHED_IN', 'launches.subject');
    expect(await stated('LAUNCHED_IN', LAUNCH)).toMatchObject({ confidences: [single], confidence: single });
  });

  it('does not rise by a second sentence of the same article', async () => {
    const single = ruleConfidence()('SPOKE_AT', 'role.spoke');
    expect(await stated('SPOKE_AT', SPEECH)).toMatchObject({ confidences: [single, single], confidence: single });
  });

  it('rises where a second article states it as well', async () => {
    const single = ruleConfidence()('LAUNCHED_IN', 'launches.subject');
    const { confidences, confidence } = await stated('LAUNCHED_IN', LAUNCH, AGAIN);
    expect(confidences).toEqual([single, single]);
    expect(confidence).toBeGreaterThan(single);
    expect(confidence).toBe(Math.min(0.99, Math.round((1 - (1 - single) ** 2) * 10_000) / 10_000));
  });
});
