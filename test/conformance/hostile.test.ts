import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readOnlyTable } from '../../graph/read-only/read.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeGraph } from '../../graph/writer.ts';
import { dumpOf } from '../support/dumps.ts';
import { ENGINES } from './engines.ts';
import { hostileQueries, type Targets } from './hostile-queries.ts';
import { SAMPLE } from './sample.ts';

const CANARY = 'the canary sings';
/** Queries under way at one time. */
const AT_ONCE = 8;

let folder: string;
let listener: Server;
let targets: Targets;
const reached: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-canary-'));
  const file = join(folder, 'canary.csv');
  writeFileSync(file, CANARY);
  listener = createServer(({ url = '' }, res) => {
    reached.push(url);
    res.end(CANARY);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  targets = { address: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`, file };
});
afterAll(() => {
  listener.close();
  rmSync(folder, { recursive: true });
});

test('the listener hears, and the list is long', async () => {
  expect(await (await fetch(`${targets.address}/heard`)).text()).toBe(CANARY);
  expect(reached.splice(0)).toEqual(['/heard']);
  expect(hostileQueries(targets).length).toBeGreaterThan(200);
});

/** What the schema and the tokens are, which no dump lists. */
async function schemaOf(store: GraphStore): Promise<unknown> {
  if (store.engine !== 'neo4j') return null;
  const name = z.object({ name: z.string() });
  return Promise.all(
    [
      'CALL db.labels() YIELD label RETURN label AS name ORDER BY name',
      'CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name ORDER BY name',
      'CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS name ORDER BY name',
    ].map((cypher) => store.read({ cypher, row: name })),
  );
}

describe.each(ENGINES)('what the $name store lets a query do', ({ open }) => {
  test('is to read: of all hostile queries none runs, nothing is changed, no file or address is reached', async (context) => {
    const store = await open(context);
    try {
      await writeGraph(store, SAMPLE);
      const before = [await dumpOf(store), await schemaOf(store)];
      const file = statSync(targets.file);
      const ran: string[] = [];
      const attack = async ([name, cypher]: readonly [string, string]): Promise<void> => {
        const outcome = await readOnlyTable(store, cypher).then(
          () => 'ran',
          (error: { code?: string }) => error.code ?? String(error),
        );
        if (outcome !== 'bad-input') ran.push(`${name}: ${outcome}`);
      };
      const queries = [...hostileQueries(targets)];
      while (queries.length > 0) await Promise.all(queries.splice(0, AT_ONCE).map(attack));
      expect(ran).toEqual([]);
      expect([await dumpOf(store), await schemaOf(store)]).toEqual(before);
      expect(reached).toEqual([]);
      expect(readFileSync(targets.file, 'utf8')).toBe(CANARY);
      expect(statSync(targets.file).mtimeMs).toBe(file.mtimeMs);
    } finally {
      await store.close();
    }
  }, 120_000);

  test('is to read what only looks like it', async (context) => {
    const store = await open(context);
    try {
      await writeGraph(store, SAMPLE);
      const rows = async (cypher: string): Promise<unknown> => (await readOnlyTable(store, cypher)).rows;
      expect(await rows("RETURN 'delete' AS word // CREATE")).toEqual([['delete']]);
      expect(await rows("MATCH (n:Person) WHERE n.name = 'SET' RETURN n.name AS name")).toEqual([]);
      expect(await rows("MATCH (n:Person) WHERE n.name = '王昌荣' RETURN n.load AS d, '// SET' AS s")).toEqual([
        [null, '// SET'],
      ]);
    } finally {
      await store.close();
    }
  });

  test('is planned before it runs: what the engine would write is told from what it would read', async (context) => {
    const store = await open(context);
    try {
      const writes = [
        'CREATE (n:Entity {id: "x"})',
        'MATCH (n:Entity) SET n.x = 1',
        'MATCH (n:Entity) DETACH DELETE n',
      ];
      for (const cypher of writes) expect(await store.explain(cypher), cypher).toEqual({ access: 'w' });
      expect(await store.explain("RETURN 'create' AS word")).toEqual({ access: 'r' });
    } finally {
      await store.close();
    }
  });

  test('has faults that point into the text, whatever the engine', async (context) => {
    const store = await open(context);
    try {
      for (const [cypher, words] of [
        ["RETURN '甲' AS x,\n  nope", 'nope'],
        ['MATCH (n:Person) RETRUN n', 'RETRUN'],
        ['RETURN $who AS x', '$who'],
      ] as const) {
        const fault = await readOnlyTable(store, cypher).then(
          () => null,
          (error: { details: { fault: { start: number; end: number } } }) => error.details.fault,
        );
        expect(cypher.slice(fault?.start, fault?.end), cypher).toBe(words);
      }
    } finally {
      await store.close();
    }
  });
});
