/** Made graphs in stores: by an import on Neo4j, by transactions on the embedded engine. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ImportWriter } from '../../graph/bulk/import-files.ts';
import { changeStatements } from '../../graph/change.ts';
import { countGraph } from '../../graph/counts.ts';
import { type GraphPart, RELATION_TYPES } from '../../graph/model.ts';
import { openStore } from '../../graph/open.ts';
import { openRandom } from '../../graph/random.ts';
import type { GraphStore } from '../../graph/store.ts';
import { importDatabase, type RunningNeo4j, startNeo4j } from '../../scripts/neo4j/server.ts';
import { makeGraph } from './made-graph.ts';
import { Sampler, saveSamples } from './samples.ts';

/** Records of one transaction of the embedded engine. */
const TRANSACTION = 5_000;
const SEED = 1;
export const BENCH_PASSWORD = 'bench-of-the-store';
export const BENCH_USER = { NEO4J_USER: 'neo4j', NEO4J_PASSWORD: BENCH_PASSWORD } as const;

export interface Memory {
  readonly heapMb: number;
  readonly pagecacheMb: number;
}

/** The parts of a folder that keeps a graph. */
export const homeIn = (folder: string): string => join(folder, 'neo4j');
export const fileIn = (folder: string): string => join(folder, 'graph.grafeo');
export const samplesIn = (folder: string): string => join(folder, 'samples.json');

/** Starts the server of a folder that keeps a graph, and opens its store. */
export async function openKeptNeo4j(
  folder: string,
  memory: Memory,
): Promise<{ readonly store: GraphStore; readonly server: RunningNeo4j }> {
  const server = await startNeo4j({ home: homeIn(folder), port: 0, password: BENCH_PASSWORD, ...memory });
  try {
    const store = await openStore({ store: server.uri }, BENCH_USER);
    await indexesMade(store);
    return { store, server };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
/** Seconds of one wait for indexes: less than the server lets a transaction last. */
const ONE_WAIT = 60;
/** So many waits are enough for the indexes of some millions of nodes on a busy machine. */
const WAITS = 120;

/** Returns when all indexes are there. Waiting counts as a write, as reads may call no procedures but those of search. */
async function indexesMade(store: GraphStore): Promise<void> {
  for (let waits = 1; ; waits += 1) {
    try {
      await store.write([
        { cypher: 'CALL db.awaitIndexes($seconds)', params: { seconds: ONE_WAIT }, row: z.unknown() },
      ]);
      return;
    } catch (error) {
      if (waits === WAITS) throw error;
    }
  }
}

/** Milliseconds for reading all records of a kind: of five million relations half of them take some twelve seconds. */
const THROUGH_MS = 600_000;

/**
 * Reads every record with all its properties, so that the server's page cache holds what it has room for. A server that is in use for weeks has
 * read most of its files; one that was started a minute ago waits for the disk, whatever it is asked.
 */
export async function readThrough(store: GraphStore): Promise<void> {
  const patterns = ['(x:Entity)', ...RELATION_TYPES.map((type) => `(:Entity)-[x:${type}]->(:Entity)`)];
  for (const pattern of patterns)
    await store.read(
      { cypher: `MATCH ${pattern} RETURN sum(size(keys(properties(x)))) AS properties`, row: z.unknown() },
      { timeoutMs: THROUGH_MS },
    );
}

/** Makes a graph of so many nodes as a Neo4j database in a new folder. */
export async function keepNeo4j(
  folder: string,
  nodes: number,
  memory: Memory,
  onStep: (step: string) => void,
): Promise<void> {
  const files = join(folder, 'files');
  mkdirSync(folder, { recursive: true });
  const writer = new ImportWriter(files);
  const sampler = new Sampler(openRandom(SEED).below);
  onStep(`${nodes} nodes: made`);
  for (const part of makeGraph({ nodes }, SEED)) {
    sampler.pass(part);
    writer.add(part);
  }
  onStep(`${nodes} nodes: files`);
  const { args, relations } = await writer.finish();
  onStep(`${nodes} nodes: import`);
  importDatabase(homeIn(folder), args);
  rmSync(files, { recursive: true });
  saveSamples(samplesIn(folder), sampler.samples(relations));
  onStep(`${nodes} nodes: indexes`);
  const { store, server } = await openKeptNeo4j(folder, memory);
  await store.close();
  await server.stop();
}

/** Makes a graph of so many nodes as a file of the embedded engine in a new folder. */
export async function keepEmbedded(folder: string, nodes: number, onStep: (step: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sampler = new Sampler(openRandom(SEED).below);
  const store = await openStore({ store: fileIn(folder) }, {});
  onStep(`${nodes} nodes: embedded`);
  try {
    let waiting: GraphPart = { nodes: [], relations: [] };
    const flush = async (): Promise<void> => {
      await store.write(changeStatements({ nodes: waiting.nodes.map(asNew), relations: waiting.relations.map(asNew) }));
      waiting = { nodes: [], relations: [] };
    };
    for (const part of makeGraph({ nodes }, SEED)) {
      sampler.pass(part);
      waiting = { nodes: [...waiting.nodes, ...part.nodes], relations: [...waiting.relations, ...part.relations] };
      if (waiting.nodes.length + waiting.relations.length >= TRANSACTION) await flush();
    }
    await flush();
    saveSamples(samplesIn(folder), sampler.samples((await countGraph(store)).relations));
  } finally {
    await store.close();
  }
}

function asNew<T>(next: T): { readonly old: null; readonly next: T } {
  return { old: null, next };
}
