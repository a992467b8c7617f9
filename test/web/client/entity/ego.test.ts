import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventRow, NamedNode } from '../../../../web/api/entity.ts';
import { egoOf, FIELD } from '../../../../web/client/entity/ego.ts';

const named = (id: string, kind: NamedNode['kind']): NamedNode => ({ id, kind, labels: [], name: id });
const WANG = named('person/王昌荣', 'Person');

function row(name: string, beside: { places?: string[]; programs?: string[]; people?: string[] } = {}): EventRow {
  const id = `event/${name}`;
  return {
    node: {
      ...named(id, 'Event'),
      note: null,
      type: 'meeting',
      date: '2019-07-01',
      dateTo: null,
      datePrecision: 'day',
      dateText: null,
      issue: null,
      degree: 1,
    },
    dateBasis: null,
    parts: [{ role: 'CHAIRED', key: `CHAIRED|${id}`, evidence: 1, quote: null }],
    places: (beside.places ?? []).map((one) => named(`place/${one}`, 'Place')),
    programs: (beside.programs ?? []).map((one) => named(`program/${one}`, 'Program')),
    people: (beside.people ?? []).map((one) => ({ ...named(`person/${one}`, 'Person'), roles: [] })),
    company: beside.people?.length ?? 0,
    articles: [],
  };
}

test('what two events share stands once and is joined to both', () => {
  const rows = [row('1', { places: ['湖州'] }), row('2', { places: ['湖州'], programs: ['网格'] })];
  const { nodes, edges } = egoOf(WANG, rows, 2);
  expect(nodes.map(({ node }) => node.id)).toEqual([WANG.id, 'event/1', 'place/湖州', 'event/2', 'program/网格']);
  expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
    `${WANG.id} event/1`,
    'event/1 place/湖州',
    `${WANG.id} event/2`,
    'event/2 place/湖州',
    'event/2 program/网格',
  ]);
});

test('the first depth has the events alone', () => {
  expect(egoOf(WANG, [row('1', { places: ['湖州'] })], 1).nodes.map(({ ring }) => ring)).toEqual([0, 1]);
});

test('however much there is, nothing stands outside the field, twice, or joined to what is not there', () => {
  const names = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 9 });
  fc.assert(
    fc.property(fc.array(fc.record({ places: names, programs: names, people: names }), { maxLength: 9 }), (all) => {
      const { nodes, edges } = egoOf(
        WANG,
        all.map((beside, index) => row(String(index), beside)),
        2,
      );
      const ids = new Set(nodes.map(({ node }) => node.id));
      expect(ids.size).toBe(nodes.length);
      for (const { x, y } of nodes)
        expect(x >= 0 && x <= FIELD.width && y >= 0 && y <= FIELD.height && Number.isFinite(x + y)).toBe(true);
      for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true);
    }),
  );
});
