/** The server is stopped while it reads pages that were added in the page. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findRun } from '../../ingest/runs/history.ts';
import { dumpAt, dumpOfPages } from '../support/dumps.ts';
import { NO_PROC, type Program, ROOT, signalGroup, start, waitFor } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';
import { pageName, smallPage } from '../support/small-pages.ts';

/** So many take seconds to read, and are one request. */
const PAGES = 150;
const READ_BEFORE = 20;

let folder: string;
let server: Program | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-page-ingest-'));
});
afterEach(async () => {
  if (server) signalGroup(server, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

it.skipIf(NO_PROC !== null)(
  'Ctrl-C loses nothing: going on with the run gives the graph of pages that nobody disturbed',
  async () => {
    const store = join(folder, 'graph.grafeo');
    server = start('npm', ['start', '--', '--store', store, '--no-ingest', '--port', '0'], { ZHITU_STORE: '' });
    const [, url = ''] = await waitFor(server, /explorer on (http:\/\/127\.0\.0\.1:\d+)/u);
    const pages = Array.from({ length: PAGES }, (_, index) => ({
      name: pageName(index + 1),
      base64: Buffer.from(smallPage(index + 1), 'utf8').toString('base64'),
    }));
    const begun = await fetch(`${url}/api/ingest`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ pages }),
    });
    expect(begun.status).toBe(202);
    const { id } = (await begun.json()) as { id: string };
    await untilRead(`${url}/api/ingest/events?job=${id}`, READ_BEFORE);
    signalGroup(server, 'SIGINT');
    await server.ended;

    const run = await findRun(join(folder, 'runs'), 'last');
    expect(run.state).not.toBe('finished');
    const again = spawnSync(
      process.execPath,
      [programPath('ingest/cli/ingest.ts'), '--resume', '--store', store, '--workers', '1'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(again.status, again.stderr).toBe(0);
    expect(await (await findRun(join(folder, 'runs'), 'last')).totals()).toMatchObject({ pages: { written: PAGES } });
    expect(await dumpAt(store)).toEqual(await dumpOfPages(join(folder, 'pages')));
  },
  240_000,
);

/** Listens until so many pages were read. */
async function untilRead(address: string, pages: number): Promise<void> {
  const stop = new AbortController();
  const { body } = await fetch(address, { signal: stop.signal });
  let told = '';
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    told += new TextDecoder().decode(piece);
    if (told.split('"type":"read"').length > pages) break;
  }
  stop.abort();
}
