// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { vocabulary } from '../../../graph/vocabulary.ts';
import { ConsoleSchema } from '../../../web/api/console.ts';
import { offersAt } from '../../../web/client/console/complete.ts';
import { faultOf, lineOf } from '../../../web/client/console/fault.ts';
import { forget, readHistory, remember } from '../../../web/client/console/history.ts';
import { parameterNames, parameterValues } from '../../../web/client/console/parameters.ts';
import { Failure } from '../../../web/client/http.ts';

const schema = ConsoleSchema.parse({
  engine: 'embedded',
  ...vocabulary(),
  limits: { timeoutMs: 1, maxRows: 1 },
});
const labels = (before: string): readonly string[] =>
  offersAt(before, schema, ['who'])?.offers.map(({ label }) => label) ?? [];

describe('what the editor offers', () => {
  it.each([
    ['MATCH (n:Per', 'Person', 'CHAIRED'],
    ['MATCH (n:', 'Township', 'MATCH'],
    ['MATCH (a)-[r:CHA', 'CHAIRED', 'Person'],
    ['MATCH (a)-[:CHAIRED|', 'SPOKE_AT', 'Person'],
    ['MATCH (n) WHERE n.publ', 'publishedOn', 'Person'],
    ['RETURN $w', 'who', 'name'],
    ['RET', 'RETURN', 'Person'],
    ['RETURN coa', 'coalesce', 'who'],
    ['CALL db.', 'db.labels', 'count'],
  ])('after %s is %s, and not %s', (before, offered, other) => {
    expect(labels(before)).toContain(offered);
    expect(labels(before)).not.toContain(other);
  });

  it.each(["RETURN 'Per", '// Per', 'RETURN /* Per', 'RETURN "a:Per'])(
    'within a text or comment is nothing: %s',
    (before) => {
      expect(offersAt(before, schema, [])).toBeNull();
    },
  );

  it('replaces the word that was begun', () => {
    expect(offersAt('MATCH (n:Per', schema, [])?.from).toBe(9);
    expect(offersAt('RETURN $w', schema, ['who'])?.from).toBe(8);
  });
});

describe('the parameters of a query', () => {
  it('are found by their $, once, and not in texts, comments or names', () => {
    expect(parameterNames("MATCH (n {id: $人}) WHERE n.x = $b OR $人 // $c\nRETURN '$d', `$e`")).toEqual(['人', 'b']);
  });

  it('are sent as JSON where they are JSON, and as text where not; empty ones are left out', () => {
    const typed = { a: '12', b: '湖州', c: '"12"', d: '[1, 2]', e: '', f: '2019-07', g: 'null' };
    expect(parameterValues(Object.keys(typed), typed)).toEqual({
      a: 12,
      b: '湖州',
      c: '12',
      d: [1, 2],
      f: '2019-07',
      g: null,
    });
  });
});

describe('the history', () => {
  beforeEach(() => {
    forget();
  });

  it('keeps the last fifty, latest first, each query once', () => {
    for (let index = 0; index < 60; index += 1)
      remember({ cypher: `RETURN ${index}`, params: {}, at: '2026-01-01T00:00:00Z', rows: 1 });
    remember({ cypher: 'RETURN 30', params: {}, at: '2026-01-02T00:00:00Z', rows: 2 });
    const history = readHistory();
    expect(history).toHaveLength(50);
    expect(history[0]).toMatchObject({ cypher: 'RETURN 30', rows: 2 });
    expect(history.filter(({ cypher }) => cypher === 'RETURN 30')).toHaveLength(1);
  });

  it('leaves out what another version stored', () => {
    localStorage.setItem('zhitu.console', '[1, {"cypher": "RETURN 1"}, null]');
    expect(readHistory()).toEqual([]);
    localStorage.setItem('zhitu.console', 'not json');
    expect(readHistory()).toEqual([]);
  });
});

describe('a fault', () => {
  it('is said in plain words, with its place', () => {
    const fault = { reason: 'write', word: 'SET', start: 10, end: 13 };
    expect(faultOf(new Failure('bad-input', 'x', { fault }))).toEqual({
      title: '不能运行',
      text: expect.stringMatching(/^SET会改动图/u),
      place: { start: 10, end: 13 },
    });
  });

  it('of the engine has its own words behind', () => {
    const fault = { reason: 'syntax', word: 'x', start: null, end: null };
    expect(faultOf(new Failure('bad-input', 'Undefined variable', { fault }))?.text).toContain('Undefined variable');
    expect(faultOf(new Failure('unsupported', 'no COLLECT', { fault }))).toMatchObject({
      text: 'no COLLECT',
      place: null,
    });
  });

  it('that is not the query’s is left to the page; the time limit is named', () => {
    expect(faultOf(new Failure('offline', ''))).toBeNull();
    expect(faultOf(new Failure('limit-exceeded', 'x'))?.title).toContain('时间上限');
  });

  it('stands in a line and a column', () => {
    expect(lineOf('a\nbc', 3)).toEqual({ line: 2, column: 2 });
  });
});
