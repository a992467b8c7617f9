import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { forChanges } from '../../graph/for-changes.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ENGINES, type Engine, run } from './engines.ts';

const COUNT = { ...run('MATCH (n:Entity) RETURN count(n) AS n'), row: z.object({ n: z.number() }) };
const countOf = async (store: GraphStore): Promise<number | undefined> => (await store.read(COUNT))[0]?.n;

/** Some 10^11 combinations: no engine is through with them in the time of a test. */
const RUNAWAY = `UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 5000) AS c
WITH a, b, c WHERE (a * b + c) % 7919 = -1 RETURN count(*) AS n`;

/** What every store must do, whichever engine it has. */
function describeStore({ name, open }: Engine): void {
  describe(`the ${name} store`, () => {
    let store: GraphStore;
    beforeEach(async (context) => {
      store = await open(context);
    });
    afterEach(() => store?.close());

    test('names its engine', () => {
      expect(store.engine).toBe(name);
    });

    test('gives rows in the shape of their statement', async () => {
      await store.write([run('CREATE (:Entity {id: $id, n: $n})', { id: 'person/王', n: 3 })]);
      const row = z.object({ id: z.string(), n: z.number() });
      expect(await store.read({ cypher: 'MATCH (n:Entity) RETURN n.id AS id, n.n AS n', row })).toEqual([
        { id: 'person/王', n: 3 },
      ]);
    });

    test('reports rows of another shape as a fault of the statement', async () => {
      const wrong = { cypher: "RETURN 'text' AS n", row: z.object({ n: z.number() }) };
      await expect(store.read(wrong)).rejects.toMatchObject({ code: 'store-rejected' });
    });

    test('a failing statement undoes the ones around it, and is the one that is named', async () => {
      const [before, after] = [run("CREATE (:Entity {id: 'a'})"), run("CREATE (:Entity {id: 'b'})")];
      const write = store.write([before, run('THIS IS NOT CYPHER'), after]);
      await expect(write).rejects.toMatchObject({
        code: 'store-rejected',
        details: { cypher: expect.stringContaining('THIS IS NOT CYPHER') },
      });
      expect(await countOf(store)).toBe(0);
    });

    test('keeps ids unique, and undoes what broke that', async () => {
      const write = store.write([run("CREATE (:Entity {id: 'a'})"), run("CREATE (:Entity {id: 'a'})")]);
      await expect(write).rejects.toMatchObject({ code: 'store-rejected' });
      expect(await countOf(store)).toBe(0);
    });

    test.each([
      "CREATE (n:Entity {id: 'a'}) RETURN n.id AS id",
      "MERGE (n:Entity {id: 'kept'}) SET n.x = 1 RETURN n.id AS id",
      'MATCH (n:Entity) SET n.x = 1 RETURN n.id AS id',
      'MATCH (n:Entity) DETACH DELETE n RETURN 1 AS id',
      'MATCH (n:Entity) REMOVE n.id RETURN 1 AS id',
      'MATCH (n:Entity) SET n:Person RETURN n.id AS id',
      "FOREACH (i IN [1] | CREATE (:Entity {id: 'a'}))",
      "UNWIND ['a'] AS i CALL (i) { CREATE (n:Entity {id: i}) RETURN n.id AS id } RETURN id",
    ])('refuses to write in a read, and nothing stays: %s', async (cypher) => {
      await store.write([run("CREATE (:Entity {id: 'kept'})")]);
      await expect(store.readTable(cypher)).rejects.toMatchObject({ code: 'store-rejected' });
      const after = await store.readTable('MATCH (n:Entity) RETURN n');
      expect(after.rows).toEqual([[{ '~kind': 'node', id: 'kept', labels: ['Entity'], properties: { id: 'kept' } }]]);
    });

    test.each([
      'CREATE INDEX trace IF NOT EXISTS FOR (n:Entity) ON (n.trace)',
      'CREATE CONSTRAINT trace IF NOT EXISTS FOR (n:Entity) REQUIRE n.trace IS UNIQUE',
      'DROP CONSTRAINT entity_id',
      'DROP /* quietly */ INDEX entity_name',
      "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      "// a comment\nLOAD  CSV FROM '/etc/passwd' AS line RETURN line",
      "EXPLAIN LOAD CSV FROM '/etc/passwd' AS line RETURN line",
      'SHOW TRANSACTIONS',
      "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
      'CALL dbms.listConfig()',
    ])('refuses in a read what reaches beyond the graph: %s', async (cypher) => {
      await expect(store.readTable(cypher)).rejects.toMatchObject({ code: 'store-rejected' });
    });

    test('words of forbidden statements are harmless in texts, comments and names', async () => {
      const cypher = "RETURN 'delete' AS word, 'LOAD CSV' AS `DROP INDEX x` // CREATE INDEX";
      expect(await store.readTable(cypher)).toEqual({
        columns: ['word', 'DROP INDEX x'],
        rows: [['delete', 'LOAD CSV']],
        truncated: false,
      });
    });

    test('tells reading from writing without doing either', async () => {
      expect(await store.explain('MATCH (n:Entity) RETURN n')).toEqual({ access: 'r' });
      expect(await store.explain("RETURN 'create' AS word")).toEqual({ access: 'r' });
      expect(await store.explain("CREATE (n:Entity {id: 'a'}) RETURN n")).toEqual({ access: 'w' });
      expect(await store.explain('MATCH (n:Entity) SET n.x = 1')).toEqual({ access: 'w' });
      expect(await store.explain('CREATE INDEX i IF NOT EXISTS FOR (n:Entity) ON (n.x)')).toEqual({ access: 'w' });
      await expect(store.explain('MATCH (')).rejects.toMatchObject({ code: 'store-rejected' });
      expect(await countOf(store)).toBe(0);
    });

    test('takes whole numbers as integers, so that LIMIT works, and gives numbers back', async () => {
      const { rows } = await store.readTable('UNWIND [1, 2.5, 3] AS n RETURN n AS n, $x / 2 AS half LIMIT $k', {
        k: 2,
        x: 7,
      });
      expect(rows).toEqual([
        [1, 3],
        [2.5, 3],
      ]);
    });

    test('keeps every kind of property value as it was', async () => {
      const properties = {
        id: 'article/一',
        text: '“引号”\n换行 𠮷 😀 \\ \' "',
        whole: 42,
        part: 0.1,
        yes: true,
        words: ['乙', '甲', '甲'],
        mixed: [1, 0.5],
        wholes: [3, 1],
      };
      await store.write([run('CREATE (n:Entity) SET n = $properties', { properties })]);
      const { rows } = await store.readTable('MATCH (n:Entity) RETURN properties(n) AS p');
      expect(rows).toEqual([[properties]]);
    });

    test('gives nodes, relations and paths as maps that tell what they are', async () => {
      await store.write([
        run("CREATE (:Entity:Person {id: 'person/王', name: '王'})"),
        run("CREATE (:Entity:Event {id: 'event/会'})"),
        run(`MATCH (a:Entity {id: 'person/王'}) MATCH (b:Entity {id: 'event/会'})
CREATE (a)-[:CHAIRED {key: 'CHAIRED|person/王|event/会', confidence: 0.5}]->(b)`),
      ]);
      const person = {
        '~kind': 'node',
        id: 'person/王',
        labels: ['Entity', 'Person'],
        properties: { id: 'person/王', name: '王' },
      };
      const event = { '~kind': 'node', id: 'event/会', labels: ['Entity', 'Event'], properties: { id: 'event/会' } };
      const chaired = {
        '~kind': 'relation',
        key: 'CHAIRED|person/王|event/会',
        type: 'CHAIRED',
        from: 'person/王',
        to: 'event/会',
        properties: { key: 'CHAIRED|person/王|event/会', confidence: 0.5 },
      };
      const table = await store.readTable(
        'MATCH p = (a:Person)-[r:CHAIRED]->(b:Event) RETURN a, r, p, [a, b] AS list, {x: b} AS map',
      );
      expect(table.columns).toEqual(['a', 'r', 'p', 'list', 'map']);
      expect(table.rows).toEqual([
        [
          person,
          chaired,
          { '~kind': 'path', nodes: [person, event], relations: [chaired] },
          [person, event],
          { x: event },
        ],
      ]);
    });

    test('gives dates, times and durations as ISO texts', async () => {
      const { rows } = await store.readTable(
        `RETURN date('2019-07-01') AS a, datetime('2019-07-01T08:00:00Z') AS b,
localdatetime('2019-07-01T08:00:00') AS c, duration({days: 3}) AS d`,
      );
      expect(rows).toEqual([['2019-07-01', '2019-07-01T08:00:00Z', '2019-07-01T08:00:00', 'P3D']]);
    });

    test('orders Chinese texts by their code points', async () => {
      // Only 𠮷 and its like against ｡ and its like may differ (docs/cypher.md).
      const words = ['𠮷田', '丁', 'a', 'B', '王昌荣', '王', '1', '𠮷'];
      const { rows } = await store.readTable('UNWIND $words AS word RETURN word ORDER BY word', { words });
      expect(rows.flat()).toEqual(['1', 'B', 'a', '丁', '王', '王昌荣', '𠮷', '𠮷田']);
    });

    test('cuts a result at the given number of rows and says so', async () => {
      const cypher = 'UNWIND range(1, 5) AS n RETURN n';
      expect(await store.readTable(cypher, {}, { maxRows: 3 })).toEqual({
        columns: ['n'],
        rows: [[1], [2], [3]],
        truncated: true,
      });
      expect(await store.readTable(cypher, {}, { maxRows: 5 })).toMatchObject({ truncated: false });
    });

    test('streams more rows than one message holds, in order', async () => {
      const rows: number[] = [];
      const statement = { cypher: 'UNWIND range(1, 1234) AS n RETURN n', row: z.object({ n: z.number() }) };
      for await (const { n } of store.stream(statement)) rows.push(n);
      expect(rows).toEqual(Array.from({ length: 1234 }, (_, index) => index + 1));
    });

    test('a stream may be left early', async () => {
      for await (const row of store.stream(run('UNWIND range(1, 5000) AS n RETURN n'))) {
        expect(row).toEqual({ n: 1 });
        break;
      }
      expect(await countOf(store)).toBe(0);
    });

    test('stops a read at its time limit, gives others their answer, and serves on', async () => {
      await store.write([run("CREATE (:Entity {id: 'kept'})")]);
      const slow = store.readTable(RUNAWAY, {}, { timeoutMs: 400 });
      const other = store.readTable('MATCH (n:Entity) RETURN n.id AS id');
      await expect(slow).rejects.toMatchObject({ code: 'limit-exceeded', details: { timeoutMs: 400 } });
      expect((await other).rows).toEqual([['kept']]);
      expect(await countOf(store)).toBe(1);
    });

    test('tells who changes the graph something else than who asks, at the same limit', async () => {
      const slow = forChanges(store).readTable(RUNAWAY, {}, { timeoutMs: 400 });
      await expect(slow).rejects.toMatchObject({
        code: 'limit-exceeded',
        message: expect.stringContaining('--resume'),
      });
    });

    test('two reads that go on for ever each stop at their own limit', async () => {
      // Both are awaited from the start: on a busy machine the second may give up before the first has been read.
      const [first, second] = await Promise.allSettled(
        [300, 900].map((timeoutMs) => store.readTable(RUNAWAY, {}, { timeoutMs })),
      );
      expect(first).toMatchObject({ reason: { code: 'limit-exceeded', details: { timeoutMs: 300 } } });
      expect(second).toMatchObject({ reason: { code: 'limit-exceeded', details: { timeoutMs: 900 } } });
      expect(await countOf(store)).toBe(0);
    });

    test('a read that is cancelled rejects at once, and one that was before does not start', async () => {
      const controller = new AbortController();
      const slow = store.readTable(RUNAWAY, {}, { timeoutMs: 1_000, signal: controller.signal });
      controller.abort();
      await expect(slow).rejects.toMatchObject({ code: 'limit-exceeded' });
      const late = store.readTable('RETURN 1 AS n', {}, { signal: controller.signal });
      await expect(late).rejects.toMatchObject({ code: 'limit-exceeded' });
      expect(await countOf(store)).toBe(0);
    });

    test('writes that are started together all take effect', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `id-${index}`);
      await Promise.all(ids.map((id) => store.write([run('MERGE (n:Entity {id: $id})', { id })])));
      expect(await countOf(store)).toBe(20);
    });

    test('says what is wrong with a query that cannot be read', async () => {
      await expect(store.readTable('MATCH (n:Entity RETURN n')).rejects.toMatchObject({
        code: 'store-rejected',
        message: expect.stringMatching(/RETURN|Expected|Invalid/u),
      });
    });

    test('refuses to work once it is closed', async () => {
      await store.close();
      await expect(store.readTable('RETURN 1 AS n')).rejects.toMatchObject({ code: 'store-unavailable' });
      await store.close();
    });
  });
}

for (const engine of ENGINES) describeStore(engine);
