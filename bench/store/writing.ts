/** How fast saved extractions become a graph: by transactions on both engines, by an import, and beside the same rows written by bare `UNWIND`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importDatabase, type RunningNeo4j, startNeo4j } from '../../scripts/neo4j/server.ts';
import { BENCH_PASSWORD, BENCH_USER, type Memory } from './big-graph.ts';
import { bytesOfEmbedded, bytesOfNeo4j } from './disk.ts';
import type { SavedExtractions } from './extractions.ts';
import { type GraphragFigures, measureGraphrag } from './graphrag.ts';
import { runStep } from './run-step.ts';
import type { StepOutput } from './step.ts';

/** One way to write. */
export interface Written {
  readonly milliseconds: number;
  /** Of these, of its transactions from when it was known what to write. */
  readonly writing: number;
  /** The most memory of the writing process. */
  readonly bytes: number;
  /** The same rows by bare `UNWIND`: how many, and the milliseconds of their transactions. */
  readonly bare: Pick<StepOutput, 'rows' | 'milliseconds'>;
  /** Milliseconds of the same ingest once more, which changes nothing. */
  readonly again: number;
  readonly diskBytes: number;
  /** Nodes and relations by the writer of neo4j-graphrag; null where it was not measured. */
  readonly graphrag: GraphragFigures | null;
}

export interface BulkWritten {
  /** Milliseconds for the files, the import, and the start with the indexes. */
  readonly files: number;
  readonly imported: number;
  readonly indexed: number;
  readonly bytes: number;
  readonly diskBytes: number;
}

export interface WritingOptions extends Memory {
  /** For stores and files, which are removed. */
  readonly folder: string;
  readonly onStep: (step: string) => void;
  /** Whether to measure the writer of neo4j-graphrag as well. */
  readonly graphrag?: boolean;
}

export async function measureEmbedded(saved: SavedExtractions, options: WritingOptions): Promise<Written> {
  const folder = mkdtempSync(join(options.folder, 'embedded-'));
  try {
    const [first, second] = [join(folder, 'first.grafeo'), join(folder, 'second.grafeo')];
    return await measured(saved, { folder, store: first, bareStore: second }, options, async () =>
      bytesOfEmbedded(first),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function measureNeo4j(saved: SavedExtractions, options: WritingOptions): Promise<Written> {
  const folder = mkdtempSync(join(options.folder, 'neo4j-'));
  const servers: RunningNeo4j[] = [];
  const started = async (home: string): Promise<string> => {
    const server = await startNeo4j({ ...options, home, port: 0, password: BENCH_PASSWORD });
    servers.push(server);
    return server.uri;
  };
  try {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    // Both run all the time: the one that waits takes nothing but memory.
    const places = { folder, store: await started(first), bareStore: await started(second) };
    return await measured(saved, places, options, async () => bytesOfNeo4j(first));
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true });
  }
}

interface Places {
  readonly folder: string;
  readonly store: string;
  readonly bareStore: string;
}

async function measured(
  { file, articles }: SavedExtractions,
  { folder, store, bareStore }: Places,
  { onStep, ...options }: WritingOptions,
  diskBytes: () => Promise<number>,
): Promise<Written> {
  const kind = store.includes('://') ? 'Neo4j' : 'embedded';
  const ingest = { step: 'ingest', lines: file, store, runs: join(folder, 'runs') } as const;
  onStep(`${kind}: ${articles} articles`);
  const first = await runStep(ingest, BENCH_USER);
  onStep(`${kind}: the same again`);
  const again = await runStep(ingest, BENCH_USER);
  const rows = join(folder, 'rows.jsonl');
  onStep(`${kind}: its rows`);
  await runStep({ step: 'rows', rows, store }, BENCH_USER);
  onStep(`${kind}: the rows by bare UNWIND`);
  const bare = await runStep({ step: 'bare', rows, store: bareStore }, BENCH_USER);
  return {
    milliseconds: first.milliseconds,
    writing: first.writing,
    bytes: first.bytes,
    again: again.milliseconds,
    bare: { rows: bare.rows, milliseconds: bare.milliseconds },
    diskBytes: await diskBytes(),
    graphrag: options.graphrag && kind === 'Neo4j' ? await measureGraphrag(options.folder, rows, options) : null,
  };
}

export async function measureBulk({ file, articles }: SavedExtractions, options: WritingOptions): Promise<BulkWritten> {
  const folder = mkdtempSync(join(options.folder, 'bulk-'));
  const home = join(folder, 'neo4j');
  let server: RunningNeo4j | null = null;
  try {
    options.onStep(`bulk: files of ${articles} articles`);
    const {
      milliseconds: files,
      bytes,
      args,
    } = await runStep({ step: 'bulk', lines: file, folder: join(folder, 'files') });
    options.onStep('bulk: import');
    const start = performance.now();
    importDatabase(home, args);
    const imported = performance.now() - start;
    options.onStep('bulk: indexes');
    server = await startNeo4j({ ...options, home, port: 0, password: BENCH_PASSWORD });
    const indexing = performance.now();
    await runStep({ step: 'schema', store: server.uri }, BENCH_USER);
    const indexed = performance.now() - indexing;
    return { files, imported, indexed, bytes, diskBytes: bytesOfNeo4j(home) };
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}
