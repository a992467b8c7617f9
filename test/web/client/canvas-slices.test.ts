import type { Core } from 'cytoscape';
import { afterEach, describe, expect, it } from 'vitest';
import { createSlices, type Slices } from '../../../web/client/canvas-slices.ts';

/** Longer than a slice. */
const LONG_MS = 30;

let batches = 0;
let opened = 0;
const cy = {
  startBatch() {
    batches++;
    opened++;
  },
  endBatch() {
    batches--;
  },
} as unknown as Core;
let slices: Slices;

function* busy(steps: number, seen: number[]): Generator<void> {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + LONG_MS;
    while (performance.now() < end);
    seen.push(batches);
    yield;
  }
}

/** When nothing more is waiting. */
const rested = () => new Promise((done) => setTimeout(done, 10));

describe('work in slices', () => {
  afterEach(() => slices.stop());

  it('stops between two slices, where nothing is rendered, and says when it is done', async () => {
    slices = createSlices(cy);
    const inside: number[] = [];
    opened = 0;
    await new Promise<void>((done) => slices.start(busy(4, inside), done));
    expect(inside).toEqual([0, 0, 0, 0]);
    // Before the first one, and after each but the end of the last.
    expect(opened).toBe(5);
    expect(batches).toBe(0);
  });

  it('leaves work for other work, and renders again when it is stopped', async () => {
    slices = createSlices(cy);
    const [one, other]: [number[], number[]] = [[], []];
    slices.start(busy(50, one), () => one.push(-1));
    await new Promise<void>((done) => slices.start(busy(2, other), done));
    expect(other).toHaveLength(2);
    expect(one).not.toContain(-1);
    slices.start(busy(50, one), () => one.push(-1));
    slices.stop();
    await rested();
    expect(one).not.toContain(-1);
    expect(batches).toBe(0);
  });

  it('renders nothing from when it is held', () => {
    slices = createSlices(cy);
    slices.hold();
    slices.hold();
    expect(batches).toBe(1);
    slices.stop();
    expect(batches).toBe(0);
  });
});
