/** Saved queries and the Cypher console, as readers use them, on both engines. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { dumpOf } from '../../support/dumps.ts';
import { ENGINE, pageTests, test } from '../../support/page-tests.ts';

// Several queries one after the other: a busy machine needs its time for each.
vi.setConfig({ testTimeout: 120_000 });

/** Ten thousand million rows: no engine ends this soon. */
const ENDLESS = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS n';
/**
 * A query that is refused answers with 400, which a browser's console tells of; and where a bold word is replaced by typing, Chromium itself
 * tries to keep its weight as an inline style, which the page's policy does not let it.
 */
const EXPECTED = /status of 4\d\d|Applying inline style/u;
/** The editor takes no Enter for a completion that it showed less than 75 ms ago. */
const COMPLETION_DELAY_MS = 150;
const NARROW = { viewport: { width: 420, height: 880 }, isMobile: true, hasTouch: true } as const;

describe(`queries, on ${ENGINE.name}`, () => {
  const tests = pageTests({ expected: EXPECTED });
  let page: Page;

  const open = async (address: string, options = {}): Promise<Page> => {
    page = await tests.open(address, options);
    return page;
  };
  const text = async (selector: string): Promise<string> => (await page.locator(selector).first().textContent()) ?? '';
  /** A busy machine takes its time. */
  const soon = <T>(read: () => Promise<T> | T, what?: string) =>
    expect.poll(read, { timeout: 20_000, ...(what !== undefined && { message: what }) });
  const rows = (): Promise<number> => page.locator('.table tbody tr').count();
  const type = async (cypher: string): Promise<void> => {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(cypher);
    // Closes the completion, which would take the next key.
    await page.keyboard.press('Escape');
  };
  const run = async (cypher: string): Promise<void> => {
    await type(cypher);
    await page.keyboard.press('Control+Enter');
  };

  test('a saved query refuses a wrong date at its field, offers what fits the fields before, and runs again from its address', async () => {
    await open('/query/shared-events-of-two?p.first=person/王昌荣');
    await page.getByLabel('第二个人物').click();
    await page.getByRole('option', { name: /朱恒毅/u }).click();
    await page.getByRole('button', { name: /^运行/u }).click();
    await soon(rows).toBeGreaterThan(0);
    const found = await text('.table tbody');
    const address = page.url();
    expect(decodeURIComponent(address)).toContain('p.second=person/朱恒毅');
    await page.goto(address);
    await soon(() => text('.table tbody')).toBe(found);

    await page.goto(new URL('/query/meetings-in-place?p.place=place/浙江省/湖州市', address).href);
    await soon(rows).toBeGreaterThan(1);
    const all = await rows();
    await page.getByLabel('起始日期').fill('2019-13');
    await page.keyboard.press('Enter');
    await soon(() => text('.fault')).toBe('日期写成 2021-04-27');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('param-from');
    expect(await rows()).toBe(all);
    await page.getByLabel('起始日期').fill('2020');
    await page.keyboard.press('Control+Enter');
    await soon(() => page.url()).toContain('p.from=2020');
    await soon(() => page.locator('.result, .state').first().textContent()).not.toContain('2019-07');
  });

  test('an answer is a table, a graph or JSON, goes into a file that says what was asked, and into the canvas', async () => {
    await open('/query/chaired-by-person?p.person=person/王昌荣');
    await page.locator('.row-pick').first().click();
    await soon(() => text('.result-foot mark')).toContain('王昌荣主持召开座谈会');
    await page.getByRole('button', { name: '图', exact: true }).click();
    await soon(() => page.locator('.result-graph svg').textContent()).toMatch(/主持、讲话/u);
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    await soon(() => text('.result-json')).toContain('"person/王昌荣"');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^CSV/u }).click();
    const csv = readFileSync((await (await download).path()) as string, 'utf8');
    expect(csv).toMatch(/^\ufeff# 某人主持的会议与活动\r\n# person = person\/王昌荣\r\n/u);
    expect(csv).toMatch(/\r\n# \d{4}-\d\d-\d\dT.*\r\n日期,会议,地点,人物,证据\r\n2019-07-01,王昌荣主持召开座谈会,/u);
    await page.getByRole('button', { name: /放进图里/u }).click();
    await soon(() => decodeURIComponent(page.url())).toContain('person/王昌荣@');
  });

  test('the console completes, asks for parameters, runs by Ctrl+Enter, remembers, and lets the keyboard out', async () => {
    await open('/console');
    await page.locator('.cm-content').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('MATCH (p:Pers');
    await page.locator('.cm-completionLabel', { hasText: 'Person' }).waitFor();
    await page.waitForTimeout(COMPLETION_DELAY_MS);
    await page.keyboard.press('Enter');
    await soon(() => text('.cm-content')).toContain('(p:Person)');
    await type('MATCH (p:Person {name: $name}) RETURN p, p.name AS name');
    await page.getByLabel('$name').fill('王昌荣');
    await page.getByLabel('$name').press('Control+Enter');
    await soon(rows).toBe(1);
    expect(await text('.table tbody')).toContain('王昌荣');
    expect(decodeURIComponent(page.url())).toContain('p.name=王昌荣');
    expect(await text('.console-history')).toMatch(/MATCH \(p:Person \{name: \$name\}\).*1 行/su);

    await page.locator('.cm-content').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('console-name');

    await page.reload();
    await page.locator('.console-history button').first().click();
    await page.locator('.cm-content').press('Control+Enter');
    await soon(rows).toBe(1);
  });

  test('nothing that is typed writes: it is refused in plain words, underlined in the text, and the graph stays as it was', async () => {
    const before = await dumpOf(tests.explorer.store);
    await open('/console');
    await page.locator('.cm-content').waitFor();
    for (const [cypher, word, underlined] of [
      ["CREATE (n:Entity {id: 'x'}) RETURN n", 'CREATE', 'CREATE'],
      ['match (n) detach delete n', 'detach', 'detach'],
      ['MATCH (n:Person)/*x*/ SET n.x = 1', 'SET', 'SET'],
      ['MATCH (n:Person) \\u0053ET n.x = 1', '\\u0053', '\\u0053'],
      ['MATCH (n:Person) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x', 'IN TRANSACTIONS', 'TRANSACTIONS'],
      ["LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", 'LOAD CSV', 'LOAD'],
      ['CALL dbms.listConfig()', '过程', 'CALL'],
      ['RETURN 1; MATCH (n) DETACH DELETE n', '分号', ';'],
    ] as const) {
      await run(cypher);
      await soon(() => text('.console-fault p'), cypher).toContain(word);
      await soon(() => text('.cm-lintRange-error'), cypher).toBe(underlined);
    }
    await run("RETURN 'delete' AS word");
    await soon(() => text('.table tbody')).toContain('delete');
    await run('MATCH (n:Person)\nRETURN nope');
    await soon(() => text('.console-fault b')).toContain('第 2 行第 8 列');
    expect(await text('.cm-lintRange-error')).toBe('nope');
    expect(await dumpOf(tests.explorer.store)).toEqual(before);
  });

  test('a slow query can be stopped, a long answer is cut with a plain word, and both leave the page as it was', async () => {
    await open('/console');
    await page.locator('.cm-content').waitFor();
    await run(ENDLESS);
    await page.getByRole('button', { name: '停止' }).click();
    await soon(() => text('.query > .state')).toBe('已停止');
    await run('UNWIND range(1, 100000) AS x RETURN x');
    await soon(() => text('.result .badge.warn')).toBe('结果超过 2,000 行，只取了前面的。缩小范围或加 LIMIT。');
    expect(await rows()).toBe(2_000);
    await run('MATCH (n:Person {id: "nobody"}) RETURN n');
    await soon(() => text('.query > .state')).toMatch(/^没有符合的行/u);
    expect(await text('.cm-content')).toContain('nobody');
  });

  test.each([
    ['a saved query', '/query/meetings-in-place?p.place=place/浙江省', '.table', {}],
    ['a saved query, narrow', '/query/meetings-in-place?p.place=place/浙江省', '.table', NARROW],
    ['the console', '/console', '.cm-content', { colorScheme: 'dark' }],
    ['the console, narrow', '/console', '.cm-content', NARROW],
  ])('axe finds nothing serious in %s, and nothing sticks out', async (_, address, shown, look) => {
    await open(address, look);
    await page.locator(shown).first().waitFor();
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );
  });
});
