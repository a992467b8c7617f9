import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLACE_LEVELS } from '../../graph/model.ts';
import { loadQueries, paramsOf, queryById, runQuery } from '../../graph/queries.ts';
import { parseQuery } from '../../graph/query-header.ts';
import { applySchema } from '../../graph/schema.ts';
import { ArticleKind, EventType, Stage } from '../../graph/shapes.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';
import { SAMPLE } from '../conformance/sample.ts';

const query = (...lines: string[]) =>
  parseQuery(
    ['// 标题', '// @id q', '// @en Title', '// @purpose 说明', '// @purposeEn Why', '// @group events', ...lines].join(
      '\n',
    ),
    'q.cypher',
  );

describe('the saved queries of the repository', () => {
  const queries = loadQueries();

  test('are at least twelve, each with its own id and title', () => {
    expect(queries.length).toBeGreaterThanOrEqual(12);
    expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
    expect(new Set(queries.map(({ title }) => title)).size).toBe(queries.length);
  });

  test('have no parameter that is called as an option of the command line', () => {
    const names = queries.flatMap(({ params }) => params.map(({ name }) => name));
    expect(names.filter((name) => ['store', 'json', 'csv', 'ids', 'list', 'help'].includes(name))).toEqual([]);
  });

  test('order their rows, or give at most one', () => {
    expect(queries.filter(({ cypher }) => !/ORDER BY/u.test(cypher)).map(({ id }) => id)).toEqual([]);
  });

  test('offer the words of the model where one is to be chosen', () => {
    const choices = Object.fromEntries(
      queries.flatMap(({ params }) => params.flatMap(({ name, choices }) => (choices ? [[name, choices]] : []))),
    );
    expect(choices).toEqual({
      stage: Stage.options,
      type: EventType.options,
      kind: ArticleKind.options,
      level: PLACE_LEVELS.filter((level) => level !== 'country'),
    });
  });

  test('are found by id; an unknown one is answered with those there are', () => {
    expect(queryById(queries, 'presenters').title).toBe('谁在会上作了交流发言');
    expect(() => queryById(queries, 'nope')).toThrow(
      expect.objectContaining({ code: 'not-found', message: expect.stringContaining('presenters') }),
    );
  });

  test('a broken file is named when they are loaded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhitu-queries-'));
    writeFileSync(join(folder, 'broken.cypher'), '// 标题\n// @id broken\nRETURN 1');
    expect(() => loadQueries(folder)).toThrow(/broken\.cypher:1: expected a line/u);
    rmSync(folder, { recursive: true });
  });
});

describe('running one', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openEmbedded(':memory:');
    await applySchema(store);
    await writeGraph(store, SAMPLE);
  });
  afterAll(() => store.close());

  const one = query('// @param who Person.id required', 'RETURN $who AS who');
  const many = query('// @param who Person.id[] required', 'RETURN $who AS who');

  test.each([
    ['an id', 'person/王昌荣', ['person/王昌荣']],
    ['a name', '王昌荣', ['person/王昌荣']],
    ['an alias', '昌荣', ['person/王昌荣']],
    ['a name of two', '李明', ['person/李明', 'person/李明（湖州）']],
    ['an id that is also a prefix', 'person/李明', ['person/李明']],
  ])('finds a person by %s', async (_, given, ids) => {
    expect(await paramsOf(store, many, { who: given })).toEqual({ who: ids });
  });

  test('finds a place by its path too', async () => {
    const place = query('// @param at Place.path required', 'RETURN $at AS at');
    expect(await paramsOf(store, place, { at: '浙江省/湖州市' })).toEqual({ at: '浙江省/湖州市' });
    expect(await paramsOf(store, place, { at: '湖州' })).toEqual({ at: '浙江省/湖州市' });
  });

  test('where one is meant and two have the name, asks for an id', async () => {
    expect(await paramsOf(store, one, { who: '王昌荣' })).toEqual({ who: 'person/王昌荣' });
    await expect(paramsOf(store, one, { who: '李明' })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^who: 2 of kind Person are called 李明.*person\/李明, person\/李明（湖州）/u),
    });
  });

  test('where nobody has the name, suggests those like it', async () => {
    await expect(paramsOf(store, many, { who: '王昌' })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^who: .*"王昌".*Did you mean 王昌荣\?/u),
      details: { parameter: 'who' },
    });
    await expect(paramsOf(store, many, { who: '湖州' })).rejects.toMatchObject({
      message: expect.not.stringContaining('mean'),
    });
  });

  test('gives events from the latest to the first, and those without a day behind them', async () => {
    const { columns, rows } = await runQuery(store, queryById(loadQueries(), 'meetings-in-place'), { place: '浙江省' });
    const days = rows.map((row) => row[columns.indexOf('日期')]);
    expect(days).toEqual(['2019-07-01', '2019-06', null]);
  });

  test('takes defaults, and null for what is left out', async () => {
    const optional = query(
      '// @param from date',
      '// @param limit int = 5 "行数" 1..9',
      'RETURN $from AS f LIMIT $limit',
    );
    expect(await paramsOf(store, optional, {})).toEqual({ from: null, limit: 5 });
    expect(await paramsOf(store, optional, { from: '', limit: null })).toEqual({ from: null, limit: 5 });
    expect(await paramsOf(store, optional, { from: '2019', limit: '7' })).toEqual({ from: '2019', limit: 7 });
  });

  test('names a required parameter that is missing, and one that there is not', async () => {
    await expect(paramsOf(store, one, {})).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^who .*required/u),
    });
    await expect(paramsOf(store, one, { who: '王昌荣', name: 'x' })).rejects.toMatchObject({
      code: 'bad-input',
      message: 'q has no parameter name; it has: who',
    });
  });

  test('gives the rows of the graph', async () => {
    const table = await runQuery(store, queryById(loadQueries(), 'chaired-by-person'), {
      person: '王昌荣',
      from: '2019',
    });
    expect(table).toEqual({
      columns: ['日期', '会议', '地点', '人物', '证据'],
      rows: [
        [
          '2019-07-01',
          'event/2019-07-01/推进会',
          ['place/浙江省/湖州市'],
          'person/王昌荣',
          ['article/aaaa000000000001#0-8', 'article/bbbb000000000002#2-6'],
        ],
      ],
      truncated: false,
    });
  });

  test.each([
    ['2019-07-02', '2019-07-02', 1],
    ['2019-07', '2019-07', 1],
    ['2019', '2019', 1],
    ['2019-07-03', null, 0],
    [null, '2019-06', 0],
  ])('counts an event of 1 and 2 July 2019 between %s and %s: %i', async (from, to, count) => {
    const { rows } = await runQuery(store, queryById(loadQueries(), 'chaired-by-person'), {
      person: '王昌荣',
      from,
      to,
    });
    expect(rows.filter((row) => row[0] === '2019-07-01')).toHaveLength(count);
  });
});
