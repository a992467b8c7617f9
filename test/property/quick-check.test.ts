import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { SUB_LABELS } from '../../graph/model.ts';
import { NodeKind, RelationType } from '../../graph/shapes.ts';
import { isOpened, isProblem, isSubgraph } from '../../web/api/quick-check.ts';
import { Opened } from '../../web/api/views.ts';
import { Problem, Subgraph } from '../../web/api.ts';

const text = fc.string({ maxLength: 4 });
const textOrNull = fc.option(text);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const node = fc.record({
  id: text,
  kind: fc.constantFrom(...NodeKind.options),
  labels: fc.subarray([...SUB_LABELS]),
  name: text,
  note: textOrNull,
  type: textOrNull,
  date: textOrNull,
  dateTo: textOrNull,
  datePrecision: textOrNull,
  dateText: textOrNull,
  issue: fc.option(number),
  degree: fc.nat(),
});
const relation = fc.record({
  key: text,
  type: fc.constantFrom(...RelationType.options),
  from: text,
  to: text,
  evidence: fc.nat(),
  properties: fc.dictionary(text, fc.oneof(text, number, fc.boolean(), fc.array(text), fc.array(number))),
});
const subgraph = fc.record({
  nodes: fc.array(node, { maxLength: 3 }),
  relations: fc.array(relation, { maxLength: 3 }),
});
const link = fc.record({ kind: fc.constant('link'), address: text, picture: subgraph });
const day = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const texts = fc.array(text, { maxLength: 2 });
const filled = fc.string({ minLength: 1, maxLength: 4 });
const opened = fc.record({
  kind: fc.constant('view'),
  picture: subgraph,
  view: fc.record({
    id: text,
    name: text,
    note: textOrNull,
    version: fc.nat(),
    createdAt: text,
    changedAt: text,
    nodes: fc.nat(),
    isDeleted: fc.boolean(),
  }),
  content: fc.record({
    nodes: fc.array(
      fc.record(
        { id: filled, x: number, y: number, pinned: fc.boolean(), from: text },
        { requiredKeys: ['id', 'x', 'y'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    hidden: texts,
    selected: textOrNull,
    also: texts,
    window: fc.option(
      fc.record({
        from: day,
        to: day,
        clock: fc.constantFrom('happened', 'printed'),
        outside: fc.constantFrom('fade', 'hide'),
      }),
    ),
    focus: fc.option(fc.record({ id: text, depth: fc.constantFrom(1, 2, 3) })),
    opened: texts,
    tinted: fc.boolean(),
  }),
  versions: fc.array(fc.record({ version: fc.nat(), at: text }), { maxLength: 2 }),
  since: fc.record({
    newNodes: texts,
    newRelations: fc.array(
      fc.record({ key: text, type: fc.constantFrom(...RelationType.options), isNew: fc.boolean() }),
      { maxLength: 2 },
    ),
    goneNodes: fc.array(fc.record({ id: text, name: text }), { maxLength: 2 }),
    goneRelations: texts,
  }),
});
const problem = fc.record({ code: text, message: text, details: fc.dictionary(text, number) });

const CHECKS: readonly (readonly [string, fc.Arbitrary<unknown>, z.ZodType, (value: unknown) => boolean])[] = [
  ['a picture', subgraph, Subgraph, isSubgraph],
  ['what a short address leads to', link, Opened, isOpened],
  ['a saved view', opened, Opened, isOpened],
  ['a failure', problem, Problem, isProblem],
];

type Path = readonly (string | number)[];

/** Every place in a value, its own first. */
function placesOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([name, one]) => placesOf(one).map((path) => [name, ...path]));
  return [[], ...inner];
}

/** The value with something else at a place, or with nothing there. */
function withOther(value: unknown, [name, ...rest]: Path, other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value)) return value.map((item, at) => (at === Number(name) ? withOther(item, rest, other) : item));
  const copy: Record<string | number, unknown> = { ...(value as object) };
  if (rest.length === 0 && other === undefined) delete copy[name];
  else copy[name] = withOther(copy[name], rest, other);
  return copy;
}

test.each(CHECKS)('%s as the server sends it passes', (_, sent, shape, passes) => {
  fc.assert(
    fc.property(sent, (answer) => {
      expect(shape.parse(answer)).toEqual(answer);
      expect(passes(answer)).toBe(true);
    }),
  );
});

test.each(CHECKS)('whatever stands at any place of %s, what passes is of its shape', (_, sent, shape, passes) => {
  const others = fc.constantFrom<unknown[]>(
    undefined,
    null,
    '',
    'X',
    '2019-02-29',
    7,
    Number.NaN,
    true,
    {},
    { a: null },
    [],
    [null],
    [1, ''],
  );
  fc.assert(
    fc.property(sent, others, fc.nat(), (answer, other, at) => {
      const places = placesOf(answer);
      const changed = withOther(answer, places[at % places.length] as Path, other);
      if (passes(changed)) expect(shape.safeParse(changed)).toEqual({ success: true, data: changed });
    }),
    { numRuns: 500 },
  );
});
