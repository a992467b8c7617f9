/** The canvas as readers use it, on both engines: paths between two people, a place of five hundred relations, steps and layouts. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { writeGraph } from '../../../graph/writer.ts';
import { readAddress } from '../../../web/client/route.ts';
import type { View } from '../../../web/client/view.ts';
import { chosenHit, ENGINE, pageTests, test } from '../../support/page-tests.ts';
import { ingestSeeds } from '../graph.ts';
import { HUB, HUB_EVENTS, HUB_PROGRAMS, hubPart } from '../hub.ts';

describe(`the canvas, on ${ENGINE.name}`, () => {
  let page: Page;

  const tests = pageTests({
    async graph(context) {
      const store = await ENGINE.open(context);
      await ingestSeeds(store);
      await writeGraph(store, hubPart());
      return store;
    },
  });

  const open = async (address = '/'): Promise<void> => {
    page = await tests.open(address, { reducedMotion: 'reduce' });
  };
  const text = async (selector: string): Promise<string> => (await page.locator(selector).first().textContent()) ?? '';
  const said = () => text('.strip [role=status]');
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  async function search(letters: string, name: string): Promise<void> {
    await page.locator('#search').fill(letters);
    await chosenHit(page, name).waitFor();
    await page.keyboard.press('Enter');
  }

  /** The view that the address bar holds; a long one stands behind its short form. */
  async function view(): Promise<View> {
    const { pathname, search: fields, hash } = new URL(page.url());
    const short = /^\/v\/(.+)$/u.exec(pathname)?.[1];
    if (short === undefined) {
      const route = readAddress({ pathname, search: fields, hash });
      if (route.page !== 'explore') throw new Error(`expected the canvas, saw ${pathname}`);
      return route.view;
    }
    const { address } = (await (await page.request.get(`${tests.explorer.url}/api/v/${short}`)).json()) as {
      address: string;
    };
    const route = readAddress(new URL(address, 'http://127.0.0.1'));
    if (route.page !== 'explore') throw new Error(`expected the canvas, saw ${address}`);
    return route.view;
  }
  const count = async () => (await view()).nodes.length;

  async function openHub(): Promise<void> {
    await open();
    await search('sns', '枢纽市');
    await expect.poll(() => text('.panel h1')).toBe('枢纽市');
    await page.keyboard.press('e');
    await page.locator('.branch').first().waitFor();
  }
  const tick = (relation: string) => page.locator('.branch', { hasText: relation }).locator('input').check();

  test('two officials: the meetings they share, all shortest paths, and the sentence behind each step', async () => {
    await open();
    await search('wcr', '王昌荣');
    await expect.poll(() => text('.panel h1')).toBe('王昌荣');
    await page.keyboard.press('e');
    await button('路径').click();
    expect(await said()).toContain('点另一个节点');
    await search('zhy', '朱恒毅');
    await expect.poll(() => text('.panel h1')).toBe('选中 2 个节点');
    expect((await view()).also).toEqual(['person/朱恒毅']);

    await expect.poll(() => text('.shared .fact-name')).toMatch(/调研/u);
    await expect.poll(() => page.locator('.path').count()).toBeGreaterThan(1);
    const path = page.locator('.path', { hasText: '调研' });
    for (const [word, name] of [
      ['讲话', '王昌荣'],
      ['出席', '朱恒毅'],
    ] as const) {
      await path.getByRole('button', { name: new RegExp(`${name}.*${word}`, 'u') }).click();
      await expect.poll(() => path.locator('.quote').allTextContents()).toContainEqual(expect.stringContaining(name));
      await path.getByRole('button', { name: new RegExp(`${name}.*${word}`, 'u') }).click();
    }

    await button('按时间先后').click();
    await expect.poll(() => text('.paths .path-count')).toMatch(/^(至少 )?\d+ 条/u);
    await button('最短的').click();
    await button(/^把 \d+ 条都放进图里$/u).click();
    await expect.poll(count).toBeGreaterThan(3);
    expect((await view()).nodes.slice(0, 2).map(({ id }) => id)).toEqual(['person/王昌荣', 'person/朱恒毅']);
  });

  test('a place of 500: counted first, 25 of two kinds appear beside it, nothing moves, more comes on request, undo restores', async () => {
    await openHub();
    expect(await text('.branches')).toMatch(new RegExp(`举办的活动${HUB_EVENTS} / 0`, 'u'));
    expect(await text('.branches')).toMatch(new RegExp(`落地的项目${HUB_PROGRAMS} / 0`, 'u'));
    const before = (await view()).nodes;
    await tick('举办的活动');
    await tick('落地的项目');
    await button(/^加入 25 个/u).click();
    await expect.poll(count).toBe(26);
    const grown = (await view()).nodes;
    expect(grown.slice(0, 1)).toEqual(before);
    expect(await said()).toContain('另有 425 个未加');

    await button('再加 20 个').click();
    await expect.poll(count).toBe(46);
    expect((await view()).nodes.slice(0, 26)).toEqual(grown);
    await page.keyboard.press('z');
    await expect.poll(async () => (await view()).nodes).toEqual(grown);
    await page.keyboard.press('z');
    await expect.poll(async () => (await view()).nodes).toEqual(before);
    await page.keyboard.press('Shift+Z');
    await expect.poll(async () => (await view()).nodes).toEqual(grown);

    await page.keyboard.press('e');
    await button('收起 25 个').click();
    await expect.poll(async () => (await view()).nodes).toEqual(before);
    expect(await said()).toContain('已收起枢纽市带来的 25 个');
  });

  test('a list comes before the nodes where it is asked for, and only the ticked ones are added', async () => {
    await openHub();
    await tick('举办的活动');
    await button('先看列表').click();
    await expect.poll(() => text('.menu-left')).toBe(`先列 50 个，共 ${HUB_EVENTS} 个`);
    await page.locator('.picks .branch', { hasText: '枢纽会议299' }).locator('input').check();
    await page.locator('.picks .branch', { hasText: '枢纽会议297' }).locator('input').check();
    await button('加入 2 个').click();
    await expect.poll(count).toBe(3);
    expect((await view()).nodes.map(({ id }) => id)).toEqual([HUB, 'event/hub299', 'event/hub297']);
  });

  test('leaves of a large expansion are one counted node, which lists them and opens', async () => {
    await openHub();
    await tick('所在机构');
    await page.locator('.menu-limits select').first().selectOption('50');
    await button(/^加入 50 个/u).click();
    await expect.poll(count).toBe(51);
    expect((await view()).opened).toEqual([]);
    await page.locator('.drawing').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => text('.panel h1')).toContain('所在机构');
    expect(await page.locator('.panel .fact-line').count()).toBe(50);
    await button(/^在图上展开/u).click();
    await expect.poll(async () => (await view()).opened.length).toBe(1);
    await page.keyboard.press('z');
    await expect.poll(async () => (await view()).opened).toEqual([]);
  });

  test('a pinned node stays through a layout, a focus fades the rest, and the list of steps jumps back', async () => {
    await openHub();
    await tick('举办的活动');
    await button(/^加入 25 个/u).click();
    await expect.poll(count).toBe(26);
    await page.keyboard.press('p');
    const pinned = (await view()).nodes[0];
    expect(pinned).toMatchObject({ id: HUB, pinned: true });
    for (const name of ['同心圆', '层次', '时间轴', '力导向']) {
      const before = (await view()).nodes;
      await page.getByRole('button', { name: '布局', exact: true }).click();
      await page.getByRole('menuitemradio', { name }).click();
      await expect.poll(async () => (await view()).nodes).not.toEqual(before);
      expect((await view()).nodes[0]).toEqual(pinned);
    }
    await page.keyboard.press('f');
    await expect.poll(async () => (await view()).focus).toEqual({ id: HUB, depth: 1 });
    await page.getByRole('slider').fill('3');
    await expect.poll(async () => (await view()).focus?.depth).toBe(3);

    await button(/^撤销/u).first().press('ArrowDown');
    await expect.poll(() => page.getByRole('menuitem').count()).toBe(9);
    await page.getByRole('menuitem', { name: /^扩展枢纽市，加入 25 个/u }).click();
    await expect.poll(count).toBe(1);
    expect((await view()).focus).toBeNull();
  });

  test('a layout can be stopped, and the picture is as it was', async () => {
    await open(`/explore?n=${HUB}@0.0,event/hub1@200.0,event/hub2@0.200`);
    await expect.poll(() => text('.strip .summary')).toBe('3 个节点，2 条关系');
    const before = (await view()).nodes;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/layout.worker*', async (route) => {
      await held;
      await route.abort().catch(() => undefined);
    });
    await page.locator('.drawing').focus();
    await page.keyboard.press('l');
    await button(/^停止/u).click();
    await expect.poll(said).toBe('已停止，图没有变');
    expect((await view()).nodes).toEqual(before);
    letGo();
  });

  test('several nodes are selected with shift, pinned and taken off together', async () => {
    await open(`/explore?n=${HUB}@0.0,event/hub1@200.0,event/hub2@0.200&sel=event/hub1,event/hub2`);
    await expect.poll(() => text('.panel h1')).toBe('选中 2 个节点');
    await page.keyboard.press('p');
    await expect.poll(async () => (await view()).nodes.filter((node) => node.pinned)).toHaveLength(2);
    const frameAll = async () => {
      const box = await page.locator('.drawing').boundingBox();
      if (!box) throw new Error('nothing is drawn');
      await page.keyboard.down('Shift');
      await page.mouse.move(box.x + 5, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 5, box.y + box.height - 5, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      return text('.panel h1');
    };
    await expect.poll(frameAll).toBe('选中 3 个节点');
    await page.keyboard.press('Backspace');
    await expect.poll(() => page.locator('.strip').count()).toBe(0);
    await page.keyboard.press('z');
    await expect.poll(count).toBe(3);
  });
});
