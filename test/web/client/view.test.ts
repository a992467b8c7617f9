import { describe, expect, it } from 'vitest';
import {
  EMPTY_VIEW,
  samePicture,
  selectionOf,
  withHidden,
  withNodes,
  withoutNodes,
  withPinned,
  withPlaces,
  withSelection,
} from '../../../web/client/view.ts';

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

  it('hands the selection on to the next selected node, and ends a focus on what is gone', () => {
    const several = { ...withSelection(view, [one.id, two.id]), focus: { id: one.id, depth: 2 } as const };
    expect(withoutNodes(several, [one.id])).toMatchObject({ selected: two.id, also: [], focus: null });
    expect(withoutNodes(several, [two.id])).toMatchObject({ selected: one.id, also: [], focus: { id: one.id } });
  });

  it('selects each node once, in the order they were picked', () => {
    expect(selectionOf(withSelection(view, [two.id, one.id, two.id]))).toEqual([two.id, one.id]);
    expect(selectionOf(withSelection(view, []))).toEqual([]);
  });

  it('keeps a pin, and what brought a node, through a move', () => {
    const brought = { ...two, from: one.id };
    const pinned = withPinned({ ...view, nodes: [one, brought] }, [two.id], true);
    const moved = withPlaces(pinned, [{ id: two.id, x: 50, y: 60 }]);
    expect(moved.nodes[1]).toEqual({ ...brought, x: 50, y: 60, pinned: true });
    expect(withPinned(moved, [two.id], false).nodes[1]).toEqual({ ...brought, x: 50, y: 60 });
  });

  it('leaves nodes as they are that are pinned already, so that nothing is drawn again', () => {
    const pinned = withPinned(view, [one.id], true);
    expect(withPinned(pinned, [one.id], true).nodes[0]).toBe(pinned.nodes[0]);
  });
});
