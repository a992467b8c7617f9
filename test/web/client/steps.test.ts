import { describe, expect, it } from 'vitest';
import { type Step, stepsTo } from '../../../web/client/steps.ts';
import { EMPTY_VIEW, type View } from '../../../web/client/view.ts';

const pictureOf = (count: number): View => ({
  ...EMPTY_VIEW,
  nodes: Array.from({ length: count }, (_, index) => ({ id: `person/${index}`, x: index * 10.4, y: 0 })),
});
const [none, one, two, three] = [0, 1, 2, 3].map(pictureOf) as [View, View, View, View];
const steps: readonly Step[] = [
  { name: 'first', view: none },
  { name: 'second', view: one },
  { name: 'third', view: two },
];

describe('the steps to a picture that the browser goes to', () => {
  it('are counted from the nearest, by what is drawn and not by what is selected', () => {
    const read = { ...one, nodes: one.nodes.map((node) => ({ ...node, x: Math.round(node.x) })), selected: 'person/0' };
    expect(stepsTo(steps, three, read)).toBe(2);
    expect(stepsTo(steps, three, two)).toBe(1);
  });

  it('are none where no step leads there', () => {
    expect(stepsTo(steps, three, { ...two, tinted: true })).toBeNull();
    expect(stepsTo([], three, two)).toBeNull();
  });

  it('never pass a judgement, which going back in the browser does not take back', () => {
    const judged = [...steps, { name: 'wrong', view: three, deed: { back: () => {}, again: () => {} } }];
    expect(stepsTo(judged, three, two)).toBeNull();
  });
});
