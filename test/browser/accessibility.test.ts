import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test as it, pageTests } from '../support/page-tests.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page, and what is on it once it can be used. */
const PAGES = [
  ['the start', '/', '.start-row'],
  ['a picture with its details', '/explore?n=person/王昌荣@0.0,place/浙江省/湖州市@200.0&sel=person/王昌荣', '.fact'],
  ['a person', '/person/王昌荣', 'main h1'],
  ['a place', '/place/浙江省/湖州市', 'main h1'],
  ['how programs spread', '/program', 'main table'],
  ['how one program spread', '/program/全科网格', 'main h1'],
  ['a query', '/query/program-spread?p.program=program/全科网格', '.table'],
  ['the console', '/console', '.cm-content'],
  ['adding pages', '/ingest', 'main h1'],
  ['coverage', '/board', 'main h1'],
] as const;

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { reducedMotion: 'reduce' }],
  ['dark', { colorScheme: 'dark', reducedMotion: 'reduce' }],
  ['420 px wide', { viewport: { width: 420, height: 880 }, reducedMotion: 'reduce' }],
];

describe('for readers who do not see the page, or see it badly', () => {
  const tests = pageTests();

  it('axe sees what is wrong', async () => {
    const page = await tests.open('/');
    await page.setContent('<main><img src="data:,"><button></button></main>');
    expect(await faultsOf(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^button-name/u)]));
  });

  describe.each(LOOKS)('%s', (_name, look) => {
    it.each(PAGES)('axe finds nothing serious in %s', async (_page, address, sign) => {
      const page = await tests.open(address, look);
      await page.locator(sign).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

/** What axe calls serious or critical, one line a rule with the first place it concerns. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`);
}
