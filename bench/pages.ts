/** `npm run bench:pages`: how long the pages about one thing, one program and the whole graph take, on both engines (docs/benchmarks.md). */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../graph/cli/command.ts';
import { openStore } from '../graph/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { withFigures } from './document.ts';
import { oneOf, openProgress, wholeNumber } from './options.ts';
import { findCases } from './pages/cases.ts';
import { pageRows } from './pages/rows.ts';
import { fileIn, homeIn, keepEmbedded, keepNeo4j, openKeptNeo4j, readThrough, samplesIn } from './store/big-graph.ts';
import { bytesOfEmbedded, bytesOfNeo4j } from './store/disk.ts';
import { ARTICLE_SHARE } from './store/made-graph.ts';
import { measureRows } from './store/reads.ts';
import { readsMarkdown, type StoreReads } from './store/report.ts';
import { loadSamples } from './store/samples.ts';
import { settingLine } from './store/setting.ts';

const HELP = `Measures the pages about a person, a place, a body, an event and a program, and the board, on a large made graph.
测量人物、地点、机构、事件、项目各页及总览页在大图上的响应时间。

  npm run bench:pages -- [options]

  --articles N    articles of the made graph (100000)
  --engines LIST  of embedded, neo4j (default: both)
  --keep DIR      makes the graphs in a new folder and leaves them there
  --reads DIR     measures on the graphs that --keep left
  --calls N       calls of each row (60)
  --only TEXT     only the rows with this in their name
  --update        write the table of docs/benchmarks.md
  -h, --help      this text

Examples  示例
  npm run bench:pages -- --articles 10000
  npm run bench:pages -- --keep /data/pages
  npm run bench:pages -- --reads /data/pages --update
  npm run bench:pages -- --reads /data/pages --only events --engines neo4j
`;

const DOCUMENT = new URL('../docs/benchmarks.md', import.meta.url);
const ENGINES = ['embedded', 'neo4j'] as const;
type Engine = (typeof ENGINES)[number];
/** Enough for a graph of a hundred thousand articles. */
const MEMORY = { heapMb: 2_000, pagecacheMb: 2_000 } as const;

const OPTIONS = {
  articles: { type: 'string', default: '100000' },
  engines: { type: 'string', default: ENGINES.join(',') },
  keep: { type: 'string' },
  reads: { type: 'string' },
  calls: { type: 'string', default: '60' },
  only: { type: 'string', default: '' },
  update: { type: 'boolean', default: false },
} as const;

const say = openProgress();

const make: Readonly<Record<Engine, (folder: string, nodes: number) => Promise<void>>> = {
  embedded: (folder, nodes) => keepEmbedded(folder, nodes, say),
  neo4j: (folder, nodes) => keepNeo4j(folder, nodes, MEMORY, say),
};

/** Calls of each kind before any is measured. */
const BEFORE = 40;

await runCommand({ name: 'bench:pages', help: HELP, options: OPTIONS }, async ({ values }) => {
  const engines = values.engines.split(',').map((text) => oneOf('engines', ENGINES, text));
  const [articles, calls] = [wholeNumber('articles', values.articles), wholeNumber('calls', values.calls)];
  const temporary = mkdtempSync(join(tmpdir(), 'zhitu-bench-'));
  try {
    const folder = resolve(values.reads ?? values.keep ?? temporary);
    const stores: StoreReads[] = [];
    for (const engine of engines) {
      const part = join(folder, engine);
      if (values.reads === undefined) await make[engine](part, Math.round(articles / ARTICLE_SHARE));
      stores.push(await measure(engine, part, calls, values.only));
    }
    const markdown = readsMarkdown(stores, settingLine(), { ...MEMORY, before: BEFORE });
    process.stdout.write(`${markdown}\n`);
    if (values.update) await writeFile(DOCUMENT, withFigures(await readFile(DOCUMENT, 'utf8'), 'pages', markdown));
    return 0;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

async function measure(engine: Engine, folder: string, calls: number, only: string): Promise<StoreReads> {
  const { nodes, relations } = loadSamples(samplesIn(folder));
  const figuresOf = async (store: GraphStore) => {
    say(`${engine}: looking for pages`);
    const rows = pageRows(store, await findCases(store), calls);
    return measureRows(store, () => rows, {
      calls,
      before: BEFORE,
      only,
      onStep: (row) => say(`${engine}: ${row}`),
    });
  };
  if (engine === 'embedded') {
    const store = await openStore({ store: fileIn(folder) }, {});
    try {
      const figures = await figuresOf(store);
      return { engine: 'embedded', nodes, relations, diskBytes: bytesOfEmbedded(fileIn(folder)), figures };
    } finally {
      await store.close();
    }
  }
  const { store, server } = await openKeptNeo4j(folder, MEMORY);
  try {
    await readThrough(store);
    const figures = await figuresOf(store);
    return { engine: 'Neo4j', nodes, relations, diskBytes: bytesOfNeo4j(homeIn(folder)), figures };
  } finally {
    await store.close();
    await server.stop();
  }
}
