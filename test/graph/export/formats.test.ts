import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportChunks, FORMATS, type FormatName } from '../../../graph/export/export.ts';
import { firstDay, lastDay } from '../../../graph/export/format.ts';
import { escapeXml } from '../../../graph/export/xml.ts';
import type { NodeKind } from '../../../graph/model.ts';
import { applySchema } from '../../../graph/schema.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { openEmbedded } from '../../../graph/stores/embedded.ts';
import { writeGraph } from '../../../graph/writer.ts';
import { SAMPLE } from '../../conformance/sample.ts';

const HOSTILE = '=1+1 "引号" <b>&\\u0027; \u0001\r\n第二行';
const HOSTILE_ID = 'program/<x a="1">&\'';

let store: GraphStore;
beforeAll(async () => {
  store = await openEmbedded(':memory:');
  await applySchema(store);
  await writeGraph(store, {
    nodes: [
      ...SAMPLE.nodes,
      {
        id: HOSTILE_ID,
        kind: 'Program',
        labels: [],
        properties: { name: HOSTILE, search: 'x', unheardOf: ['乙', '甲'] },
      },
    ],
    relations: SAMPLE.relations,
  });
});
afterAll(() => store?.close());

async function exported(format: FormatName, kinds?: readonly NodeKind[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const about = { source: 'test -- <graph>', madeOn: '2021-05-01' };
  for await (const { file, text } of exportChunks(store, { format, about, ...(kinds && { kinds }) }))
    files.set(file, (files.get(file) ?? '') + text);
  return files;
}

async function only(format: FormatName, kinds?: readonly NodeKind[]): Promise<string> {
  const files = await exported(format, kinds);
  expect([...files.keys()]).toEqual(FORMATS[format].files);
  return [...files.values()].join('');
}

/** The rows of a CSV text (RFC 4180). */
function rowsOf(csv: string): readonly (readonly string[])[] {
  return [...csv.matchAll(/(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))+?(?<=\r\n)/gu)].map(([line]) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/gu)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    ),
  );
}

/** Whether tags nest, and neither text nor attributes hold what XML forbids. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^?]*\?>\n/u, '')
    .replace(
      /<(\/?)([a-z]+)((?: [a-z.:]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)(\/?)>/gu,
      (_, end, name, __, empty) => {
        if (end === '/') expect(open.pop()).toBe(name);
        else if (empty !== '/') open.push(name);
        return '';
      },
    );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/u);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
}

const STATING = SAMPLE.relations.filter(({ properties }) => Array.isArray(properties.evidence));
const SENTENCES = STATING.flatMap(({ properties }) => properties.evidence as readonly string[]);

describe('csv', () => {
  test('has a line a node, a relation, and a sentence that states a relation, behind a byte order mark', async () => {
    const files = await exported('csv');
    for (const text of files.values()) expect(text.startsWith('\ufeff')).toBe(true);
    const rows = (file: string) => rowsOf((files.get(file) ?? '').slice(1));
    const lengths = FORMATS.csv.files.map((file) => rows(file).length - 1);
    expect(lengths).toEqual([SAMPLE.nodes.length + 1, SAMPLE.relations.length, SENTENCES.length]);
    for (const file of FORMATS.csv.files) expect(new Set(rows(file).map((row) => row.length)).size).toBe(1);
    const [names = [], ...sentences] = rows('evidence.csv');
    const quote = names.indexOf('quote');
    expect(sentences.every((row) => (row[quote] ?? '') !== '')).toBe(true);
  });

  test('keeps a property without a column, and a formula from being run', async () => {
    const rows = rowsOf((await exported('csv')).get('nodes.csv') ?? '');
    const row = rows.find(([id]) => id === HOSTILE_ID) ?? [];
    expect(row[3]).toBe(`'${HOSTILE}`);
    expect(row.at(-1)).toBe('{"unheardOf":["乙","甲"]}');
  });
});

test('jsonl gives each relation its sentences, word for word', async () => {
  const lines = (await only('jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(SAMPLE.nodes.length + 1 + SAMPLE.relations.length);
  const texts = new Map(SAMPLE.nodes.map(({ id, properties }) => [id, String(properties.text ?? '')]));
  const cited = lines.flatMap(({ evidence = [] }) => evidence);
  expect(cited).toHaveLength(SENTENCES.length);
  for (const { articleId, start, end, quote } of cited) expect(quote).toBe(texts.get(articleId)?.slice(start, end));
});

describe.each(['graphml', 'gexf'] as const)('%s', (format) => {
  test('is well formed whatever names hold, and has every node, relation and quote', async () => {
    const xml = await only(format);
    assertWellFormed(xml);
    expect(xml.match(/<node /gu)).toHaveLength(SAMPLE.nodes.length + 1);
    expect(xml.match(/<edge /gu)).toHaveLength(SAMPLE.relations.length);
    expect(xml.match(/“推进会在湖州举行”/gu)?.length).toBe(
      SENTENCES.filter((reference) => reference === 'article/aaaa000000000001#0-8').length,
    );
  });

  test('leaves out what has an end of another kind where kinds are chosen', async () => {
    const xml = await only(format, ['Program', 'Place']);
    assertWellFormed(xml);
    const launched = SAMPLE.relations.filter(
      ({ from, to }) => /^(?:program|place)/u.test(from) && to.startsWith('place'),
    );
    expect(xml.match(/<edge /gu)).toHaveLength(launched.length);
    expect(xml).not.toContain('person/');
  });
});

test('what XML cannot hold is replaced, half a character among it', () => {
  expect(escapeXml('a\ud800b\udc00\u0001\uffff𠮷')).toBe('a\ufffdb\ufffd\ufffd\ufffd𠮷');
});

test('gexf draws a month as the span it is, and leaves the end of an adoption open', async () => {
  const xml = await only('gexf');
  expect(xml).toMatch(/<node id="event\/2019-06\/调研"[^>]* start="2019-06-01" end="2019-06-30">/u);
  expect(xml).toMatch(/<node id="event\/2019-07-01\/推进会"[^>]* start="2019-07-01" end="2019-07-02">/u);
  expect(xml).toMatch(/<node id="event\/座谈会" label="座谈会">/u);
  expect(xml).toMatch(/<edge [^>]*全科网格[^>]*\|origin"[^>]* start="2016-01-01">/u);
});

test('dates cut to their precision have a first and a last day', () => {
  expect(['2020-02', '2019-02', '2019', '2019-07-03'].map(lastDay)).toEqual([
    '2020-02-29',
    '2019-02-28',
    '2019-12-31',
    '2019-07-03',
  ]);
  expect(['2020-02', '2019'].map(firstDay)).toEqual(['2020-02-01', '2019-01-01']);
});

test('cypher is one statement a line, with nothing in a text that could end it', async () => {
  const lines = (await only('cypher')).trimEnd().split('\n');
  expect(lines[0]).toMatch(/^\/\/ /u);
  expect(lines.slice(1).every((line) => /^(?:CREATE|MERGE|MATCH) .*;$/u.test(line))).toBe(true);
  expect(lines).toHaveLength(2 + SAMPLE.nodes.length + 1 + SAMPLE.relations.length);
});

describe('ftm', () => {
  test('has ids that its tools take, and references to entities of the same file', async () => {
    const entities: { id: string; schema: string; properties: Record<string, readonly string[]> }[] = (
      await only('ftm')
    )
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const ids = new Set(entities.map(({ id }) => id));
    expect([...ids].every((id) => /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/u.test(id))).toBe(true);
    const references = ['subject', 'object', 'holder', 'post', 'proof', 'document', 'resolved', 'organization'];
    for (const { properties } of entities)
      for (const name of references) for (const id of properties[name] ?? []) expect(ids).toContain(id);
  });

  test('makes a post an occupancy by the days on which it was seen, with its sentences', async () => {
    const lines = (await only('ftm')).split('\n');
    const occupancy = JSON.parse(lines.find((line) => line.includes('"Occupancy"') && line.includes('王昌荣')) ?? '{}');
    expect(occupancy.properties).toMatchObject({
      date: ['2019-07', '2019-07-03'],
      summary: ['推进会在湖州举行'],
    });
    expect(occupancy.properties.startDate).toBeUndefined();
  });
});
