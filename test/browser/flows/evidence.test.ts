/** Finding, proving, doubting and adding, as readers do it, on both engines. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { chosenHit, ENGINE, pageTests, test } from '../../support/page-tests.ts';
import { ingestSeeds } from '../graph.ts';

const PAGE = `浙江法制报 2021年5月6日

平湖市召开矛调中心推进会

5月5日，平湖市委书记仲旭东主持召开县级矛调中心推进会。会上，当湖街道、新埭镇作交流发言。
本报记者 张三`;

describe(`evidence, on ${ENGINE.name}`, { timeout: 120_000 }, () => {
  let page: Page;

  const tests = pageTests({
    async graph(context) {
      const store = await ENGINE.open(context);
      await ingestSeeds(store);
      return store;
    },
  });

  const open = async (address: string): Promise<void> => {
    page = await tests.open(address, { permissions: ['clipboard-read', 'clipboard-write'] });
  };
  const text = async (selector: string): Promise<string> => (await page.locator(selector).allInnerTexts())[0] ?? '';
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test('by keyboard alone: finds a person, walks to a meeting, and reads the sentence in its article', async () => {
    await open('/');
    await page.locator('.counts').waitFor();
    await press('/');
    await page.keyboard.type('wcr');
    await chosenHit(page, '王昌荣').waitFor();
    await press('Enter');
    await page.locator('.fact').first().waitFor();
    const meeting = page.locator('.panel .fact-name', { hasText: '座谈会' }).first();
    await meeting.focus();
    await press('Enter');
    await expect.poll(() => text('.panel h1')).toContain('座谈会');
    await page.locator('.panel .quote').first().focus();
    await press('Enter');
    await page.locator('.paper mark.chosen').first().waitFor();
    const before = page.url();
    await press('j');
    await expect.poll(() => page.url()).not.toBe(before);
    await press('k');
    await expect.poll(() => page.url()).toBe(before);
  });

  test('words in articles are found, and a hit opens the article at them', async () => {
    await open('/');
    await page.locator('#search').fill('矛盾');
    await page.locator('.hit-passage u', { hasText: '矛盾' }).first().waitFor();
    expect(await text('.hits-head')).toMatch(/正文里有 · \d+ 篇/u);
    // To the kind of articles by arrow, and back.
    await press('ArrowRight');
    await expect.poll(() => text('.kind-chips [aria-pressed=true]')).not.toMatch(/^全部/u);
    await press('ArrowLeft');
    await expect.poll(() => text('.kind-chips [aria-pressed=true]')).toMatch(/^全部/u);
    await page.locator('.search .spin').waitFor({ state: 'hidden' });
    await page.locator('.hit-text').first().click();
    await expect
      .poll(async () => (await page.locator('.paper mark.chosen').allInnerTexts()).join(''))
      .toContain('矛盾');
  });

  test('where nothing has a name, near ones are offered', async () => {
    await open('/');
    await page.locator('#search').fill('全科网络');
    await page.locator('.no-hits .start-row', { hasText: '全科网格' }).click();
    await expect.poll(() => text('.panel h1')).toContain('全科网格');
  });

  test('a doubted fact gets a flag with reason and author, does not vanish, and Z takes it back', async () => {
    await open('/');
    await openWang();
    await page.locator('.fact-links .link', { hasText: '不对' }).first().click();
    await page.locator('.reasons label', { hasText: '时间不对' }).click();
    await page.locator('.wrong input').nth(5).fill('应是7月2日');
    await page.locator('.wrong .ink').click();
    await expect.poll(() => text('.said')).toMatch(/存疑 · 时间不对\s*“应是7月2日”\s*reader · \d{4}-\d\d-\d\d/u);
    expect(await page.locator('.panel .fact .flag').count()).toBe(1);
    await page.locator('.panel .quote').first().click();
    await page.locator('.fact-list .flag', { hasText: '存疑' }).first().waitFor();
    await page.goBack();
    await page.locator('.panel .flag').first().waitFor();
    await page.locator('.drawing').focus();
    await press('z');
    await expect.poll(() => page.locator('.panel .flag').count()).toBe(0);
  });

  test('a quote is copied as a citation with its paper, issue, day, reporters and address', async () => {
    await open('/');
    await openWang();
    await page.locator('.panel .cite').first().click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(
        /^“.*王昌荣.*”\n张倩, 王志浩\. .*\[N\]\. 浙江法制报, 2019-07-03\(第5783期\)\. http:\/\/127\.0\.0\.1:\d+\/article\//su,
      );
  });

  test('a wrong merge is seen by the articles behind it, parted, and joined again', async () => {
    await open('/');
    await openWang();
    await page.locator('[role=tab]', { hasText: '同名与合并' }).click();
    await expect.poll(() => page.locator('.mention').count()).toBe(2);
    await page.locator('.mention .link', { hasText: '不是同一个' }).click();
    await expect.poll(() => text('.strip [role=status]')).toContain('不是同一个');
    await expect.poll(() => new URL(page.url()).searchParams.get('n')?.split(',').length).toBe(2);
    await page.locator('.said .link', { hasText: '撤回' }).first().click();
    await expect.poll(() => page.locator('.mention').count()).toBe(2);
    await expect.poll(() => new URL(page.url()).searchParams.get('n')?.split(',').length).toBe(1);
  });

  test('pages are added, watched, shown and taken out again', async () => {
    await open('/ingest');
    await page.locator('input[type=file]').setInputFiles([
      { name: '一版.txt', mimeType: 'text/plain', buffer: Buffer.from(PAGE) },
      { name: '图.png', mimeType: 'image/png', buffer: Buffer.from([1]) },
    ]);
    await expect.poll(() => text('.faults')).toContain('图.png');
    await page.locator('.add-pages .ink').click();
    await page.locator('.job-finished').waitFor({ timeout: 60_000 });
    expect(await text('.read-pages')).toMatch(/一版\.txt\s+1 篇，\d+ 条事实/u);
    await page.locator('.job-foot .ink').click();
    await page.locator('.shown-list, .panel', { hasText: '仲旭东' }).first().waitFor();
    await page.goto(`${tests.explorer.url}/ingest`);
    await page.locator('.added .link').click();
    await expect.poll(() => text('.added')).toMatch(/已撤出 一版\.txt：1 篇文章/u);
  });

  test('a file that is no page, a date that is none and a file that misses the field are told, and nothing is lost', async () => {
    await open('/ingest');
    await page.locator('textarea').fill('随便写的一段话。');
    await page.getByLabel('见报日期').fill('2021-02-30');
    await page.locator('.add-pages .ink').click();
    await expect.poll(() => text('.faults')).toContain('见报日期写成 2019-07-03');
    await page.locator('body').evaluate((body) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([''], '空.txt'));
      body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => text('.chosen-files')).toContain('空.txt');
    await page.locator('textarea').fill('');
    await page.getByLabel('见报日期').fill('');
    await page.locator('.add-pages .ink').click();
    await expect.poll(() => text('.job-failed b')).toBe('没有读入任何一页');
    expect(await text('.job .faults')).toContain('文件里没有文字');
    expect(await text('.added')).not.toContain('空.txt');
  });

  test('each number of the board opens its list, and each item its sentence', async () => {
    await open('/board');
    await page.locator('.rules .cell').first().click();
    await page.locator('.board-item .quote').first().waitFor();
    expect(decodeURIComponent(page.url())).toMatch(/\/board\?list=rule:/u);
    await expect.poll(() => text('.board-list [role=status]')).toMatch(/条/u);
    await page.locator('.check', { hasText: '没有日期的活动' }).click();
    await expect.poll(() => text('.board-list h2')).toBe('没有日期的活动');
    await page.locator('.board-item .quote').first().click();
    await page.locator('.paper mark.chosen').first().waitFor();
  });

  test('has nothing that axe calls serious', async () => {
    for (const [address, ready] of [
      ['/ingest', '.add-pages'],
      ['/board?list=orphans', '.board-item'],
    ] as const) {
      await open(address);
      await page.locator(ready).first().waitFor();
      await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
        };
        return (await axe.run()).violations
          .filter(({ impact }) => ['serious', 'critical'].includes(impact))
          .map(({ id }) => id);
      });
      expect(found, address).toEqual([]);
      if (address === '/ingest') await page.context().close();
    }
  });

  async function openWang(): Promise<void> {
    await page.locator('#search').fill('wcr');
    await chosenHit(page, '王昌荣').waitFor();
    await press('Enter');
    await page.locator('.panel .quote').first().waitFor();
  }
});
