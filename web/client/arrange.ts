/** Laying the picture out, in a worker that can be stopped. */
import { signal } from '@preact/signals';
import { withLeaves, withMembers } from './actions.ts';
import { drawn } from './drawing.ts';
import { Failure } from './http.ts';
import type { LayoutReport } from './layout.worker.ts';
import type { LayoutName, LayoutNode, LayoutTask } from './layouts/task.ts';
import { attempt, say } from './notices.ts';
import * as state from './state.ts';
import { type Spot, withPlaces } from './view.ts';
import { canvasWords } from './words/canvas.ts';
import { words } from './words.ts';

/** The layout that is being worked out: how far it is, 0 to 1, and how to end it. */
export const layingOut = signal<{
  readonly name: LayoutName;
  readonly share: number;
  readonly stop: () => void;
} | null>(null);

/** Lay the picture out again; one step of undo. Resolves to whether anything moved. */
export async function layOut(name: LayoutName): Promise<boolean> {
  if (drawn.peek().nodes.length < 2 || layingOut.peek()) return false;
  let moved = false;
  await attempt(async () => {
    const task = taskOf(name);
    const spots = await inWorker(task);
    if (spots === null) {
      say(canvasWords().stopped);
      return;
    }
    state.commit(
      withPlaces(state.view.value, spots.flatMap(withLeaves)),
      `${words().layout} ${canvasWords().layoutNames[name]}`,
    );
    say(words().laidOut, true);
    moved = true;
  });
  return moved;
}

function taskOf(name: LayoutName): LayoutTask {
  const { nodes, edges } = drawn.peek();
  const briefs = state.nodes.peek();
  const pairs = new Map(edges.map(({ from, to }) => [[from, to].sort().join(' '), [from, to] as const]));
  return {
    name,
    nodes: nodes.map(({ id, x, y, pinned, glyph }): LayoutNode => {
      const [first = id] = withMembers([id]);
      return { id, x, y, pinned, glyph, date: briefs.get(first)?.date ?? null };
    }),
    // Two nodes with three relations between them are no closer than two with one.
    edges: [...pairs.values()],
    centre: state.view.peek().focus?.id ?? state.view.peek().selected,
  };
}

/** The new places, or null where it was stopped. */
function inWorker(task: LayoutTask): Promise<readonly Spot[] | null> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<readonly Spot[] | null>((resolve, reject) => {
    layingOut.value = { name: task.name, share: 0, stop: () => resolve(null) };
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutReport>) => {
      if ('share' in data) {
        if (layingOut.value) layingOut.value = { ...layingOut.value, share: data.share };
      } else resolve(task.nodes.map(({ id }, index) => ({ id, x: data.xs[index] ?? 0, y: data.ys[index] ?? 0 })));
    });
    worker.addEventListener('error', ({ message }) => reject(new Failure('internal', message)));
    worker.postMessage(task);
  }).finally(() => {
    worker.terminate();
    layingOut.value = null;
  });
}
