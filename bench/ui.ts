/** `npm run bench:ui`: how fast the page draws and answers, beside plain Cytoscape and sigma.js (docs/benchmarks.md). */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { runCommand, usageError } from '../graph/cli/command.ts';
import { ZhituError } from '../graph/errors.ts';
import { buildPage } from '../scripts/page.ts';
import { chromiumPath, INSTALL, launchChromium } from '../test/browser/chromium.ts';
import { withFigures } from './document.ts';
import { openProgress } from './options.ts';
import { measureApp } from './ui/app.ts';
import { type FrameRate, measureFrames } from './ui/frames.ts';
import { reportMarkdown } from './ui/report.ts';
import { measureSearch } from './ui/search.ts';
import { serveStage } from './ui/stage-server.ts';

const HELP = `Measures the page in a real Chromium: frames while dragging, beside plain Cytoscape and sigma.js on the same
graph, steps of the time window, layout, expansion, search, first view, and the size of what is fetched.
在真实的 Chromium 中测量页面：拖动帧率（同图对比 Cytoscape 默认设置与 sigma.js）、时间窗、布局、扩展、搜索、首屏和脚本大小。

  npm run bench:ui -- [options]

  --seconds N    how long each picture is dragged (default 3)
  --graph DIR    look for names in the embedded graph that npm run bench:store -- --keep left in DIR, and not in one made now
  --update       write the tables of docs/benchmarks.md
  -h, --help     this text

Examples  示例
  npm run bench:ui
  npm run bench:ui -- --seconds 10 --update

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 完成，1 失败，2 命令有误。
`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENT = join(ROOT, 'docs/benchmarks.md');
const SEED = 1;
const SIZES = [
  { nodes: 1000, edges: 2000, target: 50 },
  { nodes: 3000, edges: 6000, target: 35 },
  { nodes: 5000, edges: 10_000, target: 20 },
] as const;
const DRAWERS = ['zhitu', 'cytoscape', 'sigma'] as const;
/** The size that the time window is moved at. */
const WINDOW_SIZE = SIZES[1];
const say = openProgress();

await runCommand(
  {
    name: 'bench:ui',
    help: HELP,
    options: { seconds: { type: 'string' }, graph: { type: 'string' }, update: { type: 'boolean' } },
  },
  async ({ values, positionals }) => {
    if (positionals.length > 0) throw usageError(`expected options only, and was given ${positionals[0]}`);
    const seconds = Number(values.seconds ?? 3);
    if (!(seconds > 0)) throw usageError(`--seconds expects a number above 0, and was given ${values.seconds}`);
    const markdown = await measureAll(1000 * seconds, values.graph ?? null);
    process.stdout.write(`${markdown}\n`);
    if (values.update) await writeFile(DOCUMENT, withFigures(await readFile(DOCUMENT, 'utf8'), 'ui', markdown));
    return 0;
  },
);

/** @param graph folder of a kept graph of 100,000 nodes, or null */
async function measureAll(milliseconds: number, graph: string | null): Promise<string> {
  const executable = chromiumPath(process.env);
  if (executable === null) throw new ZhituError('unsupported', `no Chromium found: ${INSTALL}`);
  const [load = 0] = loadavg();
  await buildPage(ROOT);
  const stage = await serveStage();
  const browser = await launchChromium(executable);
  try {
    const frames: FrameRate[] = [];
    for (const size of SIZES) {
      for (const drawer of DRAWERS) {
        const page = await openStage(browser, stage.url);
        const rates = await measureFrames(page, drawer, size, SEED, milliseconds);
        frames.push(...rates);
        const told = rates.map(({ zoom, framesASecond }) => `${framesASecond.toFixed(0)} (${zoom})`).join(', ');
        say(`${drawer}, ${size.nodes} nodes: ${told} frames a second`);
        await page.context().close();
      }
    }
    const page = await openStage(browser, stage.url);
    const { nodes, edges } = WINDOW_SIZE;
    await page.evaluate(([n, e, seed]) => window.stage.draw('zhitu', n, e, seed), [nodes, edges, SEED] as const);
    const windowSteps = await page.evaluate(() => window.stage.moveWindow());
    await page.context().close();
    say('the page on a served graph');
    const app = await measureApp(browser, join(ROOT, 'web/client/dist'), SEED);
    say('the search box');
    const search = await measureSearch(browser, join(ROOT, 'web/client/dist'), graph, say);
    return reportMarkdown(
      { frames, windowSteps, app, search },
      {
        processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
        cores: cpus().length,
        browser: browser.version(),
        load,
        versions: { zhitu: '', cytoscape: await versionOf('cytoscape'), sigma: await versionOf('sigma') },
      },
    );
  } finally {
    await browser.close();
    await stage.close();
  }
}

/** A page of its own for each: what one leaves behind must not slow the next. */
async function openStage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Not every package lets its manifest be required. */
async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
