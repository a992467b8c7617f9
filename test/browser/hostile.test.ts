/** Names and texts that are markup, scripts, turned letters, emoji or very long: shown as they are printed, and inert. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect } from 'vitest';
import { type GraphPart, relationKey } from '../../graph/model.ts';
import { applySchema } from '../../graph/schema.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';
import { test as it, pageTests } from '../support/page-tests.ts';

const MARKUP = '<img src=x onerror="window.hit=1">王昌荣';
const TURNED = '\u202E会谈座\u2066<b>';
const FACES = '👩‍👩‍👧‍👦🇨🇳全科网格𠮷';
const LONG = `长${'荣'.repeat(10_000)}`;
const TEXT = `${MARKUP}主持召开${TURNED}。<script>window.hit=2</script>\n“javascript:window.hit=3”${LONG}\n</article><svg onload="window.hit=4">`;
const ARTICLE = 'article/1111111111111111';
const [PERSON, EVENT, PROGRAM, OTHER] = ['person/恶', 'event/aaaaaaaaaaaaaaaa', 'program/脸', 'org/长'];

const node = (id: string, kind: GraphPart['nodes'][number]['kind'], name: string, more = {}) => ({
  id,
  kind,
  labels: [],
  properties: { id, name, search: `${name}\nevil`.toLowerCase(), ...more },
});
const said = { evidence: [`${ARTICLE}#0-40`], rules: ['<i>rule'], confidences: [0.5], confidence: 0.5 };
const relation = (
  type: 'CHAIRED' | 'ABOUT' | 'HOLDS' | 'REPORTED_IN' | 'MENTIONS',
  from: string,
  to: string,
  more = {},
) => {
  const key = relationKey(type, from, to);
  return { key, type, from, to, properties: { key, ...said, ...more } };
};
const PART: GraphPart = {
  nodes: [
    node(ARTICLE, 'Article', MARKUP, {
      title: `${MARKUP}${TURNED}`,
      publishedOn: '2021-04-27',
      publishedPrecision: 'day',
      publication: TURNED,
      text: TEXT,
      file: '<x>.txt',
    }),
    node(PERSON, 'Person', MARKUP, { pinyin: 'e', initials: 'e', aliases: [TURNED] }),
    node(EVENT, 'Event', TURNED, {
      type: 'meeting',
      dateFrom: '2021-04-27',
      dateTo: '2021-04-27',
      datePrecision: 'day',
      dateText: '<u>',
    }),
    node(PROGRAM, 'Program', FACES),
    node(OTHER, 'Organization', LONG),
  ],
  relations: [
    relation('CHAIRED', PERSON, EVENT),
    relation('ABOUT', EVENT, PROGRAM),
    relation('HOLDS', PERSON, OTHER, { title: '<b>书记</b>' }),
    relation('REPORTED_IN', EVENT, ARTICLE),
    relation('MENTIONS', ARTICLE, PERSON, { spans: ['0-37'] }),
  ],
};

describe('hostile names and texts', () => {
  const tests = pageTests({
    async graph() {
      const store = await openEmbedded(':memory:');
      await applySchema(store);
      await writeGraph(store, PART);
      return store;
    },
  });
  let page: Page;
  afterEach(async () => {
    expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit), 'nothing ran').toBeUndefined();
    expect(
      await page.locator('[onerror], [onload], script:not([src]), img[src=x]').count(),
      'nothing became markup',
    ).toBe(0);
    const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width, 'nothing is wider than the window').toBeLessThanOrEqual(room as number);
  });

  const text = async (selector: string): Promise<string> => (await page.locator(selector).allInnerTexts())[0] ?? '';

  /** The address of a canvas with these nodes in a row; the first is selected. */
  const canvasOf = (...ids: readonly string[]): string => {
    const placed = ids.map((id, index) => `${encodeURIComponent(id)}@${index * 150}.0`);
    return `/explore?n=${placed.join(',')}&sel=${encodeURIComponent(ids[0] ?? '')}`;
  };

  /** Whether each innermost element with turned letters keeps their direction to itself. */
  const keepsDirection = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const own = [...document.querySelectorAll('#page *')].filter((element) =>
        [...element.childNodes].some(
          ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.includes('\u202E'),
        ),
      );
      return own
        .filter((element) => {
          const { unicodeBidi, display } = getComputedStyle(element);
          return (
            unicodeBidi !== 'isolate' &&
            !/^(?:block|flex|grid|inline-block|inline-flex|list-item|table-cell)/u.test(display)
          );
        })
        .map((element) => element.outerHTML.slice(0, 80));
    });

  it('are found by the search and shown as letters', async () => {
    page = await tests.open('/');
    await page.locator('#search').fill('evil');
    await page.locator('.hit').nth(3).waitFor();
    expect((await page.locator('.hit-name').allInnerTexts()).some((name) => name.includes('<img src=x'))).toBe(true);
    await page.locator('#search').fill('<script>window');
    await page.locator('.hit-passage').first().waitFor();
    expect(await text('.hit-passage')).toContain('<script>');
    expect(await keepsDirection()).toEqual([]);
  });

  it('are drawn on the canvas and read in the panel', async () => {
    page = await tests.open(canvasOf(PERSON, EVENT, PROGRAM, OTHER));
    await page.locator('.panel .quote').first().waitFor();
    expect(await text('.panel h1')).toBe(MARKUP);
    expect(await text('.panel')).toContain('<b>书记</b>');
    expect(await keepsDirection()).toEqual([]);
    await page.locator('[role=tab]').nth(1).click();
    await page.locator('.same-name').waitFor();
  });

  it('keep a long name from pushing the facts out of the panel', async () => {
    page = await tests.open(canvasOf(OTHER));
    await page.locator('.panel .fact').first().waitFor();
    expect((await page.locator('.panel h1').boundingBox())?.height).toBeLessThan(200);
    expect((await page.locator('.panel .fact').first().boundingBox())?.y).toBeLessThan(800);
  });

  it('are read in the article, whole and with their facts', async () => {
    page = await tests.open(`/article/1111111111111111#0-40`);
    await page.locator('.paper mark.chosen').first().waitFor();
    const shown = await page.locator('.paper .text').evaluate((element) => element.textContent ?? '');
    expect(shown).toContain('<script>window.hit=2</script>');
    expect(shown).toContain(LONG);
    expect(shown).toContain('<svg onload=');
    expect(await keepsDirection()).toEqual([]);
  });

  it('are listed on the board', async () => {
    page = await tests.open('/board?list=type:CHAIRED:');
    await page.locator('.board-item .quote').first().waitFor();
    expect(await text('.board-statement')).toContain('<img src=x');
    await page.locator('.rules code', { hasText: '<i>rule' }).waitFor();
    expect(await keepsDirection()).toEqual([]);
  });

  it('do nothing in a judgement or in the name of an added file', async () => {
    page = await tests.open('/article/1111111111111111#0-40');
    await page.locator('.judge .button').nth(1).click();
    await page.locator('.reasons label').first().click();
    await page.locator('.wrong-line input').first().fill(`${MARKUP}${TURNED}`);
    await page.locator('.wrong .ink').click();
    await expect.poll(() => text('.said')).toContain('<img src=x');
    await page.goto(`${tests.explorer.url}/ingest`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '<img src=x onerror=alert(1)>.pdf', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await expect.poll(() => text('.faults')).toContain('<img src=x');
  });
});
