import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, samePicture, withHidden, withNodes, withoutNodes, withPlaces } from '../../../web/client/view.ts';

const one = { id: 'person/一', x: 0, y: 0 };
const two = { id: 'person/二', x: 10, y: 0 };
const view = { ...EMPTY_VIEW, nodes: [one, two], selected: one.id };

describe('a view', () => {
  it('does not show a node twice, and keeps the place it had', () => {
    expect(
      withNodes(view, [
        { ...one, x: 99 },
        { id: 'person/三', x: 5, y: 5 },
      ]).nodes,
    ).toEqual([one, two, { id: 'person/三', x: 5, y: 5 }]);
  });

  it('loses the selection with the selected node, and not with another', () => {
    expect(withoutNodes(view, [one.id])).toMatchObject({ nodes: [two], selected: null });
    expect(withoutNodes(view, [two.id])).toMatchObject({ nodes: [one], selected: one.id });
  });

  it('moves only what it shows', () => {
    expect(
      withPlaces(view, [
        { ...two, y: 7 },
        { id: 'person/三', x: 1, y: 1 },
      ]).nodes,
    ).toEqual([one, { ...two, y: 7 }]);
  });

  it('hides and shows a row of the legend', () => {
    const hidden = withHidden(EMPTY_VIEW, 'place', true);
    expect(hidden.hidden).toEqual(['MENTIONS', 'place']);
    expect(withHidden(hidden, 'place', true).hidden).toEqual(hidden.hidden);
    expect(withHidden(hidden, 'place', false).hidden).toEqual(['MENTIONS']);
  });

  it('is the same picture whatever is selected', () => {
    expect(samePicture(view, { ...view, selected: null })).toBe(true);
    expect(samePicture(view, withoutNodes(view, [two.id]))).toBe(false);
  });
});
