/** The pages about one person, place, organization or event, as readers use them, on both engines. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { chosenHit, ENGINE, pageTests, test } from '../../support/page-tests.ts';

const WANG = '/person/王昌荣';
/** A server that is asked for the first time may take its time. */
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });
const NARROW = { viewport: { width: 420, height: 880 }, isMobile: true, hasTouch: true } as const;

describe(`a page about one entity, on ${ENGINE.name}`, { timeout: 60_000 }, () => {
  const tests = pageTests();
  let page: Page;

  const open = async (address: string, options = {}): Promise<Page> => {
    page = await tests.open(address, options);
    return page;
  };
  const texts = (selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

  /** The marked words of an article, without the numbers of facts. */
  const marked = async (): Promise<string> => (await texts('.paper mark.chosen')).join('').replace(/[\d\s]/gu, '');

  test('initials, a role and a year lead to the meetings chaired then, newest first, and to the article of one', async () => {
    await open('/');
    await page.locator('#search').fill('wcr');
    await chosenHit(page, '王昌荣').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.event-filters button', { hasText: '主持' }).click();
    await page.getByLabel('年份').selectOption('2019');
    await soon(() => texts('.event-item h3')).toEqual(['王昌荣主持召开座谈会']);
    expect(decodeURIComponent(page.url())).toContain('/person/王昌荣?role=chaired&from=2019&to=2019');
    await page.locator('.event-item .quote').first().click();
    await soon(marked).toContain('王昌荣主持召开座谈会');
  });

  test('an event of two roles stands once with both, and says its date with the words it was read from', async () => {
    await open(WANG);
    await page.locator('.event-item').first().waitFor();
    expect(await texts('.event-item h3')).toHaveLength(3);
    const meeting = page.locator('.event-item', { hasText: '王昌荣主持召开座谈会' });
    expect(await meeting.locator('.tag').allInnerTexts()).toEqual(['主持', '讲话']);
    expect(await meeting.locator('.event-when').textContent()).toBe('2019-07-01正文“期间”');
    await meeting.getByRole('button', { name: /另 \d 句/u }).click();
    await soon(() => meeting.locator('.sentences > li').count()).toBeGreaterThan(1);
  });

  test('a number at the head leads to the list that it counts', async () => {
    await open(WANG);
    const figure = (name: string) =>
      page.locator('.figures').getByRole('button', { name: new RegExp(`^${name} \\d`, 'u') });
    const chaired = Number(await figure('主持').textContent());
    await figure('主持').click();
    await soon(() => page.locator('.event-item').count()).toBe(chaired);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('part-events');
    await figure('文章').click();
    await page.locator('.forms li').first().waitFor();
  });

  test('filters stand in the address: they survive a reload, and the back button takes them off', async () => {
    await open(`${WANG}?with=person/王忠志`);
    await soon(() => texts('.event-when b')).toEqual(['2021-04-27']);
    await page.reload();
    await soon(() => texts('.event-when b')).toEqual(['2021-04-27']);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await soon(() => page.locator('.event-item').count()).toBe(3);
    await page.goBack();
    await soon(() => page.locator('.event-item').count()).toBe(1);
  });

  test('every post opens the sentences that state it', async () => {
    await open(WANG);
    const post = page.locator('.career li', { hasText: '政法委书记' }).first();
    expect(await post.getByRole('img').getAttribute('aria-label')).toBe('见于 2019-07-03、2021-04-28 的报道');
    await post.getByRole('button').click();
    await soon(() => post.locator('mark').count()).toBe(2);
  });

  test('what was left out is counted below the events, and opens what the paper says of it', async () => {
    await open(WANG);
    const line = page.locator('.uncounted');
    await soon(() => line.textContent()).toMatch(/未计入 1/u);
    await line.getByRole('button').click();
    const listed = line.locator('.uncounted-list > li');
    expect(await listed.count()).toBe(1);
    expect(await page.locator('.event-item h3').allInnerTexts()).not.toContain(
      await listed.locator('a.chip').textContent(),
    );
    await listed.locator('.quote').click();
    await soon(marked).toContain('实地考察');
  });

  test('the names of a place open the articles behind each way of printing it', async () => {
    await open('/place/浙江省/湖州市');
    await page.getByRole('button', { name: '写法与出处' }).click();
    const short = page.locator('.forms > ul > li', { has: page.locator('b', { hasText: /^湖州$/u }) });
    await short.locator('a').first().click();
    await soon(marked).toBe('湖州');
  });

  test('a place, a body and an event have pages that lead to each other', async () => {
    await open('/place/浙江省/宁波市');
    await page.locator('.event-item h3 a', { hasText: '信访重点工作推进会' }).click();
    await soon(() => texts('.entity-head h1')).toEqual([expect.stringContaining('信访重点工作推进会')]);
    expect(await texts('.entity-what')).toEqual([expect.stringMatching(/会议 · 2021-04-27\s+正文“4月27日”/u)]);
    await page.locator('.fact-name', { hasText: '王昌荣' }).click();
    await page.locator('.career a', { hasText: '浙江省委政法委' }).first().click();
    await soon(() => texts('.career-name a')).toEqual(['王昌荣', '朱晨', '朱恒毅']);
  });

  test('the list is exported for a spreadsheet, as it is filtered', async () => {
    await open(`${WANG}?role=chaired`);
    const address = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const response = await page.request.get(`${tests.explorer.url}${address}`);
    const body = await response.body();
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(body.toString('utf8').trim().split('\r\n')).toHaveLength(2);
    expect(response.headers()['content-disposition']).toContain('attachment');
  });

  test('the picture goes on the canvas as it is', async () => {
    await open(WANG);
    await page.getByRole('button', { name: '在探索中打开' }).click();
    await soon(() => texts('.panel h1')).toEqual(['王昌荣']);
    expect(decodeURIComponent(page.url())).toMatch(/\/explore\?n=person\/王昌荣@.*event\/2019-07-01/u);
  });

  // What no engine has a part in is tried once; a skipped test would count as a failure.
  if (ENGINE.name === 'embedded') {
    test('nothing jumps while it loads, and it fits a narrow screen and a sheet of paper', async () => {
      await open('/query');
      await page.addInitScript(() => {
        const seen = { shift: 0 };
        Object.assign(window, { seen });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${tests.explorer.url}${WANG}`);
      await page.locator('.event-item').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBeLessThan(
        0.05,
      );
      const sheets = async () =>
        (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length;
      expect(await sheets()).toBe(1);
      // Places with most on them: long lists of posts and events, of which a sheet says how many it leaves out.
      for (const place of ['/place/浙江省', '/place/浙江省/湖州市']) {
        await page.goto(`${tests.explorer.url}${place}`);
        await page.locator('.event-item').first().waitFor();
        expect(await sheets(), place).toBe(1);
      }
      await page.context().close();
      await open(WANG, NARROW);
      await page.locator('.event-item').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
    });

    test('screen readers find nothing serious amiss, in either theme', async () => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      for (const colorScheme of ['light', 'dark'] as const) {
        await open(WANG, { colorScheme });
        await page.locator('.event-item').first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.evaluate(axe);
        const serious = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
        expect(serious).toEqual([]);
        if (colorScheme === 'light') await page.context().close();
      }
    });
  }
});
