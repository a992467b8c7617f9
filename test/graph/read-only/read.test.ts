import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainMessage, positionIn } from '../../../graph/read-only/position.ts';
import { type QueryFault, readOnlyTable } from '../../../graph/read-only/read.ts';
import { applySchema } from '../../../graph/schema.ts';
import { type EmbeddedStore, openEmbedded } from '../../../graph/stores/embedded.ts';
import { writeGraph } from '../../../graph/writer.ts';
import { SAMPLE } from '../../conformance/sample.ts';

/** Three nodes of each combination: no engine ends this soon. */
const ENDLESS = 'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN count(*) AS n';

let store: EmbeddedStore;
beforeAll(async () => {
  store = await openEmbedded(':memory:');
  await applySchema(store);
  await writeGraph(store, SAMPLE);
});
afterAll(() => store.close());

async function faultOf(cypher: string, params = {}): Promise<QueryFault & { code: string; message: string }> {
  const error = await readOnlyTable(store, cypher, params).then(
    () => expect.fail(`${cypher} ran`),
    (thrown: { code: string; message: string; details: { fault: QueryFault } }) => thrown,
  );
  return { code: error.code, message: error.message, ...error.details.fault };
}

describe('readOnlyTable', () => {
  test('gives the rows of a query that reads', async () => {
    const { rows } = await readOnlyTable(store, 'MATCH (p:Person {id: $id}) RETURN p.name AS name', {
      id: 'person/王昌荣',
    });
    expect(rows).toEqual([['王昌荣']]);
  });

  test.each([
    ["MATCH (n:Entity)\nSET n.x = 1 RETURN '甲'", 'write', 'SET'],
    ["RETURN '甲' AS x,\n  nope", 'variable', 'nope'],
    ['RETURN foo(1) AS x', 'unknown', 'foo'],
    ["RETURN '甲乙' AS x RETRUN", 'syntax', 'RETRUN'],
    ['MATCH (n:Person)\nWHERE n.name =\nRETURN n', 'syntax', 'RETURN'],
    ['MATCH (n:Person {id: $who}) RETURN n', 'parameter', '$who'],
    ['RETURN 1 +', 'syntax', '+'],
  ])('points at the fault: %s', async (cypher, reason, words) => {
    const fault = await faultOf(cypher);
    expect(fault).toMatchObject({ code: 'bad-input', reason });
    expect(cypher.slice(fault.start ?? 0, fault.end ?? 0)).toBe(words);
    expect(fault.message).not.toMatch(/-->|GRAFEO|query:\d/u);
  });

  test('says that the engine lacks a construct, not that the query is wrong', async () => {
    expect(await faultOf('MATCH (n:Person|Place) RETURN n')).toMatchObject({ code: 'unsupported' });
  });

  test('cuts what is too long, by rows and by size', async () => {
    const rows = 'UNWIND range(1, 100000) AS x RETURN x';
    const { truncated, rows: kept } = await readOnlyTable(store, rows, {}, { maxRows: 10 });
    expect([truncated, kept.length]).toEqual([true, 10]);
    const long = "UNWIND range(1, 50) AS x RETURN x, '一二三四五六七八九十' AS text";
    const cut = await readOnlyTable(store, long, {}, { maxSize: 90 });
    expect([cut.truncated, cut.rows.length]).toEqual([true, 5]);
    expect((await readOnlyTable(store, long, {}, { maxSize: 900, maxRows: 50 })).truncated).toBe(false);
  });

  test('a query that its reader gives up is stopped, and what others asked at that time is answered', async () => {
    const controller = new AbortController();
    const engine = store.hostPid();
    const endless = readOnlyTable(store, ENDLESS, {}, { signal: controller.signal });
    await wait(200);
    controller.abort();
    await expect(endless).rejects.toMatchObject({ code: 'limit-exceeded', message: 'The query was cancelled.' });
    expect((await readOnlyTable(store, 'RETURN 1 AS one')).rows).toEqual([[1]]);
    await expect.poll(() => store.hostPid(), { timeout: 10_000 }).not.toBe(engine);
    expect((await readOnlyTable(store, 'MATCH (n:Person) RETURN count(n) AS n')).rows).toEqual([[4]]);
  });
});

describe('the place in an engine’s message', () => {
  const cypher = 'MATCH (n)\nRETURN nn, $p';
  const at = (message: string, prefix?: number): string | null => {
    const position = positionIn(cypher, message, prefix);
    return position && cypher.slice(position.start, position.end);
  };

  test.each([
    ['Variable `nn` not defined (line 2, column 8 (offset: 17))\n"RETURN nn, $p"\n        ^', 'nn'],
    ['[Cypher] Expected\n  --> query:2:1\n   |\n 2 | RETURN nn', 'RETURN'],
    ["Undefined variable 'nn'", 'nn'],
    ['Missing parameter: $p', '$p'],
    ['syntax error --> query:9:99', '$p'],
    ['out of luck', null],
  ])('is found: %s', (message, words) => {
    expect(at(message)).toBe(words);
  });

  test('does not count what was put before the first line', () => {
    expect(at('Invalid input (line 1, column 9 (offset: 8))', 8)).toBe('MATCH');
  });

  test('is left out of the message, as are codes and the excerpt', () => {
    expect(
      plainMessage(
        'Neo4j refused the statement: Variable `x` not defined (line 1, column 8 (offset: 7))\n"RETURN x"\n        ^',
      ),
    ).toBe('Variable `x` not defined');
    expect(
      plainMessage(
        'The embedded engine refused the statement: Query error: GRAFEO-Q001: syntax error: [Cypher] Expected end\n  --> query:1:2\n   |\n 1 | x\n   |',
      ),
    ).toBe('syntax error: Expected end');
  });
});
