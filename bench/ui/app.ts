/** Times of the whole page on a served graph: what a reader waits for. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { GraphPart } from '../../graph/model.ts';
import { applySchema } from '../../graph/schema.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';
import { LinkAnswer } from '../../web/api/views.ts';
import { serve } from '../../web/server/main.ts';
import { savedQueries } from '../../web/server/shelf.ts';
import { type BenchGraph, benchGraph } from './graph.ts';

/** Milliseconds, one each time that the page was opened in a profile of its own, but for the kilobytes. */
export interface AppTimes {
  readonly nodes: number;
  readonly firstView: readonly number[];
  readonly restore: readonly number[];
  /** The same in a profile that was open for a while, as a reader's is. */
  readonly restoreAtRest: readonly number[];
  /** When Cytoscape has drawn what a quick drawing stood for. */
  readonly restoreInFull: readonly number[];
  readonly expand: readonly number[];
  /** The longest task of the main thread while a layout runs; 0 where none took 50 or more. */
  readonly layoutTask: readonly number[];
  readonly scriptKb: number;
}

/** Chromium's own processes start anew with each profile, which takes now half and now twice as long. */
const OPENINGS = 5;
/** By then the pages of its own that Chromium loads for a new profile have come to rest. */
const AT_REST_MS = 3000;
const SIZE = { nodes: 1000, edges: 2000 };
const EXPANDED = 50;

/** @param page folder of the built page */
export async function measureApp(browser: Browser, page: string, seed: number): Promise<AppTimes> {
  const graph = benchGraph(SIZE.nodes, SIZE.edges, seed);
  const store = await openEmbedded(':memory:');
  await applySchema(store);
  await writeGraph(store, partOf(graph));
  const server = await serve({ store, queries: savedQueries(store), port: 0, page });
  try {
    const address = `${server.url}${await shortAddress(server.url, graph)}`;
    const openings: Opening[] = [];
    while (openings.length < OPENINGS) openings.push(await measureOpening(browser, server.url, address, graph));
    const each = (name: keyof Opening): readonly number[] => openings.map((opening) => opening[name]);
    return {
      nodes: SIZE.nodes,
      firstView: each('firstView'),
      restore: each('restore'),
      restoreAtRest: each('restoreAtRest'),
      restoreInFull: each('restoreInFull'),
      expand: each('expand'),
      layoutTask: each('layoutTask'),
      scriptKb: await scriptKilobytes(page),
    };
  } finally {
    await server.close();
    await store.close();
  }
}

type Opening = Readonly<
  Record<'firstView' | 'restore' | 'restoreAtRest' | 'restoreInFull' | 'expand' | 'layoutTask', number>
>;

async function measureOpening(browser: Browser, url: string, address: string, graph: BenchGraph): Promise<Opening> {
  // One at a time: what a page does in the background is no part of how long the next one takes.
  const opened = async <T>(measure: (page: Page) => Promise<T>): Promise<T> => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const measured = await measure(await context.newPage());
    await context.close();
    return measured;
  };
  // The strip counts nodes in the task that draws them quickly; the strip itself stands there before.
  const restored = (page: Page) => timeUntil(page, address, '.strip', String(SIZE.nodes));
  const firstView = await opened((page) => timeUntil(page, `${url}/`, '.start-row', ''));
  const whole = await opened(async (page) => {
    const restore = await restored(page);
    await page.locator('.drawing > canvas').waitFor({ state: 'hidden' });
    const restoreInFull = await page.evaluate(() => performance.now());
    return { restore, restoreInFull, layoutTask: await longestTaskOfLayout(page) };
  });
  const restoreAtRest = await opened(async (page) => {
    await page.waitForTimeout(AT_REST_MS);
    return restored(page);
  });
  const expand = await opened((page) => expandHub(page, url, graph));
  return { firstView, ...whole, restoreAtRest, expand };
}

/** The same as it is written into a store. */
export function partOf({ nodes, relations }: BenchGraph): GraphPart {
  return {
    nodes: nodes.map(({ id, node }) => ({
      id,
      kind: node.kind,
      labels: [],
      properties: {
        name: node.name,
        title: node.name,
        file: `${id}.txt`,
        ...(node.date === null ? {} : { dateFrom: node.date, dateTo: node.date, publishedOn: node.date }),
      },
    })),
    relations: relations.map(({ key, type, from, to }) => ({ key, type, from, to, properties: { evidence: [] } })),
  };
}

/** The whole picture as an address that is short enough for a browser to send. */
export async function shortAddress(url: string, { nodes }: BenchGraph): Promise<string> {
  const address = `/explore?n=${nodes.map(({ id, x, y }) => `${id}@${x}.${y}`).join(',')}`;
  const answer = await fetch(`${url}/api/links`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ address }),
  });
  return `/v/${LinkAnswer.parse(await answer.json()).id}`;
}

/** What the page begins a line of its console with to tell when it was seen. */
const SEEN = 'seen at ';

/**
 * From when the address was entered until something with a text stands in the page and was painted. The page itself looks and tells: to ask it,
 * Playwright would have it run a large script of its own, before the page's.
 */
async function timeUntil(page: Page, address: string, selector: string, hasText: string): Promise<number> {
  await page.addInitScript(
    ([css, text, seen]) =>
      new MutationObserver((_, observer) => {
        if (![...document.querySelectorAll(css)].some((element) => element.textContent?.includes(text))) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => console.debug(`${seen}${performance.now()}`)));
      }).observe(document, { subtree: true, childList: true, characterData: true }),
    [selector, hasText, SEEN] as const,
  );
  const [told] = await Promise.all([
    page.waitForEvent('console', (message) => message.text().startsWith(SEEN)),
    page.goto(address, { waitUntil: 'commit' }),
  ]);
  return Number(told.text().slice(SEEN.length));
}

/** Lays the picture out anew and watches the main thread until Cytoscape has drawn it in full. */
async function longestTaskOfLayout(page: Page): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.locator('.drawing').press('l');
  await page.locator('.strip [role=status]', { hasText: '重新布局' }).waitFor({ timeout: 120_000 });
  await page.locator('.drawing > canvas').waitFor({ state: 'hidden' });
  // A task is told of after it has ended.
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { readonly tasks: readonly number[] }).tasks));
}

/** Expands a hub, and takes the time from when its neighbours came until they were painted. */
async function expandHub(page: Page, url: string, { nodes, relations }: BenchGraph): Promise<number> {
  const hub = nodes.find(({ id }) => relations.filter(({ from, to }) => from === id || to === id).length > EXPANDED);
  if (!hub) throw new RangeError(`expected a node with more than ${EXPANDED} neighbours, saw none`);
  await page.goto(`${url}/explore?n=${hub.id}@0.0&sel=${hub.id}`);
  await page.locator('.strip', { hasText: '1 ' }).waitFor();
  await page.locator('.drawing').press('e');
  await page.locator('.menu .branch input').first().waitFor();
  for (const box of await page.locator('.menu .branch input').all()) await box.check();
  await page.locator('.menu-limits select').first().selectOption(String(EXPANDED));
  await page.locator('.menu button[type=submit]', { hasText: String(EXPANDED) }).click();
  await page.locator('.strip [role=status]', { hasText: String(EXPANDED) }).waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
            const came = answers.findLast(({ name }) => name.endsWith('/api/neighbours'))?.responseEnd ?? 0;
            done(performance.now() - came);
          }),
        ),
      ),
  );
}

/** What the page fetches before its first view, for its canvas, and to check what it is answered, gzipped. */
async function scriptKilobytes(page: string): Promise<number> {
  const index = await readFile(join(page, 'index.html'), 'utf8');
  const named = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/gu)].map(([, file]) => file as string);
  const later = (await readdir(join(page, 'assets'))).filter((file) => /^(?:canvas|shapes)-.*\.js$/u.test(file));
  if (later.length !== 2)
    throw new RangeError(`expected one script of the canvas and one of shapes, saw ${later.length}`);
  const files = [...named, ...later.map((file) => `assets/${file}`)];
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(page, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
