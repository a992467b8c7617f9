/** `npm run bench:store`: how fast extractions are written and the graph is read, on both engines (docs/benchmarks.md). */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand, usageError } from '../graph/cli/command.ts';
import { openStore } from '../graph/open.ts';
import { withFigures } from './document.ts';
import { oneOf, openProgress, wholeNumber } from './options.ts';
import {
  fileIn,
  homeIn,
  keepEmbedded,
  keepNeo4j,
  type Memory,
  openKeptNeo4j,
  readThrough,
  samplesIn,
} from './store/big-graph.ts';
import { bytesOfEmbedded, bytesOfNeo4j } from './store/disk.ts';
import { saveExtractions } from './store/extractions.ts';
import { measureReads, type ReadOptions } from './store/reads.ts';
import { readsMarkdown, type SizeFigures, type StoreReads, writingMarkdown } from './store/report.ts';
import { loadSamples } from './store/samples.ts';
import { settingLine } from './store/setting.ts';
import { measureBulk, measureEmbedded, measureNeo4j, type WritingOptions } from './store/writing.ts';

const HELP = `Measures writing (embedded, Neo4j, --bulk, each beside bare UNWIND of the same rows) and the explorer's reads on large graphs.
测量写入（嵌入式、Neo4j、批量导入，均与裸 UNWIND 写入相同数据对比）和大图上的读取。

  npm run bench:store -- [options]

  --sizes LIST       articles to write (default 1000,10000): 100000 takes hours, 100000:bulk (only that way) half an hour
  --ways LIST        of embedded, neo4j, bulk (default: all)
  --graphrag         beside them the writer of neo4j-graphrag, which is fetched (Python, Maven)
  --nodes N          nodes of the graph to read on Neo4j (default 1000000); the embedded one has a tenth
  --keep DIR         makes these graphs in a new folder and leaves them there
  --reads DIR        only measures reads, on the graphs that --keep left
  --no-reads         only measures writing
  --calls N          calls of each read (default 300)
  --before N         calls of each before any is measured (default 150)
  --only TEXT        only the reads with this in their name (neighbours, person, spread …)
  --heap MB          memory of Neo4j (default 3000), and
  --pagecache MB     for its files (default 5000, room for all of a million nodes)
  --work DIR         where extractions are kept for the next time (default: a folder that is removed)
  --update           write the tables of docs/benchmarks.md
  -h, --help         this text

Examples  示例
  npm run bench:store -- --sizes 1000 --nodes 50000
  npm run bench:store -- --sizes 1000,10000,100000:bulk --graphrag --keep /data/bench --update
  npm run bench:store -- --reads /data/bench --update

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 完成，1 失败，2 命令有误。
`;

const DOCUMENT = new URL('../docs/benchmarks.md', import.meta.url);
const SEED = 1;
const WAYS = ['embedded', 'neo4j', 'bulk'] as const;
type Way = (typeof WAYS)[number];
/** The embedded engine is for a tenth of what a server is for. */
const EMBEDDED_SHARE = 0.1;

const OPTIONS = {
  sizes: { type: 'string', default: '1000,10000' },
  ways: { type: 'string', default: WAYS.join(',') },
  graphrag: { type: 'boolean', default: false },
  nodes: { type: 'string', default: '1000000' },
  keep: { type: 'string' },
  reads: { type: 'string' },
  'no-reads': { type: 'boolean', default: false },
  calls: { type: 'string', default: '300' },
  before: { type: 'string', default: '150' },
  only: { type: 'string', default: '' },
  heap: { type: 'string', default: '3000' },
  pagecache: { type: 'string', default: '5000' },
  work: { type: 'string' },
  update: { type: 'boolean', default: false },
} as const;

const say = openProgress();

await runCommand({ name: 'bench:store', help: HELP, options: OPTIONS }, async ({ values, positionals }) => {
  if (positionals.length > 0) throw usageError(`expected options only, and was given ${positionals[0]}`);
  const ways = values.ways.split(',').map((text) => oneOf('ways', WAYS, text));
  const sizes = values.sizes.split(',').map((text) => sizeOf(text, ways));
  const memory = { heapMb: wholeNumber('heap', values.heap), pagecacheMb: wholeNumber('pagecache', values.pagecache) };
  const [nodes, calls] = [wholeNumber('nodes', values.nodes), wholeNumber('calls', values.calls)];
  const temporary = mkdtempSync(join(tmpdir(), 'zhitu-bench-'));
  const show = async (section: 'store' | 'reads', markdown: string): Promise<void> => {
    process.stdout.write(`${markdown}\n\n`);
    if (values.update) await writeFile(DOCUMENT, withFigures(await readFile(DOCUMENT, 'utf8'), section, markdown));
  };
  try {
    if (values.reads === undefined) {
      const work = resolve(values.work ?? temporary);
      mkdirSync(work, { recursive: true });
      const options = { ...memory, folder: work, graphrag: values.graphrag, onStep: say };
      const figures: SizeFigures[] = [];
      for (const { size, ways } of sizes) {
        figures.push(await measureSize(size, ways, options));
        // After each, so that a run that is stopped has told what it knows.
        await show('store', writingMarkdown(figures, settingLine()));
      }
    }
    if (values['no-reads']) return 0;
    const folder = resolve(values.reads ?? values.keep ?? join(temporary, 'graphs'));
    if (values.reads === undefined) await keep(folder, nodes, memory);
    const read = { calls, before: wholeNumber('before', values.before), only: values.only, onStep: say };
    await show('reads', readsMarkdown(await readAll(folder, memory, read), settingLine(), { ...memory, ...read }));
    return 0;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

/** `10000`, or `10000:bulk` for one of the ways only. */
function sizeOf(text: string, ways: readonly Way[]): { readonly size: number; readonly ways: readonly Way[] } {
  const [size = '', way] = text.split(':');
  return { size: wholeNumber('sizes', size), ways: way === undefined ? ways : [oneOf('sizes', WAYS, way)] };
}

async function measureSize(size: number, ways: readonly Way[], options: WritingOptions): Promise<SizeFigures> {
  say(`extractions of ${size} articles`);
  const saved = saveExtractions(options.folder, size, SEED, () => {});
  return {
    saved,
    embedded: ways.includes('embedded') ? await measureEmbedded(saved, options) : null,
    neo4j: ways.includes('neo4j') ? await measureNeo4j(saved, options) : null,
    bulk: ways.includes('bulk') ? await measureBulk(saved, options) : null,
  };
}

function onServer(folder: string): string {
  return join(folder, 'server');
}

function inFile(folder: string): string {
  return join(folder, 'embedded');
}

async function keep(folder: string, nodes: number, memory: Memory): Promise<void> {
  await keepEmbedded(inFile(folder), Math.round(nodes * EMBEDDED_SHARE), say);
  await keepNeo4j(onServer(folder), nodes, memory, say);
}

async function readAll(folder: string, memory: Memory, options: ReadOptions): Promise<readonly StoreReads[]> {
  const all: StoreReads[] = [];
  const small = inFile(folder);
  if (existsSync(samplesIn(small))) {
    const store = await openStore({ store: fileIn(small) }, {});
    try {
      const samples = loadSamples(samplesIn(small));
      const figures = await measureReads(store, samples, options);
      all.push({ engine: 'embedded', ...samples, diskBytes: bytesOfEmbedded(fileIn(small)), figures });
    } finally {
      await store.close();
    }
  }
  const large = onServer(folder);
  if (existsSync(samplesIn(large))) {
    const samples = loadSamples(samplesIn(large));
    const { store, server } = await openKeptNeo4j(large, memory);
    try {
      options.onStep('reading the graph through');
      await readThrough(store);
      const figures = await measureReads(store, samples, options);
      all.push({ engine: 'Neo4j', ...samples, diskBytes: bytesOfNeo4j(homeIn(large)), figures });
    } finally {
      await store.close();
      await server.stop();
    }
  }
  if (all.length === 0) throw usageError(`expected a folder that --keep made, and ${folder} holds none of its graphs`);
  return all;
}
