/** A large picture from its address in a real Chromium: seen before Cytoscape is there. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partOf, shortAddress } from '../../bench/ui/app.ts';
import { benchGraph } from '../../bench/ui/graph.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';
import { type Server, serve } from '../../web/server/main.ts';
import { savedQueries } from '../../web/server/shelf.ts';
import { differing } from '../support/picture-difference.ts';
import { chromiumPath, INSTALL, launchChromium } from './chromium.ts';

const GRAPH = benchGraph(300, 700, 1);
const PAGE = fileURLToPath(new URL('../../web/client/dist', import.meta.url));
const SHAPES_SCRIPT = /\/assets\/shapes-[^/]*\.js$/u;
const CANVAS_SCRIPT = /\/assets\/canvas-[^/]*\.js$/u;
/** The share of pixels at the rims of lines and shapes that two ways to draw them leave different. */
const SAME = 0.005;

describe('a large picture from its address', () => {
  let store: GraphStore;
  let server: Server;
  let browser: Browser;
  let page: Page;
  /** Compares pictures: what a page of ours may load is limited. */
  let blank: Page;
  let address: string;
  beforeAll(async () => {
    const executable = chromiumPath(process.env);
    if (executable === null) throw new Error(`no Chromium found: ${INSTALL}`);
    store = await openEmbedded(':memory:');
    await applySchema(store);
    await writeGraph(store, partOf(GRAPH));
    server = await serve({ store, queries: savedQueries(store), port: 0, page: PAGE });
    address = `${server.url}${await shortAddress(server.url, GRAPH)}`;
    browser = await launchChromium(executable);
    page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    blank = await browser.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await store.close();
  });

  const counted = () => page.locator('.strip', { hasText: '300 个节点' }).waitFor();
  const quick = () => page.locator('.drawing > canvas');
  const picture = async () => (await page.locator('.drawing').screenshot()).toString('base64');

  it('is drawn before Cytoscape has come, and stands where Cytoscape then draws it', async () => {
    let letThrough = (): void => undefined;
    const wait = new Promise<void>((done) => {
      letThrough = done;
    });
    await page.route(CANVAS_SCRIPT, async (route) => {
      await wait;
      await route.continue();
    });
    await page.goto(address);
    await counted();
    expect(await quick().isVisible()).toBe(true);
    const ahead = await picture();
    expect(await page.locator('.drawing canvas').count()).toBe(1);
    letThrough();
    await quick().waitFor({ state: 'hidden' });
    await page.waitForTimeout(500);
    expect(await page.locator('.drawing canvas').count()).toBeGreaterThan(1);
    expect(await differing(blank, ahead, await picture())).toBeLessThan(SAME);
    await page.unroute(CANVAS_SCRIPT);
  });

  it('is not announced where it is there at once, and is where it takes long', async () => {
    const fresh = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await fresh.addInitScript(() => {
      Object.assign(window, { announced: false });
      new MutationObserver(() => {
        if (document.querySelector('.saved-page')) Object.assign(window, { announced: true });
      }).observe(document, { subtree: true, childList: true });
    });
    const announced = () => fresh.evaluate(() => (window as unknown as { readonly announced: boolean }).announced);
    let wait = Promise.resolve();
    await fresh.route(/\/api\/v\//u, async (route) => {
      await wait;
      await route.continue();
    });
    // Time stands still, as the answer may take long where much else runs.
    await fresh.clock.install({ time: 0 });
    await fresh.clock.pauseAt(1000);
    await fresh.goto(address);
    await fresh.locator('.strip', { hasText: '300 个节点' }).waitFor();
    expect(await announced()).toBe(false);
    let letThrough = (): void => undefined;
    wait = new Promise((done) => {
      letThrough = done;
    });
    await fresh.goto(address);
    await expect
      .poll(async () => {
        await fresh.clock.runFor(100);
        return fresh.locator('.saved-page', { hasText: '正在打开' }).count();
      })
      .toBe(1);
    letThrough();
    await fresh.locator('.strip', { hasText: '300 个节点' }).waitFor();
    await fresh.close();
  });

  it('says that the server does not answer, and is opened when it is asked again', async () => {
    await page.route(/\/api\/v\//u, (route) => route.abort());
    await page.goto(address);
    const again = page.getByRole('button', { name: '再试一次' });
    await again.waitFor();
    await page.unroute(/\/api\/v\//u);
    await again.click();
    await counted();
  });

  it('needs no shapes of the contract to be drawn', async () => {
    await page.route(SHAPES_SCRIPT, (route) => route.abort());
    await page.goto(address);
    await counted();
    await quick().waitFor({ state: 'hidden' });
    expect(await page.locator('.drawing canvas').count()).toBeGreaterThan(1);
    await page.unroute(SHAPES_SCRIPT);
  });

  it('says that Cytoscape did not come, and fetches it when it is asked to', async () => {
    await page.route(CANVAS_SCRIPT, (route) => route.abort());
    await page.goto(address);
    await counted();
    const again = page.getByRole('button', { name: '再试一次' });
    await again.waitFor();
    expect(await quick().isVisible()).toBe(true);
    await page.unroute(CANVAS_SCRIPT);
    await again.click();
    await quick().waitFor({ state: 'hidden' });
    expect(await again.count()).toBe(0);
  });

  it('comes before the list of what is shown is whole and before the time bar, which follow by themselves', async () => {
    const fresh = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await fresh.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.drawing > canvas')) return;
        observer.disconnect();
        const count = (css: string): number => document.querySelectorAll(css).length;
        Object.assign(window, {
          beside: { lines: count('.fact-line'), bars: count('.time-bar *'), lists: count('.rail section') },
        });
      }).observe(document, { subtree: true, childList: true });
    });
    await fresh.goto(address);
    await fresh.locator('.time-bar svg rect').first().waitFor();
    const kinds = new Set(GRAPH.nodes.map(({ node }) => node.kind)).size;
    await expect.poll(() => fresh.locator('.fact-group').count()).toBe(kinds);
    const lines = await fresh.locator('.fact-line').count();
    const beside = await fresh.evaluate(() => (window as unknown as { readonly beside: unknown }).beside);
    expect(beside).toEqual({ lines: 40, bars: 0, lists: 2 });
    await fresh.locator('.rail section').nth(3).waitFor();
    expect(lines).toBeGreaterThan(40);
    await fresh.close();
  });

  it('asks for what an address shows before anything is painted', async () => {
    const nodes = GRAPH.nodes.slice(0, 5).map(({ id, x, y }) => `${id}@${x}.${y}`);
    await page.goto(`${server.url}/explore?n=${nodes.join(',')}`);
    await page.locator('.strip', { hasText: '5 个节点' }).waitFor();
    const { asked, painted } = await page.evaluate(() => ({
      asked:
        performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/api/subgraph'))?.startTime ?? null,
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    }));
    expect(asked).not.toBeNull();
    expect(asked).toBeLessThan(painted ?? 0);
  });
});
