/** Frames a second while the background is dragged about, on each drawer in turn. */
import type { Page } from 'playwright-core';
import type { DrawerName } from './stage/drawers.ts';
import type { Counted } from './stage/main.ts';

export interface Size {
  readonly nodes: number;
  readonly edges: number;
  /** Frames a second that our canvas should reach. */
  readonly target: number;
}

export interface FrameRate {
  readonly drawer: DrawerName;
  readonly size: Size;
  readonly zoom: 'all' | 'read';
  readonly framesASecond: number;
  readonly longestTask: number;
}

/** A hand that drags to and fro, in pixels: further than what our canvas has drawn in advance. */
const REACH = 400;
const STEP_MS = 16;
const STEPS_A_WAY = 40;

/** @param milliseconds how long each picture is dragged */
export async function measureFrames(
  page: Page,
  drawer: DrawerName,
  size: Size,
  seed: number,
  milliseconds: number,
): Promise<readonly FrameRate[]> {
  await page.evaluate(([name, nodes, edges, chance]) => window.stage.draw(name, nodes, edges, chance), [
    drawer,
    size.nodes,
    size.edges,
    seed,
  ] as const);
  const all = rateOf(await dragAbout(page, milliseconds));
  await page.evaluate(() => window.stage.zoomToRead());
  const read = rateOf(await dragAbout(page, milliseconds));
  return [
    { drawer, size, zoom: 'all', ...all },
    { drawer, size, zoom: 'read', ...read },
  ];
}

async function dragAbout(page: Page, milliseconds: number): Promise<Counted> {
  const { x, y } = await page.evaluate(() => window.stage.emptySpot());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => window.stage.startCounting());
  const until = Date.now() + milliseconds;
  for (let step = 0; Date.now() < until; step++) {
    const phase = (2 * Math.PI * step) / (2 * STEPS_A_WAY);
    await page.mouse.move(x + REACH * Math.sin(phase), y + (REACH / 2) * (1 - Math.cos(phase)));
    await page.waitForTimeout(STEP_MS);
  }
  const counted = await page.evaluate(() => window.stage.stopCounting());
  await page.mouse.up();
  return counted;
}

function rateOf({ frames, milliseconds, longestTask }: Counted): Pick<FrameRate, 'framesASecond' | 'longestTask'> {
  return { framesASecond: (1000 * frames) / milliseconds, longestTask };
}
