/** The stage of `npm run bench:ui`: one graph, drawn by one of three drawers, moved by a mouse from outside. */
import { type BenchGraph, benchGraph } from '../graph.ts';
import { type Drawer, type DrawerName, drawers } from './drawers.ts';

declare global {
  interface Window {
    /** What the bench calls from outside. */
    readonly stage: Stage;
  }
}

export interface Stage {
  /** Draws a graph in place of the one before, all of it in sight. */
  draw(name: DrawerName, nodes: number, edges: number, seed: number): Promise<void>;
  /** Zooms to where 1 unit of the graph is 1 pixel: all labels can be read, most nodes are out of sight. */
  zoomToRead(): void;
  /** Where a point of the graph stands in the page. */
  toScreen(x: number, y: number): { readonly x: number; readonly y: number };
  /** A point of the page that is as far from any node as can be, to take hold of the background. */
  emptySpot(): { readonly x: number; readonly y: number };
  /** As when the pointer comes to the time bar. */
  expectWindow(): void;
  /** Moves a time window of a year over the picture there and back, by a month a step; how long each step took until it was drawn, in milliseconds. */
  moveWindow(): Promise<readonly number[]>;
  /** Counts frames and long tasks from now on. */
  startCounting(): void;
  /** What was counted. */
  stopCounting(): Counted;
}

export interface Counted {
  readonly milliseconds: number;
  readonly frames: number;
  /** The longest task of the main thread, in milliseconds; 0 where none took 50 or more. */
  readonly longestTask: number;
}

/** Points tried for the emptiest. */
const TRIES = 2000;
const MARGIN = 30;

/** Years that a month at a time is taken away from and added to. */
const WINDOWS = Array.from({ length: 24 }, (_, step) => {
  const month = String((step % 12) + 1).padStart(2, '0');
  const year = 2017 + Math.floor(step / 12);
  return [`${year}-${month}-01`, `${year + 1}-${month}-01`] as const;
});

/** Moved there and back so often, as when somebody looks for when something began: more than a hundred steps. */
const SWEEPS = 5;

let graph: BenchGraph | null = null;
let drawer: Drawer | null = null;
let counting: { readonly since: number; frames: number; longestTask: number } | null = null;

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries())
    if (counting) counting.longestTask = Math.max(counting.longestTask, duration);
}).observe({ entryTypes: ['longtask'] });

const container = document.getElementById('canvas') as HTMLElement;

Object.assign(window, {
  stage: {
    async draw(name, nodes, edges, seed) {
      drawer?.destroy();
      graph = benchGraph(nodes, edges, seed);
      drawer = drawers[name](container, graph);
      await nextFrame();
    },
    zoomToRead: () => drawer?.zoomToRead(),
    toScreen(x, y) {
      if (!drawer) throw new Error('draw a graph first');
      return drawer.toScreen(x, y);
    },
    emptySpot() {
      if (!drawer || !graph) throw new Error('draw a graph first');
      const { toScreen } = drawer;
      const points = graph.nodes.map(({ x, y }) => toScreen(x, y));
      const [width, height] = [container.clientWidth - 2 * MARGIN, container.clientHeight - 2 * MARGIN];
      let best = { x: 0, y: 0, gap: -1 };
      for (let index = 0; index < TRIES; index++) {
        const x = MARGIN + (width * (index % 50)) / 50;
        const y = MARGIN + (height * Math.floor(index / 50)) / (TRIES / 50);
        const gap = Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)));
        if (gap > best.gap) best = { x, y, gap };
      }
      return { x: best.x, y: best.y };
    },
    expectWindow: () => drawer?.expectWindow?.(),
    async moveWindow() {
      if (!drawer?.showWindow) throw new Error('this drawer has no time window');
      drawer.expectWindow?.();
      await painted();
      const times: number[] = [];
      for (let sweep = 0; sweep < SWEEPS; sweep++)
        for (const [from, to] of sweep % 2 === 0 ? WINDOWS : WINDOWS.toReversed()) {
          const since = performance.now();
          drawer.showWindow(from, to);
          await painted();
          times.push(performance.now() - since);
        }
      return times;
    },
    startCounting() {
      counting = { since: performance.now(), frames: 0, longestTask: 0 };
      const count = () => {
        if (!counting) return;
        counting.frames++;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    },
    stopCounting() {
      if (!counting) throw new Error('nothing is counted');
      const { since, frames, longestTask } = counting;
      counting = null;
      return { milliseconds: performance.now() - since, frames, longestTask };
    },
  } satisfies Stage,
});

/** When the next frame has been painted: a message is handled only after that. */
function painted(): Promise<void> {
  return new Promise((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(null);
    }),
  );
}

function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}
