/** Time, tables, saved views and exports, as readers use them, on both engines. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { z } from 'zod';
import type { GraphStore } from '../../../graph/store.ts';
import { readAddress } from '../../../web/client/route.ts';
import { run } from '../../conformance/engines.ts';
import { ENGINE, pageTests, test } from '../../support/page-tests.ts';
import { ingestSeeds } from '../graph.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WANG = 'person/王昌荣';
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** What a page needs on a busy machine, in milliseconds. */
const PATIENCE = { timeout: 15_000 };
const SLOW = 180_000;
const PNG = [0x89, 0x50, 0x4e, 0x47];

describe(`time, tables, views and exports on ${ENGINE.name}`, () => {
  let store: GraphStore;
  let page: Page;
  let events: readonly { id: string; date: string | null }[] = [];

  const tests = pageTests({
    expected: /Failed to load resource/u,
    async graph(context) {
      store = await ENGINE.open(context);
      await ingestSeeds(store);
      events = await store.read({
        cypher: 'MATCH (e:Event) WHERE e.dateFrom IS NOT NULL RETURN e.id AS id, e.dateFrom AS date ORDER BY id',
        row: z.object({ id: z.string(), date: z.string() }),
      });
      return store;
    },
  });

  /** 王昌荣 and every dated event, in a row. */
  const picture = (): string => {
    const nodes = [WANG, ...events.map(({ id }) => id)].map(
      (id, index) => `${encodeURI(id)}@${index * 90}.${index * 7}`,
    );
    return `/explore?n=${nodes.join(',')}`;
  };
  const open = async (more = '', options = {}): Promise<void> => {
    page = await tests.open(picture() + more, { reducedMotion: 'reduce', ...options });
    await page.locator('.time-bars').waitFor();
  };
  const summary = (): Promise<string | null> => page.locator('.time-head').textContent();
  /** The view that the address names, also where it has become a short one. */
  const viewNow = async () => {
    const { origin, pathname } = new URL(page.url());
    const link = /^\/v\/(.+)$/u.exec(pathname)?.[1];
    const address = link
      ? z.object({ address: z.string() }).parse(await (await fetch(`${origin}/api/v/${link}`)).json()).address
      : page.url();
    const next = readAddress(new URL(address, origin));
    return next.page === 'explore' ? next.view : null;
  };
  const download = async (name: string): Promise<Buffer> => {
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name, exact: true }).click(),
    ]);
    return readFileSync(await file.path());
  };

  test(
    'a year is picked by its bar, what lies outside is said, and the table of it holds the events of that year',
    async () => {
      await open();
      await page.getByRole('button', { name: '年', exact: true }).click();
      const bars = await page.locator('.time-brush').boundingBox();
      const bar = await page
        .locator('.time-event')
        .evaluateAll((all) =>
          all.map((one) => one.getBoundingClientRect()).map(({ x, width, y }) => ({ x: x + width / 2, y })),
        );
      // The tallest is 2019.
      const tallest = bar.reduce((one, other) => (other.y < one.y ? other : one));
      await page.mouse.click(tallest.x, (bars?.y ?? 0) + 30);
      await eventually(summary).toContain('2019');
      const outside = events.filter(({ date }) => !date?.startsWith('2019')).length;
      await eventually(summary).toContain(`窗外 ${outside} 个节点`);
      const csv = await download('表格 CSV：节点');
      expect([...csv.subarray(0, 3)]).toEqual(BYTE_ORDER_MARK);
      const lines = csv.toString('utf8').replace('\ufeff', '').split('\r\n');
      expect(lines.filter((line) => line.startsWith('#')).join()).toMatch(/时间窗 2019.*\/v\/[0-9a-f]{16}/u);
      const ids = lines.flatMap((line) => (line.startsWith('event/') ? [line.split(',')[0]] : []));
      expect(ids.sort()).toEqual(events.flatMap(({ id, date }) => (date?.startsWith('2019') ? [id] : [])).sort());
      await page.keyboard.press('z');
      await eventually(summary).not.toContain('窗外');
    },
    SLOW,
  );

  test(
    'the window is dragged and moved by keys, stays after a reload, and each rest is one step back',
    async () => {
      await open('&t=2019-01-01..2019-12-31');
      await page.getByRole('button', { name: '年', exact: true }).click();
      await page.getByRole('slider', { name: '时间窗的终点' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await eventually(async () => (await viewNow())?.window).toMatchObject({ from: '2019-01-01', to: '2021-12-31' });
      await page.locator('.drawing').focus();
      await page.keyboard.press('[');
      await eventually(async () => (await viewNow())?.window).toMatchObject({ from: '2018-01-01', to: '2020-12-31' });
      await page.keyboard.press('z');
      await eventually(async () => (await viewNow())?.window).toMatchObject({ from: '2019-01-01', to: '2021-12-31' });
      await page.keyboard.press('z');
      await eventually(async () => (await viewNow())?.window).toMatchObject({ to: '2019-12-31' });
      await page.getByRole('button', { name: '见报时间' }).click();
      await eventually(async () => (await viewNow())?.window?.clock).toBe('printed');
      await page.getByRole('button', { name: '隐藏', exact: true }).click();
      await eventually(() => page.locator('.strip [role=status]').textContent()).toMatch(/时间窗.*已隐藏/u);
      await page.getByRole('button', { name: '导出' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: '图片 SVG' }).click();
      const svg = readFileSync(await (await download).path(), 'utf8');
      expect(svg).toContain(`>${await page.locator('.strip .summary').textContent()}<`);
      await page.reload();
      await eventually(async () => (await viewNow())?.window).toMatchObject({ clock: 'printed', outside: 'hide' });
    },
    SLOW,
  );

  test(
    'the table and the canvas share the selection, and a column sorts either way',
    async () => {
      await open();
      await page.keyboard.press('t');
      await page.locator('.grid tbody tr').first().waitFor();
      expect(await page.locator('.grid tbody tr').count()).toBe(events.length + 1);
      const date = page.getByRole('columnheader', { name: '日期' });
      await date.getByRole('button').click();
      expect(await date.getAttribute('aria-sort')).toBe('ascending');
      await date.getByRole('button').click();
      expect(await date.getAttribute('aria-sort')).toBe('descending');
      await page.locator('.grid tbody tr').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const chosen = (await page.locator('.grid tr[aria-selected=true] th').textContent()) ?? '';
      expect(chosen).not.toBe('');
      await eventually(() => page.locator('.panel h1').textContent()).toContain(chosen.slice(0, 6));
      await page.keyboard.press('Escape');
      await page.getByLabel('按名称筛选').fill('座谈会');
      await eventually(() => page.locator('.grid tbody tr').count()).toBeLessThan(events.length);
      await page.evaluate(AXE);
      expect(await seriousIn(page)).toEqual([]);
    },
    SLOW,
  );

  test(
    'a saved view opens in a fresh profile after everything was ingested anew: same nodes, places, window',
    async () => {
      await open('&t=2019-01-01..2019-12-31&hide=MENTIONS,place');
      await page.getByRole('button', { name: '保存视图' }).click();
      await page.getByRole('textbox', { name: '名称', exact: true }).fill('2019 年的会');
      await page.getByLabel('备注').fill('按年看');
      await page.keyboard.press('Tab');
      await page.locator('.save-form .button.ink').click();
      await eventually(() => page.url()).toMatch(/\/v\/[0-9a-f]{16}$/u);
      await eventually(() => page.locator('.saved-views').textContent()).toContain('2019 年的会');
      const { pathname } = new URL(page.url());
      const before = readAddress(new URL(picture(), 'http://x'));
      await page.context().close();

      await store.write([
        run('MATCH (n:Entity) DETACH DELETE n'),
        ...['Source', 'Page', 'Extraction', 'Block', 'Summary'].map((label) => run(`MATCH (n:${label}) DELETE n`)),
      ]);
      await ingestSeeds(store);
      page = await tests.open(pathname, { reducedMotion: 'reduce' });
      await eventually(() => page.locator('.strip').textContent()).toContain('之后没有变化');
      await eventually(summary).toContain('2019');
      await page.keyboard.press('t');
      await page.locator('.grid tbody tr').first().click();
      await eventually(async () => (await viewNow())?.hidden).toEqual(['MENTIONS', 'place']);
      const now = await viewNow();
      expect(now?.window).toMatchObject({ from: '2019-01-01', to: '2019-12-31', clock: 'happened' });
      expect(now?.nodes).toEqual(before.page === 'explore' ? before.view.nodes : null);
    },
    SLOW,
  );

  test(
    'a bad day: what cannot be saved is said, nothing is lost, and trying again saves it; deleting can be undone',
    async () => {
      await open();
      await page.route('**/api/views', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await page.getByRole('button', { name: '保存视图' }).click();
      await page.getByRole('textbox', { name: '名称', exact: true }).fill('坏天气');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await page.locator('.time-bars').count()).toBe(1);
      await page.unroute('**/api/views');
      await page.getByRole('alert').getByRole('button', { name: '再试一次' }).click();
      const row = page.locator('.saved-views li', { hasText: '坏天气' });
      await row.waitFor();
      await row.getByRole('button', { name: /更多操作/u }).click();
      await page.getByRole('menuitem', { name: '删除' }).click();
      await row.waitFor({ state: 'detached' });
      await page.locator('.strip').getByRole('button', { name: '撤销', exact: true }).first().click();
      await row.waitFor();
    },
    SLOW,
  );

  test(
    'a graph file has its dates, and a picture its Chinese letters',
    async () => {
      await open();
      const gexf = (await download('图数据 GEXF（含时间）')).toString('utf8');
      expect(gexf).toContain('timeformat="date"');
      for (const { id, date } of events.filter((event) => event.date?.length === 10))
        expect(gexf.slice(gexf.indexOf(`id="${id}"`)).split('>')[0]).toContain(`start="${date}"`);
      const picture = await download('图片 PNG（三倍清晰）');
      expect([...picture.subarray(0, 4)]).toEqual(PNG);
      // Letters that the font lacks would all be the same box.
      const drawn = await page.evaluate(() => {
        const font = getComputedStyle(document.documentElement).getPropertyValue('--font-ui');
        return ['湖', '州'].map((letter) => {
          const canvas = document.createElement('canvas');
          const context = canvas.getContext('2d') as CanvasRenderingContext2D;
          context.font = `32px ${font}`;
          context.fillText(letter, 0, 40);
          return canvas.toDataURL();
        });
      });
      expect(drawn[0]).not.toBe(drawn[1]);
    },
    SLOW,
  );
});

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, PATIENCE);
}

async function seriousIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
