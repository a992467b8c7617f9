import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { z } from 'zod';
import { ENGINE, test as it, pageTests } from '../../support/page-tests.ts';

const WAIT = { timeout: 15_000 };
const GRID = '全科网格';
const GOLD = fileURLToPath(new URL('../../gold/pages/seeds', import.meta.url));

const GoldPage = z.object({
  articles: z.array(
    z.object({
      launched: z.array(z.object({ program: z.string(), place: z.string(), stage: z.string() })).default([]),
    }),
  ),
});

describe(`the spread of programs in Chromium, on ${ENGINE.name}`, () => {
  const tests = pageTests();
  let page: Page;

  const visit = async (address: string, options?: BrowserContextOptions): Promise<void> => {
    page = await tests.open(address, options);
  };

  it('goes from the search box to a program, a cell, its sentence and the article', async () => {
    await visit('/');
    await page.locator('#search').fill('qkwg');
    await page.locator('.hit', { hasText: GRID }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '看扩散' }).click();
    await page
      .getByRole('link', { name: `${GRID}，湖州，2019，首创，1 条证据` })
      .first()
      .click();
    await expect.poll(() => text('.spread-evidence h2'), WAIT).toBe(`${GRID} × 湖州 × 2019`);
    expect(decodeURIComponent(page.url())).toMatch(/\/program\/全科网格\?cell=place\/浙江省\/湖州市@2019$/u);
    const sentence = page.locator('.spread-evidence mark', { hasText: '探索建立全科网格工作站' });
    await sentence.click();
    await page.waitForSelector('.paper mark.chosen');
    expect((await page.locator('.paper mark.chosen').allTextContents()).join('')).toContain('全科网格工作站');
    await page.goBack();
    await expect.poll(() => text('.spread-evidence mark'), WAIT).toContain('全科网格工作站');
  });

  it('shows exactly the places and stages that people read in the pages', async () => {
    await visit(`/program/${GRID}`);
    await page.waitForSelector('.card-times .matrix tbody tr');
    const cells = await page
      .locator('.card-times .matrix td a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
    const stated = cells.filter((cell) => cell.endsWith('条证据')).map((cell) => cell.split('，'));
    const shown = stated.map(([, place, , stage]) => `${place} ${stage}`);
    expect(new Set(shown)).toEqual(new Set(goldCells(GRID)));
    expect(shown).toHaveLength(goldCells(GRID).length);
  });

  it('tells no report from no mention, in words', async () => {
    await visit(`/program/${GRID}`);
    await page.getByRole('link', { name: `${GRID}，嘉兴，2021，没有报道` }).click();
    await expect.poll(() => text('.spread-evidence'), WAIT).toContain('嘉兴没有报道：不能判断有无。');
    await page.getByRole('link', { name: `${GRID}，湖州，2021，有报道，未提及` }).click();
    await expect.poll(() => text('.spread-evidence'), WAIT).toContain('都没有提及');
    await page.locator('.spread-evidence .article-rows button').first().click();
    await page.waitForSelector('.paper');
  });

  it('moves through the table by arrow keys and opens a cell by Enter', async () => {
    await visit(`/program/${GRID}`);
    const origin = page.locator('.card-times').getByRole('link', { name: `${GRID}，湖州，2019，首创，1 条证据` });
    await origin.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => text('.spread-evidence h2'), WAIT).toBe(`${GRID} × 湖州 × 2020`);
    expect(await page.locator('.card-times .matrix td a[tabindex="0"]').count()).toBe(1);
  });

  it('moves the map through time and says what changed', async () => {
    await visit(`/program/${GRID}`);
    const huzhou = page.locator('.cartogram a', { hasText: '湖州' });
    const label = () => huzhou.getAttribute('aria-label');
    await expect.poll(label, WAIT).toContain('首创');
    const slider = page.getByRole('slider', { name: '地图的日期' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect.poll(label, WAIT).not.toContain('首创');
    await page.getByRole('button', { name: '播放' }).click();
    await expect.poll(() => text('.map-changes'), WAIT).toContain('湖州：首创');
    await expect.poll(label, WAIT).toContain('首创');
  });

  it('moves nothing that is drawn, neither while it loads nor when a cell is opened', async () => {
    await visit(`/program/${GRID}`);
    await page.waitForSelector('.card-times .matrix tbody tr');
    await page.locator('.card-times .matrix td a').nth(2).click();
    await page.waitForSelector('.spread-evidence');
    expect(await page.evaluate(shiftOf)).toBeLessThan(0.01);
  });

  it('puts a program and its places on the canvas', async () => {
    await visit(`/program/${GRID}?cell=place/浙江省/湖州市`);
    await page.locator('.spread-evidence').getByRole('button', { name: '放进图里' }).click();
    await expect.poll(() => text('.strip .summary'), WAIT).toMatch(/^2 个节点，[1-9]/u);
  });

  it('filters and sorts the table of programs, and compares two of them', async () => {
    await visit('/program');
    await page.getByRole('searchbox', { name: '筛选项目名称' }).fill('网格');
    await expect.poll(() => page.locator('.card-programs tbody tr').count(), WAIT).toBeLessThan(6);
    await page.getByRole('checkbox', { name: `选来比较：${GRID}` }).check();
    await page.getByRole('searchbox', { name: '筛选项目名称' }).fill('');
    await page.getByRole('checkbox', { name: '选来比较：最多跑一次' }).check();
    await page.getByRole('button', { name: '比较 2 个项目' }).click();
    await page.waitForSelector('.compared');
    expect(await text('.compared section:nth-child(1)')).toMatch(/只有全科网格\s*1.*湖州/su);
    expect(await text('.compared section:nth-child(2)')).toMatch(/两者都有\s*1.*温州/su);
    await page.locator('.compared-item', { hasText: '温州' }).click();
    await expect.poll(() => page.locator('.spread-evidence mark').count(), WAIT).toBe(2);
  });

  it('gives the figures as CSV and as a report', async () => {
    await visit(`/program/${GRID}`);
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    const [head, ...rows] = (await saved('CSV')).trim().split('\n');
    expect(head).toContain('stage');
    expect(rows.filter((row) => row.includes('湖州市')).join()).toContain('origin');
    expect(await saved('报告')).toContain('全科网格工作站');
  });

  it('shows names that hold markup as the text they are', async () => {
    const hostile = '<img src=x onerror="window.hacked=1">';
    const context = await tests.explorer.browser.newContext();
    page = await context.newPage();
    await page.route('**/api/spread?*', async (route) => {
      const answer = (await (await route.fetch()).text()).replaceAll(
        `"name":"${GRID}"`,
        `"name":${JSON.stringify(hostile)}`,
      );
      await route.fulfill({ body: answer, contentType: 'application/json' });
    });
    await page.goto(`${tests.explorer.url}/program/${GRID}`);
    await expect.poll(() => text('.spread-title h1'), WAIT).toBe(hostile);
    expect(await page.locator('.spread img').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('prints on one page', async () => {
    await visit(`/program/${GRID}?cell=place/浙江省/湖州市`);
    await page.waitForSelector('.spread-evidence mark');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  });

  it('keeps the names in sight on a narrow screen', async () => {
    await visit('/program', { viewport: { width: 420, height: 880 } });
    const scroll = page.locator('.card-programs .matrix-scroll');
    await scroll.evaluate((element) => element.scrollTo({ left: 300 }));
    const left = () =>
      page
        .locator('.card-programs tbody th')
        .first()
        .evaluate((cell) => Math.round(cell.getBoundingClientRect().left));
    await expect.poll(() => scroll.evaluate((element) => element.scrollLeft), WAIT).toBeGreaterThan(0);
    expect(await left()).toBe(await scroll.evaluate((element) => Math.round(element.getBoundingClientRect().left)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
  });

  async function text(selector: string): Promise<string> {
    return (
      (await page
        .locator(selector)
        .first()
        .textContent({ ...WAIT })
        .catch(() => null)) ?? ''
    );
  }
});

/** `湖州 首创`: what the annotations of the pages state of a program, by city. */
function goldCells(program: string): readonly string[] {
  const stages: Readonly<Record<string, string>> = { origin: '首创', practised: '已实行', planned: '计划' };
  const pages = readdirSync(GOLD).filter((name) => name.endsWith('.gold.json'));
  return pages
    .flatMap((name) => GoldPage.parse(JSON.parse(readFileSync(join(GOLD, name), 'utf8'))).articles)
    .flatMap(({ launched }) => launched)
    .filter((launch) => launch.program === program)
    .map(({ place, stage }) => {
      const [province = '', city] = place.split('/');
      return `${city?.replace(/市$/u, '') ?? province} ${stages[stage]}`;
    });
}

/** How much of what the page shows has moved without being asked to, by the browser's own measure; it runs in the page. */
function shiftOf(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const shifts = list.getEntries() as (PerformanceEntry & { readonly value?: number })[];
      resolve(shifts.reduce((sum, { value = 0 }) => sum + value, 0));
    }).observe({ type: 'layout-shift', buffered: true });
    // Without any shift nothing is told at all.
    setTimeout(() => resolve(0), 1_000);
  });
}
