import { describe, expect, it } from 'vitest';
import { ViewContent } from '../../../web/api/views.ts';
import { EMPTY_VIEW, type View } from '../../../web/client/view.ts';
import { contentOf, viewOf } from '../../../web/client/views/content.ts';

const view: View = {
  ...EMPTY_VIEW,
  nodes: [
    { id: 'person/王', x: 1, y: -2, pinned: true },
    { id: 'event/1', x: 10, y: 20, from: 'person/王' },
    { id: 'place/湖', x: 5, y: 5 },
  ],
  selected: 'event/1',
  also: ['place/湖'],
  window: { from: '2019-01-01', to: '2019-12-31', clock: 'printed', outside: 'hide' },
  focus: { id: 'person/王', depth: 2 },
  opened: ['group:place/湖|HELD_IN|in|Event'],
  tinted: true,
};

describe('the content of a saved view', () => {
  it('comes back as it was, through the contract', () => {
    expect(viewOf(ViewContent.parse(JSON.parse(JSON.stringify(contentOf(view)))))).toEqual(view);
  });

  it('loses what the graph no longer has, and whatever was on it', () => {
    const left = viewOf(contentOf(view), new Set(['person/王', 'event/1']));
    expect(left.nodes.map(({ id }) => id)).toEqual(['place/湖']);
    expect([left.focus, left.selected, left.also]).toEqual([null, null, []]);
    expect(left.window).toEqual(view.window);
  });

  it('is refused with a window that is no stretch of days', () => {
    const wrong = { ...contentOf(view), window: { ...view.window, from: '2019-13-01' } };
    expect(ViewContent.safeParse(wrong).success).toBe(false);
  });
});
