import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { NodeKind, RelationType, SUB_LABELS } from '../../graph/model.ts';
import { isSubgraph } from '../../web/api/quick-check.ts';
import { NodeBrief, RelationBrief, Subgraph } from '../../web/api.ts';

/** The contract, checked by zod all the way. */
const Shape = z.object({ nodes: z.array(NodeBrief), relations: z.array(RelationBrief) });

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

test('a picture as the server sends it passes at once', () => {
  fc.assert(
    fc.property(subgraph, (sent) => {
      expect(isSubgraph(sent)).toBe(true);
      expect(Subgraph.parse(sent)).toBe(sent);
    }),
  );
});

test('whatever stands at any place of it, what passes at once fits the contract, and what does not fit is refused there', () => {
  const others = fc.constantFrom<unknown[]>(
    undefined,
    null,
    '',
    'X',
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
    fc.property(subgraph, others, fc.nat(), (sent, other, at) => {
      const places = placesOf(sent);
      const changed = withOther(sent, places[at % places.length] as Path, other);
      const expected = Shape.safeParse(changed);
      if (isSubgraph(changed)) expect(expected).toEqual({ success: true, data: changed });
      const checked = Subgraph.safeParse(changed);
      expect(checked.success).toBe(expected.success);
      expect(checked.error?.issues[0]?.path).toEqual(expected.error?.issues[0]?.path);
    }),
    { numRuns: 500 },
  );
});
