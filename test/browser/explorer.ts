/** The built page, served from a graph of the seeds, in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { GraphStore } from '../../graph/store.ts';
import { openIdentityDesk } from '../../scripts/identity-desk.ts';
import { openIngestDesk } from '../../scripts/ingest-desk.ts';
import { buildPage } from '../../scripts/page.ts';
import { serve } from '../../web/server/main.ts';
import { savedQueries } from '../../web/server/shelf.ts';

/** Milliseconds that a page gets for what is waited for: a machine that does other work besides takes its time. */
const WAIT_MS = 60_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Explorer {
  readonly url: string;
  readonly browser: Browser;
  readonly store: GraphStore;
  /** A page with a profile of its own at an address, 1400 × 900 unless told otherwise. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** What pages have complained about since this was last asked: errors, and errors and warnings on the console. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/**
 * Builds the page and serves a graph.
 * @param browser where it is opened; closing the explorer leaves it running
 * @param store what is served; closed with the explorer
 */
export async function openExplorer(browser: Browser, store: GraphStore): Promise<Explorer> {
  await buildPage(ROOT);
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-explorer-'));
  const desk = openIngestDesk({
    store,
    runs: join(folder, 'runs'),
    pages: join(folder, 'pages'),
    now: () => new Date(),
  });
  const server = await serve({
    store,
    queries: savedQueries(store),
    port: 0,
    identity: openIdentityDesk(store),
    ingest: desk,
  });
  const contexts = new Set<BrowserContext>();
  let complaints: string[] = [];
  return {
    url: server.url,
    browser,
    store,
    async open(address, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
      contexts.add(context);
      context.once('close', () => contexts.delete(context));
      context.setDefaultTimeout(WAIT_MS);
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await page.goto(server.url + address);
      return page;
    },
    complaints() {
      const said = complaints;
      complaints = [];
      return said;
    },
    async close() {
      await Promise.all([...contexts].map((context) => context.close()));
      await server.close();
      await desk.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
