/**
 * What the tests of the page share. A worker has one browser, and one explorer of the seeds for all files that only read it; a file that
 * changes the graph opens one of its own. On Neo4j there is but one database, so a mark in it says whether it still holds the seeds.
 */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { test as base, expect, inject, type TestContext } from 'vitest';
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { chromiumPath, INSTALL, launchChromium } from '../browser/chromium.ts';
import { type Explorer, openExplorer } from '../browser/explorer.ts';
import { ingestSeeds } from '../browser/graph.ts';
import { ENGINES, type Engine, emptied, run } from '../conformance/engines.ts';

/** The engine that this run of the page's tests is held on: each project names one (vitest.config.ts). */
export const ENGINE: Engine = ENGINES.find(({ name }) => name === inject('engine')) as Engine;

type Skipping = Pick<TestContext, 'skip'>;

interface Shared {
  browser(context: Skipping): Promise<Browser>;
  /** The explorer of the seeds; nothing that is read in it may be changed. */
  seeds(context: Skipping): Promise<Explorer>;
}

export const test = base.extend<{ shared: Shared }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
    async ({}, use) => {
      let browser: Browser | undefined;
      let seeds: Explorer | undefined;
      const shared: Shared = {
        async browser({ skip }) {
          const path = chromiumPath(process.env);
          if (path === null) return skip(`no Chromium found: ${INSTALL}`);
          browser ??= await launchChromium(path);
          return browser;
        },
        async seeds(context) {
          if (seeds && (await holdsSeeds(seeds.store))) return seeds;
          const store = seeds ? await emptied(seeds.store) : await ENGINE.open(context);
          await ingestSeeds(store);
          await store.write([run('CREATE (:SeedsForTests {id: 1})')]);
          seeds ??= await openExplorer(await shared.browser(context), store);
          return seeds;
        },
      };
      await use(shared);
      await seeds?.close();
      await browser?.close();
    },
    { scope: 'worker' },
  ],
});

export interface PageTests {
  /** The explorer that the running test looks at. */
  readonly explorer: Explorer;
  /** A page with a profile of its own, closed when the test ends. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
}

export interface PageTestOptions {
  /** What is served, where the seeds are not enough or the tests change them: called once. */
  readonly graph?: (context: Skipping) => Promise<GraphStore>;
  /** What a page may complain of without failing the test. */
  readonly expected?: RegExp;
}

/** The chosen hit of the search box once it is this node: what is typed finds others on the way whose names begin so. */
export function chosenHit(page: Page, name: string): Locator {
  return page.locator('.hit[aria-selected=true]', {
    has: page.locator('.hit-name', { hasText: new RegExp(`^${name}$`, 'u') }),
  });
}

/** Prepares what each test of a file or `describe` needs, and holds each to a page that complains of nothing. */
export function pageTests({ graph, expected }: PageTestOptions = {}): PageTests {
  let own: Explorer | null = null;
  let explorer: Explorer | null = null;
  let pages: Page[] = [];

  // Before each rather than all, because only a test can be skipped with a reason.
  test.beforeEach(async ({ shared, skip }) => {
    if (!graph) explorer = await shared.seeds({ skip });
    else own ??= await openExplorer(await shared.browser({ skip }), await graph({ skip }));
    explorer = own ?? explorer;
  }, START_MS);
  test.afterEach(async () => {
    for (const page of pages) await page.context().close();
    pages = [];
    const complaints = explorer?.complaints() ?? [];
    expect(complaints.filter((line) => !expected?.test(line))).toEqual([]);
  });
  test.afterAll(() => own?.close(), CLOSE_MS);

  const current = (): Explorer => {
    if (explorer) return explorer;
    throw new Error('expected to be asked while a test runs');
  };
  return {
    get explorer() {
      return current();
    },
    async open(address, options) {
      const page = await current().open(address, options);
      pages.push(page);
      return page;
    },
  };
}

/** The first test builds the page and reads the seeds, which takes a busy machine its time. */
const START_MS = 240_000;
const CLOSE_MS = 60_000;

async function holdsSeeds(store: GraphStore): Promise<boolean> {
  const row = z.object({ marks: z.number() });
  const [mark] = await store.read({ cypher: 'MATCH (m:SeedsForTests) RETURN count(m) AS marks', row });
  return mark?.marks === 1;
}
