/** How long a reader waits for the first hits at 100,000 nodes: from the last letter in the box until they are drawn. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openStore } from '../../graph/open.ts';
import { serve } from '../../web/server/main.ts';
import { savedQueries } from '../../web/server/shelf.ts';
import { fileIn, keepEmbedded, samplesIn } from '../store/big-graph.ts';
import { loadSamples, type Samples } from '../store/samples.ts';

export interface SearchTimes {
  readonly nodes: number;
  /** Milliseconds, one for each term. */
  readonly waits: readonly number[];
}

const NODES = 100_000;
/** Of each kind so many nodes are looked for, each by its name, a part of it, its pinyin and its initials. */
const EACH = 3;

/**
 * @param page folder of the built page
 * @param kept folder of a graph that `bench:store --keep` made, which is copied and not changed; null makes one
 */
export async function measureSearch(
  browser: Browser,
  page: string,
  kept: string | null,
  onStep: (step: string) => void,
): Promise<SearchTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-search-'));
  try {
    if (kept === null) await keepEmbedded(folder, NODES, onStep);
    else cpSync(fileIn(kept), fileIn(folder));
    const samples = loadSamples(samplesIn(kept ?? folder));
    const store = await openStore({ store: fileIn(folder) }, {});
    // What is still counted when it ends has nobody to tell.
    const server = await serve({ store, queries: savedQueries(store), port: 0, page, log: () => {} });
    try {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      const opened = await context.newPage();
      await opened.goto(`${server.url}/`);
      await opened.locator('.start-row').first().waitFor({ timeout: 120_000 });
      const waits: number[] = [];
      for (const term of termsOf(samples)) waits.push(await timeOfHits(opened, term));
      await context.close();
      return { nodes: samples.nodes, waits };
    } finally {
      await server.close();
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is typed, in an order in which no two of one kind follow each other. */
function termsOf({ byKind }: Samples): readonly string[] {
  const nodes = Array.from({ length: EACH }, (_, at) => Object.values(byKind).flatMap((of) => of[at] ?? [])).flat();
  return nodes.flatMap(({ name, pinyin, initials }) => [name, name.slice(0, 2), pinyin, initials]);
}

async function timeOfHits(page: Page, term: string): Promise<number> {
  const box = page.locator('#search');
  await box.fill('');
  await page.locator('.hit').first().waitFor({ state: 'detached' });
  await page.evaluate(() => {
    Object.assign(window, { waited: null });
    document.getElementById('search')?.addEventListener(
      'input',
      () => {
        const since = performance.now();
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.hit')) return;
          observer.disconnect();
          requestAnimationFrame(() =>
            requestAnimationFrame(() => Object.assign(window, { waited: performance.now() - since })),
          );
        }).observe(document.body, { subtree: true, childList: true });
      },
      { once: true, capture: true },
    );
  });
  await box.fill(term);
  const waited = await page.waitForFunction(() => (window as unknown as { readonly waited: number | null }).waited);
  return (await waited.jsonValue()) as number;
}
