/** Runs the layout away from the page's own thread, so that nothing stutters while it works. */
import { forceLayout, type LayoutTask } from './layout.ts';

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => postMessage(forceLayout(data)));
