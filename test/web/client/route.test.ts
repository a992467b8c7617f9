import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Route, readAddress, writeAddress } from '../../../web/client/route.ts';
import { EMPTY_VIEW, type View } from '../../../web/client/view.ts';

/** What the browser makes of an address: non-ASCII percent-encoded, parts split. */
function read(address: string): Route {
  return readAddress(new URL(address, 'http://127.0.0.1'));
}

const name = fc.string({
  unit: fc.constantFrom('王', '/', ',', '@', '.', '&', '=', '#', '?', '%', '+', ' ', '|', '-', '1', '“'),
  minLength: 1,
  maxLength: 12,
});
const placed = fc.record({
  id: name.map((text) => `person/${text}`),
  x: fc.integer({ min: -9999, max: 9999 }),
  y: fc.integer({ min: -9999, max: 9999 }),
});

describe('an address', () => {
  it('keeps a view: nodes with their places, the legend, the selection', () => {
    fc.assert(
      fc.property(
        fc.array(placed, { maxLength: 5 }),
        fc.array(name, { maxLength: 3 }),
        fc.option(name),
        (nodes, hidden, selected) => {
          const route: Route = { page: 'explore', view: { ...EMPTY_VIEW, nodes, hidden, selected } };
          expect(read(writeAddress(route))).toEqual(route);
        },
      ),
    );
  });

  it('keeps pins, what brought a node, a selection of several, the time window, the focus, opened groups and the tint', () => {
    const view: View = {
      ...EMPTY_VIEW,
      nodes: [
        { id: 'person/王昌荣', x: 1, y: 2, pinned: true },
        { id: 'event/1', x: 3, y: 4, from: 'person/王昌荣' },
      ],
      selected: 'event/1',
      also: ['person/王昌荣', 'person/一,二'],
      tinted: true,
      window: { from: '2019-01-01', to: '2021-12-31', clock: 'printed', outside: 'hide' },
      focus: { id: 'place/浙江省/湖州市', depth: 2 },
      opened: ['place/浙江省', 'person/一,二'],
    };
    expect(read(writeAddress({ page: 'explore', view }))).toEqual({ page: 'explore', view });
  });

  it.each(['person/王昌荣', 'place/浙江省/湖州市', 'org/浙江省委', 'event/0123'])('opens the page of %s', (id) => {
    const route: Route = { page: 'entity', id, fields: { role: 'chaired', 'a&b': '一=二' } };
    expect(read(writeAddress(route))).toEqual(route);
  });

  it.each<Route>([
    { page: 'program', id: null, fields: { 'a&b': '一=二' } },
    { page: 'program', id: 'program/全科网格', fields: { level: 'city' } },
    { page: 'console', fields: {} },
    { page: 'board', fields: { month: '2019-07' } },
    { page: 'ingest' },
    { page: 'saved', id: 'a1b2' },
  ])('opens %j', (route) => {
    expect(read(writeAddress(route))).toEqual(route);
  });

  it('keeps the parameters of a query', () => {
    fc.assert(
      fc.property(
        name.filter((id) => !id.includes('/') && !/^\.+$/u.test(id)),
        fc.dictionary(name, name, { noNullPrototype: true }),
        (id, params) => {
          const route: Route = { page: 'query', id, params };
          expect(read(writeAddress(route))).toEqual(route);
        },
      ),
    );
  });

  it('keeps the passage of an article, and the fact it is read for', () => {
    const id = 'article/0123456789abcdef';
    const passage = { start: 12, end: 40 };
    const plain: Route = { page: 'article', id, passage, fact: null };
    expect(writeAddress(plain)).toBe('/article/0123456789abcdef#12-40');
    expect(read(writeAddress(plain))).toEqual(plain);
    fc.assert(
      fc.property(name, (fact) => {
        expect(read(writeAddress({ ...plain, fact }))).toEqual({ ...plain, fact });
      }),
    );
  });

  it('stays readable', () => {
    const view = { ...EMPTY_VIEW, nodes: [{ id: 'article/1', x: 10.4, y: -3.6 }], selected: 'article/1' };
    expect(writeAddress({ page: 'explore', view })).toBe('/explore?n=article/1@10.-4&sel=article/1');
  });

  it.each(['/', '/explore', '/nothing', '/explore?n=&sel', '/explore?n=broken', '/explore?n=a@b.c', '/%E0%A4%A'])(
    'of nobody’s making (%s) shows the start',
    (address) => {
      const route = read(address);
      expect(route.page === 'explore' && route.view.nodes).toEqual([]);
    },
  );

  it('forgets what brought a node where that is no longer shown', () => {
    const view = { ...EMPTY_VIEW, nodes: [{ id: 'event/1', x: 3, y: 4, from: 'person/王昌荣' }] };
    expect(read(writeAddress({ page: 'explore', view }))).toMatchObject({
      view: { nodes: [{ id: 'event/1', x: 3, y: 4 }] },
    });
    const broken = read('/explore?n=event/1@3.4~7');
    expect(broken.page === 'explore' && broken.view.nodes).toEqual([{ id: 'event/1', x: 3, y: 4 }]);
  });
});
