/** What is compared with what, as it stands in the address, and what the columns of a comparison say. */
import { SpreadLevel } from '../../api/spread.ts';
import type { Compared, CompareInput } from '../../api/spread-compare.ts';
import type { Fields } from '../route.ts';
import { spreadWords } from '../words/spread.ts';
import { readList, writeList } from './address.ts';
import { pathEnd, shortName } from './names.ts';
import type { Panel } from './panel.ts';
import { whenText } from './times.ts';

/** The fields that a comparison stands in, and what the server calls it. */
const COMPARED_BY = { compare: 'program', places: 'place', periods: 'period' } as const;
export type ComparedField = keyof typeof COMPARED_BY;
export const COMPARED_FIELDS = Object.keys(COMPARED_BY) as ComparedField[];

export interface Pair {
  readonly field: ComparedField;
  /** Ids, or stretches of time (`2017..2019`); the first two are compared. Empty where none is chosen yet. */
  readonly sides: readonly string[];
}

/** The comparison that an address asks for; null where it asks for none. */
export function readPair(fields: Fields): Pair | null {
  const field = COMPARED_FIELDS.find((name) => name in fields);
  return field ? { field, sides: readList(fields[field]) } : null;
}

/** The fields of a comparison with one side changed. */
export function withSide({ field, sides }: Pair, index: number, side: string): Fields {
  const [first = '', second = '', ...rest] = sides;
  const next = index === 0 ? [side, second] : [first, side];
  return { [field]: writeList([...next, ...rest]) };
}

/** What is asked of the server; null until both sides are known. */
export function compareInput({ field, sides: [a, b] }: Pair, fields: Fields): CompareInput | null {
  if (!a || !b || (field === 'periods' && ![a, b].every(isStretch))) return null;
  return {
    by: COMPARED_BY[field],
    a,
    b,
    level: SpreadLevel.catch('city').parse(fields.level),
    ...(field === 'periods' && fields.program && { program: fields.program }),
  };
}

/** `2017..2019`, `2019-07..2020`, `2019`. */
export function isStretch(text: string): boolean {
  return /^\d{4}(?:-\d{2})?(?:\.\.\d{4}(?:-\d{2})?)?$/u.test(text);
}

/** How a side is called: the name that its id ends with, or the stretch. */
export function sideName(side: string): string {
  return shortName(pathEnd(side)).replace('..', '–');
}

/** When a compared thing was so on either side, and which came first. */
export function comparedLines(
  { a, b, first, replaced }: Compared,
  names: readonly [string, string],
): readonly string[] {
  const { pair, firstOf, together, replacedOf } = spreadWords();
  const [nameA, nameB] = names;
  // Where only one side has it, whose date it is stands over the list.
  if (!a || !b) return [a ?? b].flatMap((side) => (side ? whenText(side.when) : []));
  return [
    pair(nameA, whenText(a.when)),
    pair(nameB, whenText(b.when)),
    ...(first === null ? [] : [first === 'together' ? together : firstOf(first === 'a' ? nameA : nameB)]),
    ...(replaced === null ? [] : [replaced === 'a' ? replacedOf(nameA, nameB) : replacedOf(nameB, nameA)]),
  ];
}

/** The sentences behind a compared thing, side by side. */
export function comparedPanel(item: Compared, names: readonly [string, string]): Panel {
  const sides = [item.a, item.b].flatMap((side, index) => (side ? [{ side, name: names[index] ?? '' }] : []));
  return {
    title: shortName(item.name),
    path: '',
    lines: comparedLines(item, names),
    groups: sides.map(({ side, name }) => ({
      key: name,
      head: name,
      items: side.keys.map((key) => ({ key, claim: null })),
    })),
    articles: null,
    nodes: [item.id],
  };
}
