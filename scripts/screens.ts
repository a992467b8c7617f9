/** `npm run screens`: pictures of the main states of the page, from the seed pages, into docs/screens/. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { ZhituError } from '../graph/errors.ts';
import { chromiumPath, INSTALL, launchChromium } from '../test/browser/chromium.ts';
import { openExplorer } from '../test/browser/explorer.ts';
import { openSeedGraph } from '../test/browser/graph.ts';

const folder = fileURLToPath(new URL('../docs/screens', import.meta.url));

const LIGHT = { viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' } as const;
const DARK = { ...LIGHT, colorScheme: 'dark' } as const;
const NARROW = {
  viewport: { width: 420, height: 880 },
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;

const executable = chromiumPath(process.env);
if (executable === null) throw new ZhituError('unsupported', `no Chromium found: ${INSTALL}`);
await mkdir(folder, { recursive: true });
const browser = await launchChromium(executable);
const explorer = await openExplorer(browser, await openSeedGraph());
try {
  await picture('start', '/', LIGHT, async (page) => {
    await page.waitForSelector('.start-row');
  });
  await picture('search', '/', LIGHT, async (page) => {
    await page.waitForSelector('.counts');
    await type(page, 'wcr');
  });
  await picture('expand', '/', LIGHT, async (page) => {
    await openByLetters(page, 'hzs');
    await openMenu(page, ['举办的活动', '落地的项目']);
  });
  for (const [name, look] of [
    ['explore', LIGHT],
    ['explore-dark', DARK],
  ] as const) {
    await picture(name, '/', look, openMeetings);
  }
  await picture('edge', '/', LIGHT, async (page) => {
    await openMeetings(page);
    await page.locator('.panel .quote').first().click();
    await page.locator('.fact-more .link').click();
    await page.waitForSelector('.why-line');
  });
  await picture('query', '/query/program-spread?p.program=program/枫桥经验', LIGHT, async (page) => {
    await page.locator('.table tbody tr').nth(1).locator('td').first().click();
    await page.waitForSelector('.result-foot');
  });
  await picture('article', '/', LIGHT, openArticle);
  for (const [name, look] of [
    ['program', LIGHT],
    ['program-420', NARROW],
  ] as const) {
    await picture(name, '/program/全科网格?cell=place/浙江省/湖州市', look, async (page) => {
      await page.waitForSelector('.spread-evidence mark');
    });
  }
  await picture('programs', '/program', LIGHT, async (page) => {
    await page.waitForSelector('.card-programs tbody tr');
  });
  for (const [name, look] of [
    ['person', LIGHT],
    ['person-420', NARROW],
  ] as const) {
    await picture(name, '/person/王昌荣', look, async (page) => {
      await page.waitForSelector('main mark');
    });
  }
  await picture('board', '/board', LIGHT, async (page) => {
    await page.locator('main h1').waitFor();
  });
  await picture('ingest', '/ingest', LIGHT, async (page) => {
    await page.locator('main h1').waitFor();
  });
  await picture('console', '/console', LIGHT, async (page) => {
    await page.locator('.cm-content').waitFor();
  });
  await picture('start-420', '/', NARROW, async (page) => {
    await page.waitForSelector('.start-row');
  });
  await picture('explore-420', '/', NARROW, openMeetings);
  await picture('article-420', '/', NARROW, openArticle);
} finally {
  await explorer.close();
  await browser.close();
}

async function picture(
  name: string,
  address: string,
  look: Parameters<typeof explorer.open>[1],
  prepare: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await explorer.open(address, look);
  await prepare(page);
  await page.waitForLoadState('networkidle');
  // The canvas draws in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.context().close();
  process.stdout.write(`docs/screens/${name}.png\n`);
}

async function type(page: Page, letters: string): Promise<void> {
  await page.locator('#search').fill(letters);
  await page.waitForSelector('.hit[aria-selected=true]');
}

async function openByLetters(page: Page, letters: string): Promise<void> {
  await page.waitForSelector('.counts');
  await type(page, letters);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.fact');
}

/** Opens the menu of the selected node, and ticks the relations called so. */
async function openMenu(page: Page, relations: readonly string[]): Promise<void> {
  await page.locator('.panel .actions .button').first().click();
  for (const relation of relations) {
    await page.locator('.branch', { hasText: relation }).first().locator('input').check();
  }
  await page.locator('.menu button[type=submit]', { hasText: /加入 \d+ 个/u }).waitFor();
}

/** A person with what he did, then what one of the meetings is about and where it was. */
async function openMeetings(page: Page): Promise<void> {
  await openByLetters(page, 'wcr');
  await openMenu(page, ['主持', '讲话', '任职']);
  await page.locator('.menu button[type=submit]').click();
  await page.waitForSelector('.menu', { state: 'detached' });
  await page.locator('.fact-name', { hasText: '座谈会' }).first().click();
  await page.locator('.panel h1', { hasText: '座谈会' }).waitFor();
  await openMenu(page, ['举办地', '涉及项目']);
  await page.locator('.menu button[type=submit]').click();
  await page.waitForSelector('.menu', { state: 'detached' });
}

async function openArticle(page: Page): Promise<void> {
  await openByLetters(page, 'wcr');
  await page.locator('.panel .quote').first().click();
  await page.waitForSelector('.paper .chosen');
}
