import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dumpLines } from '../../graph/dump.ts';
import { exportChunks, FORMATS, type FormatName } from '../../graph/export/export.ts';
import { dumpDigest, loadLines } from '../../graph/load.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ENGINES, run } from './engines.ts';
import { SAMPLE } from './sample.ts';

const ABOUT = { source: 'sample', madeOn: '2021-05-01' };
const [embeddedEngine, neo4jEngine] = ENGINES;

async function textOf(store: GraphStore, format: FormatName): Promise<string> {
  let whole = '';
  for await (const { text } of exportChunks(store, { format, about: ABOUT })) whole += text;
  return whole;
}

async function dumpOf(store: GraphStore): Promise<string> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines.join('\n');
}

describe('exports', () => {
  const stores: GraphStore[] = [];
  beforeEach(async (context) => {
    for (const engine of [embeddedEngine, neo4jEngine]) {
      const store = await engine?.open(context);
      if (!store) continue;
      stores.push(store);
      await writeGraph(store, SAMPLE);
    }
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  test('are the same text from either engine', async () => {
    const [a, b] = stores as [GraphStore, GraphStore];
    for (const format of Object.keys(FORMATS) as FormatName[])
      expect(await textOf(a, format)).toBe(await textOf(b, format));
  });

  test('a dump carries a graph from one engine to the other and back', async () => {
    const [embedded, neo4j] = stores as [GraphStore, GraphStore];
    for (const [from, to] of [
      [embedded, neo4j],
      [neo4j, embedded],
    ] as const) {
      const digest = await dumpDigest(from);
      await to.write([run('MATCH (n) DETACH DELETE n')]);
      expect((await loadLines(to, dumpLines(from))).sha256).toBe(digest);
      expect(await dumpDigest(to)).toBe(digest);
    }
  });

  test('as Cypher make the same graph again, whatever its texts hold', async () => {
    const [embedded, neo4j] = stores as [GraphStore, GraphStore];
    const name = `'); MATCH (n) DETACH DELETE n; // \\u0027 \\ " \u0007\r\n\u2028𠮷`;
    await writeGraph(embedded, {
      nodes: [
        {
          id: "program/'\\u0027",
          kind: 'Program',
          labels: [],
          properties: { name, search: 'x', aliases: ['\\', "'"] },
        },
      ],
      relations: [],
    });
    await neo4j.write([run('MATCH (n) DETACH DELETE n')]);
    const script = await textOf(embedded, 'cypher');
    // Schema and data do not go into one transaction.
    const statements = script.split(';\n').filter((statement) => /^(?:MERGE|MATCH)/u.test(statement));
    await neo4j.write(statements.map((statement) => run(statement)));
    expect(await dumpOf(neo4j)).toBe(await dumpOf(embedded));
  });
});
