import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { countGraph } from '../../graph/counts.ts';
import { dumpLines } from '../../graph/dump.ts';
import { NodeKind, RelationType } from '../../graph/shapes.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ENGINES } from './engines.ts';
import { SAMPLE } from './sample.ts';

const [embeddedEngine, neo4jEngine] = ENGINES;

async function dumpOf(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines;
}

test('the sample has every kind of node and every type of relation', () => {
  expect(new Set(SAMPLE.nodes.map(({ kind }) => kind))).toEqual(new Set(NodeKind.options));
  expect(new Set(SAMPLE.relations.map(({ type }) => type))).toEqual(new Set(RelationType.options));
});

describe.each(ENGINES)('one graph in the $name store', ({ open }) => {
  let store: GraphStore;
  beforeEach(async (context) => {
    store = await open(context);
  });
  afterEach(() => store?.close());

  test('is counted by kind and type', async () => {
    await writeGraph(store, SAMPLE);
    const counts = await countGraph(store);
    expect(counts).toMatchObject({ nodes: SAMPLE.nodes.length, relations: SAMPLE.relations.length });
    expect(counts.byKind).toEqual({ Article: 3, Person: 4, Place: 4, Organization: 2, Program: 2, Event: 3 });
    expect(counts.byType).toMatchObject({ MENTIONS: 17, HOLDS: 3, CONTINUES: 1 });
  });

  test('is empty before anything is written', async () => {
    expect(await countGraph(store)).toMatchObject({ nodes: 0, relations: 0 });
    expect(await dumpOf(store)).toEqual([]);
  });

  test('does not change when the same part is written again, or in pieces in another order', async () => {
    await writeGraph(store, SAMPLE);
    const once = await dumpOf(store);
    const again = await writeGraph(store, SAMPLE);
    expect(again).toMatchObject({
      nodesCreated: 0,
      nodesChanged: 0,
      relationsCreated: 0,
      relationsChanged: 0,
      nodesUnchanged: SAMPLE.nodes.length,
      relationsUnchanged: SAMPLE.relations.length,
    });
    await store.write([{ cypher: 'MATCH (n:Entity) DETACH DELETE n', row: z.unknown() }]);
    for (const node of SAMPLE.nodes.toReversed()) await writeGraph(store, { nodes: [node], relations: [] });
    await writeGraph(store, { nodes: [], relations: SAMPLE.relations.toReversed() });
    expect(await dumpOf(store)).toEqual(once);
  });

  test('reports its progress, and stops between transactions when it is told to', async () => {
    const seen: [number, number][] = [];
    const controller = new AbortController();
    const writing = writeGraph(store, SAMPLE, {
      onProgress: (done, total) => {
        seen.push([done, total]);
        controller.abort();
      },
      signal: controller.signal,
    });
    await expect(writing).rejects.toMatchObject({ code: 'limit-exceeded' });
    expect(seen).toEqual([[SAMPLE.nodes.length, SAMPLE.nodes.length + SAMPLE.relations.length]]);
    expect(await countGraph(store)).toMatchObject({ nodes: SAMPLE.nodes.length, relations: 0 });
  });
});

describe('both engines', () => {
  let embedded: GraphStore;
  let neo4j: GraphStore;
  let written = false;
  // Before each rather than all, because only a test can be skipped with a reason; the tests below only read.
  beforeEach(async (context) => {
    if (written) return;
    if (!embeddedEngine || !neo4jEngine) throw new Error('two engines are compared');
    neo4j = await neo4jEngine.open(context);
    embedded = await embeddedEngine.open(context);
    await Promise.all([writeGraph(embedded, SAMPLE), writeGraph(neo4j, SAMPLE)]);
    written = true;
  });
  afterAll(() => Promise.all([embedded?.close(), neo4j?.close()]));

  test('dump the same bytes', async () => {
    const lines = await dumpOf(embedded);
    expect(lines).toHaveLength(SAMPLE.nodes.length + SAMPLE.relations.length);
    expect(await dumpOf(neo4j)).toEqual(lines);
  });
});
