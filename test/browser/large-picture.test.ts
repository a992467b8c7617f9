/** Dragging a large picture in a real Chromium, on the stage of `npm run bench:ui`. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStage } from '../../bench/ui/stage-server.ts';
import { differing } from '../support/picture-difference.ts';
import { chromiumPath, INSTALL, launchChromium } from './chromium.ts';

const SIZE = { nodes: 400, edges: 800, seed: 1 };
/** Further than the margin that is drawn in advance. */
const STEPS = [120, 240, 360, 480];
/** The share of pixels that the mark of a press may change. */
const SAME = 0.02;

describe('a large picture', () => {
  let stage: Awaited<ReturnType<typeof serveStage>>;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const executable = chromiumPath(process.env);
    if (executable === null) throw new Error(`no Chromium found: ${INSTALL}`);
    stage = await serveStage();
    browser = await launchChromium(executable);
    page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.goto(stage.url);
    await page.evaluate(({ nodes, edges, seed }) => window.stage.draw('zhitu', nodes, edges, seed), SIZE);
    await page.evaluate(() => window.stage.zoomToRead());
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const settled = () =>
    page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
    );
  const picture = async () => {
    await settled();
    return (await page.screenshot()).toString('base64');
  };

  it('follows the pointer, and is the same when Cytoscape has drawn it anew', async () => {
    const { x, y } = await page.evaluate(() => window.stage.emptySpot());
    const before = await page.evaluate(() => window.stage.toScreen(0, 0));
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const step of STEPS) await page.mouse.move(x - step, y + step / 4);
    const held = await picture();
    await page.mouse.up();
    const after = await page.evaluate(() => window.stage.toScreen(0, 0));
    expect(after.x - before.x).toBeCloseTo(-480, 0);
    expect(after.y - before.y).toBeCloseTo(120, 0);
    expect(await differing(page, held, await picture())).toBeLessThan(SAME);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 50, y);
    expect(await differing(page, held, await picture())).toBeGreaterThan(SAME);
    await page.mouse.up();
  });

  it('pales what lies outside a time window that is moved, and draws the same when the window rests', async () => {
    const before = await picture();
    await page.evaluate(() => window.stage.moveWindow());
    const moved = await picture();
    const paled = await differing(page, before, moved);
    expect(paled).toBeGreaterThan(0.003);
    await page.waitForTimeout(1000);
    expect(await differing(page, moved, await picture())).toBeLessThan(paled / 2);
  });

  it('has Cytoscape draw nothing while a time window is moved', async () => {
    await page.waitForTimeout(1000);
    const renders = await page.evaluate(async () => {
      interface Registered {
        readonly _cyreg: { readonly cy: { on(name: string, tell: () => void): void; forceRender(): void } };
      }
      const { cy } = (document.querySelector('#canvas > div') as unknown as Registered)._cyreg;
      let count = 0;
      let isMoving = true;
      cy.on('render', () => {
        if (isMoving) count++;
      });
      // As Cytoscape asks for it by itself where it has made something finer.
      const ask = () => {
        cy.forceRender();
        if (isMoving) requestAnimationFrame(ask);
      };
      const moved = window.stage.moveWindow();
      requestAnimationFrame(ask);
      await moved;
      isMoving = false;
      return count;
    });
    expect(renders).toBe(0);
  });

  it('is drawn pale when the pointer comes to the time bar, and no step of the window draws it again', async () => {
    await page.waitForTimeout(1000);
    const [atFirst, atLast] = await page.evaluate(async () => {
      let canvases = 0;
      const { createElement } = document;
      document.createElement = (name: string) => {
        if (name === 'canvas') canvases++;
        return createElement.call(document, name);
      };
      // What was kept from an earlier move must not be taken for it.
      window.stage.zoomToRead();
      window.stage.expectWindow();
      const made = canvases;
      await window.stage.moveWindow();
      document.createElement = createElement;
      return [made, canvases];
    });
    expect([atFirst, atLast]).toEqual([1, 1]);
  });

  it('follows who zooms while a time window is moved', async () => {
    await page.waitForTimeout(1000);
    const before = await picture();
    const moved = page.evaluate(() => window.stage.moveWindow());
    await page.mouse.move(500, 350);
    for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, 200);
    await moved;
    const zoomed = await picture();
    const changed = await differing(page, before, zoomed);
    expect(changed).toBeGreaterThan(0.005);
    await page.waitForTimeout(1000);
    expect(await differing(page, zoomed, await picture())).toBeLessThan(changed / 2);
  });

  it('is seen at once when it comes, and Cytoscape has it when it has rested or somebody takes hold of it', async () => {
    const seen = await page.evaluate(async ({ nodes, edges, seed }) => {
      const container = document.getElementById('canvas') as HTMLElement;
      const count = () =>
        (container.firstElementChild as Element & { _cyreg: { cy: { nodes(): { length: number } } } })._cyreg.cy.nodes()
          .length;
      await window.stage.draw('zhitu', nodes, edges, seed + 1);
      void window.stage.draw('zhitu', nodes, edges, seed);
      const quick = container.querySelector(':scope > canvas') as HTMLElement;
      const states: string[] = [];
      const hidden = new Promise<void>((done) => {
        new MutationObserver(() => {
          if (states.at(-1) !== quick.style.display) states.push(quick.style.display);
          if (states.at(-1) === 'none') done();
        }).observe(quick, { attributes: true });
      });
      const atOnce = count();
      await hidden;
      const rested = count();
      void window.stage.draw('zhitu', nodes, edges, seed);
      const before = count();
      container.dispatchEvent(new PointerEvent('pointerdown'));
      return { atOnce, rested, states, before, held: count() };
    }, SIZE);
    expect(seen).toEqual({ atOnce: 0, rested: SIZE.nodes, states: ['block', 'none'], before: 0, held: SIZE.nodes });
  });

  it('has drawn what it keeps of each node before Cytoscape renders', async () => {
    const drawn = await page.evaluate(async ({ nodes, edges, seed }) => {
      interface Renderer {
        render(...options: unknown[]): void;
        drawNode(...options: unknown[]): void;
        readonly data: {
          readonly lyrTxrCache: { readonly layersByLevel: Readonly<Record<number, readonly unknown[]>> };
        };
      }
      interface Registered {
        readonly _cyreg: { readonly cy: { renderer(): Renderer } };
      }
      const container = document.getElementById('canvas') as HTMLElement;
      const quick = () => container.querySelector(':scope > canvas') as HTMLElement;
      const hidden = () =>
        new Promise<void>((done) => {
          const observer = new MutationObserver(() => {
            if (quick().style.display !== 'none') return;
            observer.disconnect();
            done();
          });
          observer.observe(quick(), { attributes: true });
        });
      await window.stage.draw('zhitu', nodes, edges, seed + 2);
      const cy = (container.firstElementChild as unknown as Registered)._cyreg.cy;
      const renderer = cy.renderer();
      const counts = { before: 0, while: 0, layers: -1 };
      let isRendering = false;
      const { render, drawNode } = renderer;
      renderer.render = (...options) => {
        isRendering = true;
        render.apply(renderer, options);
        isRendering = false;
        if (counts.layers < 0) counts.layers = Object.values(renderer.data.lyrTxrCache.layersByLevel).flat().length;
      };
      renderer.drawNode = (...options) => {
        counts[isRendering ? 'while' : 'before']++;
        drawNode.apply(renderer, options);
      };
      await hidden();
      return counts;
    }, SIZE);
    expect(drawn.before).toBeGreaterThan(0);
    expect(drawn).toMatchObject({ while: 0, layers: 0 });
  });
});
