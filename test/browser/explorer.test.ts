import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readAddress } from '../../web/client/route.ts';
import { chosenHit, test as it, pageTests } from '../support/page-tests.ts';

const tests = pageTests();
let page: Page;

describe('the explorer in Chromium', () => {
  describe('from a name to the sentence', () => {
    it('types wcr, opens 王昌荣, expands 主持, opens the meeting and reads the marked sentence in its article', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      await expect.poll(() => text('.strip [role=status]')).toContain('已加入 1 个');

      await clickAbove(RING);
      await expect.poll(() => text('.panel h1')).toContain('座谈会');
      const marked = page.locator('.panel mark', { hasText: '王昌荣主持召开座谈会' }).first();
      await marked.click();

      await page.waitForSelector('.paper');
      const sentence = (await page.locator('.paper mark.chosen').allTextContents()).join('');
      expect(sentence).toContain('王昌荣');
      expect(sentence).toContain('主持召开');
      expect(await text('.fact-list li[aria-current] .statement-parts')).toMatch(/^王昌荣主持.*座谈会/u);
      expect(page.url()).toMatch(/\/article\/[0-9a-f]{16}\?f=CHAIRED.*#\d+-\d+$/u);
    });

    it('shows every sentence behind an edge, with paper, day and rule', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      await clickAbove(RING / 2, CURVE);
      await expect.poll(() => text('.panel h1')).toMatch(/^王昌荣\s+(主持|讲话)\s+.*座谈会/u);
      expect(await text('.panel .fact-group h2')).toMatch(/^\d+ 句原文$/u);
      expect(await text('.panel .sentences mark')).toContain('王昌荣');
      expect(await text('.panel .source')).toMatch(/浙江法制报.*\d{4}-\d{2}/u);
      expect(await text('.panel .why-line')).toMatch(/规则 \S+.*可信度 0\.\d\d/u);
    });

    it('does it all by keyboard', async () => {
      page = await tests.open('/');
      await openWang();
      await page.keyboard.press('e');
      await page.locator('.menu input[type=checkbox]').first().waitFor();
      await page.keyboard.press('Space');
      await page.locator('.menu button[type=submit]', { hasText: /加入 \d+ 个/u }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(shownIds).toHaveLength(2);
      await page.locator('.menu').waitFor({ state: 'detached' });
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => text('.panel h1')).toContain('座谈会');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.panel h1').count()).toBe(0);
    });
  });

  describe('the canvas', () => {
    it('moves nothing that is there when nodes are added', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      const before = shown();
      await page.keyboard.press('e');
      await page.locator('.branch', { hasText: '讲话' }).locator('input').check();
      await page.locator('.menu button[type=submit]', { hasText: /加入/u }).click();
      await expect.poll(() => shown().length).toBeGreaterThan(before.length);
      expect(shown().slice(0, before.length)).toEqual(before);
    });

    it('takes back and does again, by key and by the browser’s back button', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      const grown = shown();
      await page.keyboard.press('z');
      await expect.poll(shownIds).toHaveLength(1);
      await page.keyboard.press('Shift+Z');
      await expect.poll(shown).toEqual(grown);
      await page.goBack();
      await expect.poll(shownIds).toHaveLength(1);
      await page.keyboard.press('Shift+Z');
      await expect.poll(shown).toEqual(grown);
      await page.goBack();
      await page.keyboard.press('z');
      await expect.poll(shownIds).toHaveLength(0);
    });

    it('shows what a step did that is taken back on another page', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      await page.locator('.top-bar .tabs a', { hasText: '文章' }).click();
      await page.locator('.article-index').waitFor();
      await page.keyboard.press('z');
      await expect.poll(() => text('.strip [role=status]')).toContain('已撤销');
      expect(shownIds()).toHaveLength(1);
    });

    it('opens the same picture from its address alone', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      const address = new URL(page.url());
      await page.context().close();
      page = await tests.open(address.pathname + address.search);
      await expect.poll(() => text('.strip .summary')).toBe('2 个节点，2 条关系');
      await expect.poll(() => text('.panel h1')).toBe('王昌荣');
    });

    it('hides and shows what the legend says, and keeps the counts', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      await page.getByRole('button', { name: '隐藏活动' }).click();
      await expect.poll(() => text('.strip .summary')).toBe('1 个节点，0 条关系');
      expect(page.url()).toContain('hide=MENTIONS,event');
      await page.getByRole('button', { name: '显示活动' }).click();
      await expect.poll(() => text('.strip .summary')).toMatch(/^2 个节点/u);
    });

    it('lays out on request, and says so', async () => {
      page = await tests.open('/');
      await openWang();
      await expandChaired();
      const before = shown();
      await page.locator('.drawing').focus();
      await page.keyboard.press('l');
      await expect.poll(() => text('.strip [role=status]')).toContain('已重新布局');
      expect(shown()).not.toEqual(before);
    });
  });

  describe('saved queries', () => {
    it('offers the words of a blank that is not free, in the reader’s language', async () => {
      page = await tests.open('/query/programs-by-places');
      await page.getByLabel('阶段').selectOption({ label: '首创' });
      await page.getByRole('button', { name: /^运行/u }).click();
      await expect.poll(() => page.url()).toContain('p.stage=origin');
      await expect.poll(() => text('.table tbody')).toMatch(/3752顶层设计/u);
    });

    it('picks a person by pinyin, runs, shows a table with the sentence, and puts the answer into the graph', async () => {
      page = await tests.open('/query/chaired-by-person');
      const run = page.getByRole('button', { name: /^运行/u });
      await run.click();
      await expect.poll(() => text('.fault')).toBe('先填“人物”');

      await page.getByLabel('人物').fill('wcr');
      await page.locator('.choice', { hasText: '王昌荣' }).click();
      await run.click();
      await page.waitForSelector('.table tbody tr');
      expect(await text('.table tbody')).toContain('座谈会');
      expect(await text('.table mark')).toContain('王昌荣');
      expect(decodeURIComponent(page.url())).toContain('p.person=person/王昌荣');

      await page.getByRole('button', { name: /放进图里/u }).click();
      await expect.poll(shownIds).toContain('person/王昌荣');
      await expect.poll(() => text('.strip .summary')).toMatch(/^[2-9] 个节点/u);
    });
  });

  describe('the start and what is missing', () => {
    it('is never blank: counts, places to begin, latest articles', async () => {
      page = await tests.open('/');
      await expect.poll(() => text('.start h1')).toBe('已读入 5 页报纸');
      expect(await page.locator('.counts li').count()).toBe(6);
      await page.locator('.start-row').first().click();
      await expect.poll(shownIds).toHaveLength(1);
    });

    it('says what was searched when nothing was found', async () => {
      page = await tests.open('/');
      await page.locator('#search').fill('没有这个人');
      await expect.poll(() => text('.no-hits')).toContain('没有“没有这个人”');
      await page.keyboard.press('Escape');
      expect(await page.locator('.suggestions').count()).toBe(0);
    });

    it('says that the server does not answer, keeps the picture, and goes on when it is back', async () => {
      page = await tests.open('/');
      await openWang();
      await page.route('**/api/**', (route) => route.abort());
      await page.locator('.first-steps button').first().click();
      await expect.poll(() => text('.page-failure')).toContain('连不上服务');
      expect(shownIds()).toEqual(['person/王昌荣']);
      await page.unroute('**/api/**');
      await page.locator('.page-failure').getByRole('button', { name: '再试一次' }).click();
      await expect.poll(shownIds).toHaveLength(2);
      expect(tests.explorer.complaints().filter((line) => !line.includes('ERR_FAILED'))).toEqual([]);
    });

    it('adds what could not be counted before', async () => {
      page = await tests.open('/');
      await openWang();
      await page.route('**/api/neighbours/preview', (route) => route.fulfill({ json: { adds: 'many' } }));
      await page.keyboard.press('e');
      await page.locator('.branch', { hasText: '主持' }).locator('input').check();
      await page.locator('.menu button[type=submit]', { hasText: '未能清点' }).click();
      await expect.poll(shownIds).toHaveLength(2);
    });

    it('says which nodes of an address are gone', async () => {
      page = await tests.open('/explore?n=person/王昌荣@0.0,person/没有@100.0');
      await expect.poll(() => text('.strip [role=status]')).toContain('有 1 个节点已不在图里');
      await expect.poll(() => text('.strip .summary')).toMatch(/^1 个节点/u);
    });
  });

  describe('what was done', () => {
    it('is said where there is no canvas as well, and not again on the next page', async () => {
      page = await tests.open('/');
      await openWang();
      await page.getByRole('button', { name: '清空画布' }).click();
      await expect.poll(() => text('.page-notice')).toContain('已清空 1 个节点');
      await page.locator('.page-notice .link').click();
      await expect.poll(shownIds).toHaveLength(1);
      await page.locator('.top-bar .tabs a', { hasText: '文章' }).click();
      await page.locator('.article-index').waitFor();
      expect(await text('.page-notice')).toBe('');
      await page.context().grantPermissions(['clipboard-write']);
      await page.getByRole('button', { name: '复制链接' }).click();
      await expect.poll(() => text('.page-notice')).toBe('已复制链接');
    });

    it('is told where the browser has no clipboard for the page', async () => {
      page = await tests.open('/article');
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      await page.getByRole('button', { name: '复制链接' }).click();
      await expect.poll(() => text('.page-notice')).toContain('从地址栏复制');
    });
  });

  describe('an address that leads nowhere', () => {
    it('leads a reader to the start, and says so to programs', async () => {
      page = await tests.open('/没有这一页');
      await page.locator('.counts').waitFor();
      const answer = await page.request.get(`${tests.explorer.url}/nothing`, { headers: { accept: '*/*' } });
      expect(answer.status()).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'not-found' });
      expect(tests.explorer.complaints().filter((line) => !line.includes('status of 404'))).toEqual([]);
    });

    it.for<readonly [string, string]>([
      ['/person/没有这个人', '图里没有这一项'],
      ['/article/ffffffffffffffff', '图里没有这一项'],
      ['/v/nothing', '地址或填写的内容有误'],
    ])('is told in the language of the page, with a way on: %s', async ([address, title]) => {
      page = await tests.open(address);
      await expect.poll(() => text('.failed b')).toBe(title);
      const said = await page.locator('.failed b, .failed .grow > p, .failed button').allTextContents();
      expect(said.join()).not.toMatch(/[A-Za-z]{3}/u);
      expect((await page.locator('.failed').boundingBox())?.height).toBeLessThan(120);
      expect(tests.explorer.complaints().filter((line) => !/status of 40[04]/u.test(line))).toEqual([]);
      if (title !== '图里没有这一项') return;
      await page.getByRole('button', { name: '去搜索' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    });
  });

  describe('the look', () => {
    it('is dark where the system is, and stays as the reader chose', async () => {
      page = await tests.open('/', { colorScheme: 'dark' });
      expect(await brightness('body')).toBeLessThan(60);
      await page.getByRole('button', { name: '浅色' }).click();
      expect(await brightness('body')).toBeGreaterThan(200);
      await page.reload();
      expect(await brightness('body')).toBeGreaterThan(200);
    });

    it('speaks English when asked to, and remembers', async () => {
      page = await tests.open('/');
      await page.getByRole('button', { name: 'English' }).click();
      await page.reload();
      await expect.poll(() => text('.start h1')).toBe('5 newspaper pages read');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const undo = page.locator('.tools').getByRole('button', { name: /^Undo/u });
      expect(await undo.getAttribute('title')).toMatch(/\(Z\), /u);
    });

    it('fits 420 pixels: details as a sheet, pages at the bottom, nothing wider than the screen', async () => {
      page = await tests.open('/', { viewport: { width: 420, height: 880 }, hasTouch: true, isMobile: true });
      await openWang();
      const sheet = await page.locator('.panel').boundingBox();
      expect(sheet?.width).toBe(420);
      expect(sheet?.y).toBeGreaterThan(400);
      await page.locator('.panel .actions .button').first().click();
      await page.locator('.branch', { hasText: '主持' }).locator('input').check();
      await page.locator('.menu button[type=submit]', { hasText: /加入 1 个/u }).click();
      await expect.poll(shownIds).toHaveLength(2);
      for (const tab of ['查询', '文章', '探索']) {
        await page.locator('.bottom-bar').getByText(tab).click();
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBeLessThanOrEqual(420);
      }
    });

    it('lists its keys', async () => {
      page = await tests.open('/');
      await page.waitForSelector('.counts');
      await page.keyboard.press('?');
      await expect.poll(() => text('[role=dialog]')).toContain('扩展选中的节点');
      await page.keyboard.press('Escape');
      expect(await page.locator('[role=dialog]').count()).toBe(0);
    });
  });
});

describe('the page’s scripts', () => {
  const dist = fileURLToPath(new URL('../../web/client/dist', import.meta.url));
  const first = () => {
    const named = readFileSync(`${dist}/index.html`, 'utf8').matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/gu);
    return [...named].map(([, path]) => path as string);
  };
  /** Cytoscape with the canvas, and the shapes of answers. */
  const later = () =>
    readdirSync(`${dist}/assets`)
      .filter((file) => /^(?:canvas|shapes)-.*\.js$/u.test(file))
      .map((file) => `/assets/${file}`);
  const bytesOf = (scripts: readonly string[]) =>
    scripts.reduce((sum, path) => sum + gzipSync(readFileSync(dist + path)).length, 0);

  it('are under 250 kB gzipped in all with the canvas and the shapes, which the first drawing does not wait for', () => {
    expect(first().length).toBeGreaterThan(0);
    expect(later()).toHaveLength(2);
    for (const script of later()) expect(first()).not.toContain(script);
    expect(bytesOf([...first(), ...later()])).toBeLessThan(250_000);
    expect(bytesOf(first())).toBeLessThan(90_000);
  });
});

/** Where the first node of an expansion lands above a lone one, in pixels of the screen. */
const RING = 170 * 1.1;
/** How far each of two relations between the same nodes swings out at its middle. */
const CURVE = 21;

async function openWang(): Promise<void> {
  await page.waitForSelector('.counts');
  await page.keyboard.press('/');
  await page.keyboard.type('wcr');
  await chosenHit(page, '王昌荣').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => text('.panel h1')).toBe('王昌荣');
}

async function expandChaired(): Promise<void> {
  await page.keyboard.press('e');
  await page.locator('.branch', { hasText: '主持' }).locator('input').check();
  await page.locator('.menu button[type=submit]', { hasText: '加入 1 个' }).click();
  await expect.poll(shownIds).toHaveLength(2);
}

/** Click so many pixels above the middle of the drawing, where the first node stands, and beside it. */
async function clickAbove(pixels: number, beside = 0): Promise<void> {
  const box = await page.locator('.drawing').boundingBox();
  if (!box) throw new Error('nothing is drawn');
  await page.mouse.click(box.x + box.width / 2 + beside, box.y + box.height / 2 - pixels);
}

/** The nodes of the address bar with their places. */
function shown() {
  const route = readAddress(new URL(page.url()));
  return route.page === 'explore' ? route.view.nodes : [];
}

function shownIds(): readonly string[] {
  return shown().map(({ id }) => id);
}

function text(selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .textContent()
    .then((found) => found ?? '');
}

/** Mean of the red, green and blue of a background, 0 to 255. */
async function brightness(selector: string): Promise<number> {
  const colour = await page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  const parts = [...colour.matchAll(/\d+/gu)].slice(0, 3).map(Number);
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
