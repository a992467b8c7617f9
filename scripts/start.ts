/** `npm start`: builds the page, ingests the seed pages, serves the explorer, and leaves nothing behind when it is stopped. */
import { userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, usageError } from '../graph/cli/command.ts';
import { forChanges } from '../graph/for-changes.ts';
import { openStore, storeTarget } from '../graph/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { openProgress } from '../ingest/cli/progress.ts';
import { ingestLines, problemLine } from '../ingest/cli/report.ts';
import { ingestPaths } from '../ingest/ingest.ts';
import { openPipeline } from '../ingest/pipeline.ts';
import { runsFolder } from '../ingest/runs/history.ts';
import { countAhead } from '../web/server/count-ahead.ts';
import { serve } from '../web/server/main.ts';
import { savedQueries } from '../web/server/shelf.ts';
import { warmUp } from '../web/server/warm-up.ts';
import { readPort, requireFree } from './address.ts';
import { openIdentityDesk } from './identity-desk.ts';
import { openIngestDesk } from './ingest-desk.ts';
import { buildPage } from './page.ts';

const HELP = `Builds the page, ingests the pages in seeds/, and serves the explorer. Ctrl-C stops it.
构建页面，把 seeds/ 中的版面写入图库，并启动浏览服务。按 Ctrl-C 停止。

  npm start -- [PATH…] [options]

  PATH…             pages to ingest instead of seeds/  代替 seeds/ 写入的版面文件或文件夹
  --port N          port to serve on (8137); 0 takes a free one  端口，0 表示任选空闲端口
  --host H          address to listen on (127.0.0.1: this machine only)  监听地址
  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  --no-ingest       serve the graph as it is  不写入，直接浏览
  -h, --help        this text

Examples  示例
  npm start
  npm start -- --port 0
  npm start -- 版面/2019年7月 --store data/2019.grafeo
`;

/** What has not closed by then is ended with the process; in milliseconds. */
const STOP_MS = 2_000;

const root = fileURLToPath(new URL('..', import.meta.url));

const OPTIONS = {
  port: { type: 'string', default: '8137' },
  host: { type: 'string', default: '127.0.0.1' },
  store: { type: 'string' },
  'no-ingest': { type: 'boolean', default: false },
} as const;

await runCommand({ name: 'start', help: HELP, options: OPTIONS }, async ({ values, positionals }) => {
  const port = readPort(values.port);
  if (values['no-ingest'] && positionals.length > 0)
    throw usageError('paths to ingest and --no-ingest exclude each other');
  await requireFree(port, values.host);

  say((await buildPage(root)) === 'built' ? 'page built' : 'page unchanged since it was built');
  const store = await openStore({ store: values.store }, process.env);
  try {
    const place = store.engine === 'embedded' ? relative(process.cwd(), store.location) : store.location;
    say(`store ${place} (${store.engine})`);
    if (!values['no-ingest'])
      await ingest(
        forChanges(store),
        positionals.length > 0 ? positionals : [relative(process.cwd(), join(root, 'seeds'))],
      );
    const now = (): Date => new Date();
    const runs = runsFolder(storeTarget({ store: values.store }, process.env));
    const desk = openIngestDesk({ store: forChanges(store), runs, pages: join(dirname(runs), 'pages'), now });
    const server = await serve({
      store,
      queries: savedQueries(store),
      port,
      host: values.host,
      author: userInfo().username,
      now,
      identity: openIdentityDesk(store),
      ingest: desk,
    });
    say(`\nexplorer on ${server.url}  (Ctrl-C stops it)`);
    void Promise.all([countAhead(store), warmUp(store)]);
    await untilStopped();
    await server.close();
    await desk.close();
  } finally {
    await store.close();
  }
  return 0;
});

async function ingest(store: GraphStore, paths: readonly string[]): Promise<void> {
  const start = performance.now();
  const progress = openProgress(process.stdout);
  try {
    const report = await ingestPaths(paths, { store, pipeline: openPipeline(), onProgress: progress.update });
    progress.close();
    for (const problem of report.problems) say(problemLine(problem));
    for (const line of ingestLines(report, performance.now() - start)) say(line);
  } finally {
    progress.close();
  }
}

/**
 * Resolves at the first signal to stop. Until this is called a signal ends the process at once, which the store survives.
 * Further signals change nothing: on Ctrl-C npm passes on the one that the terminal has sent already.
 */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      setTimeout(() => process.exit(0), STOP_MS).unref();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
