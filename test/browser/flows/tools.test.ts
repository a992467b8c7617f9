/** Saving, exporting, judging and adding as readers do it on a narrow screen and by keys alone, on both engines. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { z } from 'zod';
import { chosenHit, ENGINE, pageTests, test } from '../../support/page-tests.ts';
import { ingestSeeds } from '../graph.ts';

const WANG = 'person/王昌荣';
const NARROW = {
  viewport: { width: 420, height: 880 },
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;
const PAGE = `浙江法制报 2021年5月6日

平湖市召开矛调中心推进会

5月5日，平湖市委书记仲旭东主持召开县级矛调中心推进会。
本报记者 张三`;

const Facts = z.object({
  facts: z.array(
    z.object({ relation: z.object({ key: z.string() }), other: z.object({ id: z.string(), name: z.string() }) }),
  ),
});

describe(`tools, on ${ENGINE.name}`, () => {
  const tests = pageTests({
    async graph(context) {
      const store = await ENGINE.open(context);
      await ingestSeeds(store);
      return store;
    },
  });
  let page: Page;

  const texts = (selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();
  const content = async (download: Promise<Download>): Promise<string> =>
    readFileSync((await (await download).path()) as string, 'utf8');

  test('a narrow screen has saving, exporting and the link behind one button', async () => {
    page = await tests.open(`/explore?n=${WANG}@0.0,place/浙江省/湖州市@200.0`, NARROW);
    const more = page.getByRole('button', { name: '更多操作' });
    await more.click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: '导出 · 表格 CSV：节点' }).click();
    expect(await content(download)).toContain('湖州市');
    await more.click();
    await page.getByRole('menuitem', { name: '保存视图' }).click();
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('窄屏');
    await page.locator('.save-form .button.ink').click();
    await expect.poll(() => page.url()).toMatch(/\/v\/[0-9a-f]{16}$/u);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
  });

  test('nothing is exported before the picture has come', async () => {
    let release: () => void = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    page = await tests.open('/');
    await page.route('**/api/subgraph', async (asked) => {
      await released;
      await asked.continue();
    });
    await page.goto(new URL(`/explore?n=${WANG}@0.0`, page.url()).href);
    const button = page.getByRole('button', { name: '导出', exact: true });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    release();
    await expect.poll(() => button.isDisabled()).toBe(false);
  });

  test('an export of a time window that leaves nothing says so', async () => {
    const meeting = encodeURIComponent('event/2021-04-27/构筑党建+信访工作体系暨全省信访重点工作推进会');
    page = await tests.open(`/explore?n=${meeting}@0.0&t=1990-01-01..1990-12-31`);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: '表格 CSV：节点' }).click();
    await expect
      .poll(() => texts('.page-notice, .strip [role=status]'))
      .toContainEqual(expect.stringContaining('没有可导出的内容'));
    // A picture has it all the same, drawn pale.
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: '图片 SVG' }).click();
    expect(await content(download)).toContain('全省信访重点');
  });

  test('a narrow screen has the legend behind that button as well, says what was done, and takes it back', async () => {
    page = await tests.open(`/explore?n=${WANG}@0.0,place/浙江省/湖州市@200.0&sel=${WANG}`, NARROW);
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: /^图例/u }).click();
    expect(await texts(':focus')).toEqual([expect.stringContaining('关闭')]);
    await page.getByRole('button', { name: '隐藏地点' }).click();
    await expect.poll(() => texts('.page-notice')).toEqual([expect.stringContaining('已隐藏地点')]);
    await page.keyboard.press('Escape');
    await expect.poll(() => texts('.strip .summary')).toEqual(['1 个节点，0 条关系']);
    await page.locator('.page-notice .link').click();
    await expect.poll(() => texts('.strip .summary')).toEqual([expect.stringMatching(/^2 个节点/u)]);
  });

  test('no width cuts anything off, as when a page is seen at twice its size', async () => {
    page = await tests.open(`/explore?n=${WANG}@0.0,place/浙江省/湖州市@200.0&sel=${WANG}`);
    await page.locator('.panel h1').waitFor();
    expect(await page.locator('.panel h1').evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
    for (const width of [320, 641, 700, 959, 960, 1199]) {
      await page.setViewportSize({ width, height: 700 });
      const cut = () =>
        page
          .locator('.top-bar button, .top-bar a, .strip button, .time-head button, .panel-head button')
          .evaluateAll((all) =>
            all
              .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth)
              .map((one) => one.textContent),
          );
      await expect.poll(cut, { message: `${width}` }).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
    }
  });

  test('paper has the whole drawing as it was seen, and below it all that the panel says', async () => {
    page = await tests.open(`/explore?n=${WANG}@0.0,place/浙江省/湖州市@200.0&sel=${WANG}`);
    await page.locator('.panel .quote').first().waitFor();
    await page.locator('.drawing canvas').first().waitFor();
    const size = () =>
      page
        .locator('.drawing canvas')
        .first()
        .evaluate((one: HTMLCanvasElement) => [one.width, one.height]);
    const seen = await size();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    const drawing = await page.locator('.drawing').boundingBox();
    const panel = await page.locator('.panel').boundingBox();
    expect((drawing?.x ?? 0) + (drawing?.width ?? 0)).toBeLessThanOrEqual(718);
    expect(panel?.y).toBeGreaterThanOrEqual((drawing?.y ?? 0) + (drawing?.height ?? 0) - 1);
    expect(await size()).toEqual(seen);
    expect(await page.locator('.panel-body').evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThan(2);
    expect(
      await page
        .locator('.strip button, .panel .actions')
        .evaluateAll((all) => all.some((one) => one.checkVisibility())),
    ).toBe(false);
  });

  test('by keys alone: a person, two steps along relations, an article, and an export', async () => {
    page = await tests.open('/');
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.locator('.counts').waitFor();
    await press('/');
    await page.keyboard.type('wcr');
    await chosenHit(page, '王昌荣').waitFor();
    await press('Enter');
    await page.locator('.panel .fact-name').first().waitFor();
    await press('e');
    await page.locator('.menu input[type=checkbox]').first().waitFor();
    await press('Space');
    await page.locator('.menu button[type=submit]', { hasText: /加入 \d+ 个/u }).waitFor();
    await press('Enter');
    await page.locator('.menu').waitFor({ state: 'detached' });
    await page.locator('.drawing').focus();
    await press('ArrowUp');
    await expect.poll(() => texts('.panel h1')).toEqual([expect.stringContaining('座谈会')]);
    const home = page.getByRole('button', { name: '导出', exact: true });
    await home.focus();
    await press('Enter');
    await page.locator('.menu-choices button').first().waitFor();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    const download = page.waitForEvent('download');
    await press('Enter');
    expect(await content(download)).toMatch(/主持召开座谈会/u);
    expect(await home.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator('.panel .quote').first().focus();
    await press('Enter');
    await page.locator('.paper mark.chosen').first().waitFor();
  });

  test('a fact that a reader hid is folded in the table, on the page of the person and in exports, which say so', async () => {
    const asked = `${tests.explorer.url}/api/entity/facts?id=${encodeURIComponent(WANG)}&relation=HOLDS&direction=out&take=9`;
    const { facts } = Facts.parse(await (await fetch(asked)).json());
    const held = facts.find(({ other }) => other.name.includes('政法委'));
    page = await tests.open(`/explore?n=${WANG}@0.0,${held?.other.id}@200.0&sel=${WANG}`);
    const post = page
      .locator('.panel .fact', { has: page.locator('.fact-name', { hasText: held?.other.name ?? '' }) })
      .first();
    await post.locator('.link', { hasText: '不对' }).click();
    await page.getByRole('button', { name: '不再显示' }).first().click();
    await expect.poll(() => texts('.panel .folded')).toEqual([expect.stringContaining('另有 1 条被人隐藏')]);
    await page.locator('.drawing').focus();
    await page.keyboard.press('t');
    await page.getByRole('button', { name: /^关系 / }).click();
    await expect.poll(() => texts('.linked-table .folded')).toEqual([expect.stringContaining('另有 1 条被人隐藏')]);
    await page.locator('.linked-table .folded .link').click();
    await page.locator('.grid tbody tr', { hasText: '政法委' }).first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: '表格 CSV：关系' }).click();
    const csv = await content(download);
    expect(csv).toContain('# 被人隐藏的 1 条事实未导出');
    expect(csv).not.toContain(held?.relation.key);
    const drawing = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: '图片 SVG' }).click();
    const svg = await content(drawing);
    expect(svg).toContain('被人隐藏的 1 条事实未导出');
    const drawn = Number(/(\d+) 条关系/u.exec(svg)?.[1]);
    expect(svg.match(/<line /gu) ?? []).toHaveLength(drawn);
    await page.goto(`${tests.explorer.url}/${WANG}`);
    await expect.poll(() => texts('.career .folded')).toEqual([expect.stringContaining('另有 1 条被人隐藏')]);
    const rows = page.locator('.career .career-name');
    const before = await rows.count();
    await page.locator('.career .folded .link').click();
    await expect.poll(() => rows.count()).toBe(before + 1);
  });

  test('what pages brought has the dot of the new, and what is taken off is not brought again unasked', async () => {
    page = await tests.open('/ingest', { reducedMotion: 'reduce' });
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: '新.txt', mimeType: 'text/plain', buffer: Buffer.from(PAGE) }]);
    await page.locator('.add-pages .ink').click();
    await page.locator('.job-finished').waitFor({ timeout: 60_000 });
    await page.locator('.job-foot .ink').click();
    await page.locator('.drawing').waitFor();
    const address = () => decodeURIComponent(page.url());
    await expect.poll(address).toContain('person/仲旭东');
    await expect.poll(() => texts('.strip [role=status]')).toEqual([expect.stringContaining('圆点')]);

    await page.goto(`${tests.explorer.url}/explore?n=place/浙江省/湖州市@0.0&sel=place/浙江省/湖州市`);
    await page.locator('.panel .fact-name').first().waitFor();
    await page.locator('.drawing').focus();
    await page.keyboard.press('e');
    await page.locator('.branch', { hasText: '落地的项目' }).locator('input').check();
    await page.locator('.menu button[type=submit]', { hasText: /加入 \d+ 个/u }).click();
    await page.locator('.menu').waitFor({ state: 'detached' });
    await expect.poll(() => address().match(/program\//gu)?.length ?? 0).toBeGreaterThan(1);
    const before = address().match(/program\//gu)?.length ?? 0;
    await page.locator('.drawing').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(address).toMatch(/sel=program\//u);
    await page.keyboard.press('Delete');
    await expect
      .poll(
        () =>
          address()
            .match(/n=[^&]*/u)?.[0]
            .match(/program\//gu)?.length,
      )
      .toBe(before - 1);

    await page.locator('#search').fill('hzs');
    await chosenHit(page, '湖州市').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => texts('.panel h1')).toEqual(['湖州市']);
    await page.locator('.drawing').focus();
    await page.keyboard.press('e');
    await expect.poll(() => texts('.menu-left')).toContain('移出过的 1 个不再加入 也加入');
    await page.locator('.menu button[type=submit]:disabled').waitFor();
    await page.locator('.menu-left .link').click();
    await page.locator('.menu button[type=submit]', { hasText: '加入 1 个' }).click();
    await expect
      .poll(
        () =>
          address()
            .match(/n=[^&]*/u)?.[0]
            .match(/program\//gu)?.length,
      )
      .toBe(before);
  });

  test('a query is seen by date and on the map where its rows have dates and places', async () => {
    page = await tests.open('/query/program-spread?p.program=program/全科网格');
    await page.getByRole('button', { name: '时间线' }).click();
    await page.locator('.moment-line', { hasText: '2019-07-03' }).click();
    await page.locator('.moment .row-pick').first().click();
    await expect.poll(() => texts('.moment .result-foot mark')).not.toEqual([]);
    await page.getByRole('button', { name: '地图', exact: true }).click();
    await page.locator('.result-map .tile', { hasText: '湖州' }).click();
    await expect.poll(() => texts('.result-map-rows h3')).toEqual(['湖州市：1 行']);
    await page.goto(`${tests.explorer.url}/query/people-of-one-name`);
    await page.locator('.result, .state').first().waitFor();
    expect(await page.getByRole('button', { name: '时间线' }).count()).toBe(0);
  });
});
