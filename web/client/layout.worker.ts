/** Runs layouts away from the page's own thread, so that nothing stutters while they work. Ending the worker cancels. */
import { concentricLayout } from './layouts/concentric.ts';
import { forceLayout } from './layouts/force.ts';
import { hierarchyLayout } from './layouts/hierarchy.ts';
import type { LayoutName, LayoutTask, Progress } from './layouts/task.ts';
import { timelineLayout } from './layouts/timeline.ts';
import type { Spot } from './view.ts';

/** What the worker says: how far it is, then the places in the order of the task's nodes. */
export type LayoutReport =
  | { readonly share: number }
  | { readonly xs: Int32Array<ArrayBuffer>; readonly ys: Int32Array<ArrayBuffer> };

const LAYOUT: Readonly<Record<LayoutName, (task: LayoutTask, tell: Progress) => readonly Spot[]>> = {
  force: forceLayout,
  concentric: concentricLayout,
  hierarchy: hierarchyLayout,
  timeline: timelineLayout,
};

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  const spots = LAYOUT[data.name](data, (share) => postMessage({ share } satisfies LayoutReport));
  const [xs, ys] = [Int32Array.from(spots, ({ x }) => x), Int32Array.from(spots, ({ y }) => y)];
  postMessage({ xs, ys } satisfies LayoutReport, { transfer: [xs.buffer, ys.buffer] });
});
