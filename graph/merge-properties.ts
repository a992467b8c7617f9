/**
 * How the properties of two records of one node or relation become one. Every function here is commutative, associative and idempotent
 * (`merge.ts`).
 */
import { compare } from './compare.ts';
import type { Properties, PropertyValue } from './model.ts';

/**
 * Properties that were read from the same words and only make sense together: of two differing blocks one is taken
 * whole. `first` is compared before all else, the earlier one wins.
 */
interface Block {
  readonly keys: readonly string[];
  readonly first: string;
  /** Property that holds the precision; where it is compared, `day` wins over `month` over `year`, and before `first`. */
  readonly precision?: string;
}
const DATE_KEYS = ['dateFrom', 'dateTo', 'datePrecision', 'dateBasis', 'dateText'];
const NODE_BLOCKS: readonly Block[] = [
  { keys: DATE_KEYS, first: 'dateFrom', precision: 'datePrecision' },
  {
    keys: ['publishedOn', 'publishedPrecision', 'publishedBasis'],
    first: 'publishedOn',
    precision: 'publishedPrecision',
  },
];
/** A program is in a place from the earliest dated statement on, however precise a later one is. */
const RELATION_BLOCKS: readonly Block[] = [{ keys: DATE_KEYS, first: 'dateFrom' }];

/** Each value of the lists once, sorted. */
export function union<T extends string | number>(...lists: readonly (readonly T[])[]): readonly T[] {
  const [first = []] = lists;
  const all = lists.length === 1 ? first : lists.flat();
  const isDone = all.every((value, at) => at === 0 || (all[at - 1] as T) < value);
  return isDone ? all : [...new Set(all)].sort(compare);
}

/** Of two values of one property: both lists in one, the true one, else the smaller (texts by UTF-16 code units). */
function mergeValues(a: PropertyValue, b: PropertyValue): PropertyValue {
  if (Array.isArray(a) && Array.isArray(b))
    return (a === b ? union<string | number>(a) : union<string | number>(a, b)) as PropertyValue;
  if (typeof a === 'boolean' && typeof b === 'boolean') return a || b;
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a <= b ? a : b;
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b;
}

type Rule = (a: PropertyValue, b: PropertyValue) => PropertyValue;

/** How the properties of a kind of record are merged. */
interface Merging {
  readonly blocks: readonly Block[];
  readonly rules: Readonly<Record<string, Rule>>;
  /** The property that the record has beside the others as well. */
  readonly own: 'id' | 'key';
  /** Which block a property is in. */
  readonly blockOf: ReadonlyMap<string, number>;
}

function mergingOf(own: Merging['own'], blocks: readonly Block[], rules: Merging['rules']): Merging {
  const inBlocks = blocks.flatMap(({ keys }, block) => keys.map((key) => [key, block] as const));
  return { own, blocks, rules, blockOf: new Map(inBlocks) };
}

/** Keys in order; an empty list says no more than an absent one, and is left out. */
export function mergeProperties(a: Properties, b: Properties, merging: Merging): Properties {
  if (a === b) return ownProperties(a, merging);
  const { own, blocks, rules, blockOf } = merging;
  const better = blocks.map((block) => (block.keys.every((key) => a[key] === b[key]) ? a : betterBlock(a, b, block)));
  const merged: Properties = {};
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  for (const key of keys.sort()) {
    if (key === own) continue;
    const block = blockOf.get(key);
    // With itself where only one has it: a list is put in order all the same.
    const left = (a[key] ?? b[key]) as PropertyValue;
    const value = block === undefined ? (rules[key] ?? mergeValues)(left, b[key] ?? left) : better[block]?.[key];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) merged[key] = value;
  }
  return merged;
}

/** The same of properties with themselves, which is most of what is merged: no block of them is better than another. */
function ownProperties(properties: Properties, { own, rules }: Merging): Properties {
  const merged: Properties = {};
  for (const key of Object.keys(properties).sort()) {
    const given = properties[key];
    if (key === own || given === undefined) continue;
    const value = (rules[key] ?? mergeValues)(given, given);
    if (!(Array.isArray(value) && value.length === 0)) merged[key] = value;
  }
  return merged;
}

/** Merged properties with others, in their order. */
export function withProperties(merged: Properties, others: Properties): Properties {
  const all = { ...merged, ...others };
  if (Object.keys(others).every((key) => key in merged)) return all;
  return Object.fromEntries(Object.entries(all).sort(([x], [y]) => compare(x, y)));
}

function part(properties: Properties, { keys }: Block): Properties {
  return Object.fromEntries(keys.flatMap((key) => (properties[key] === undefined ? [] : [[key, properties[key]]])));
}

const PRECISIONS: readonly unknown[] = ['day', 'month', 'year'];

/** The properties whose block is taken, the least in a total order: known before unknown, precise, early, then by their text. */
function betterBlock(a: Properties, b: Properties, block: Block): Properties {
  const { first, precision } = block;
  const rank = (properties: Properties): readonly (string | number)[] => {
    const known = PRECISIONS.indexOf(precision && properties[precision]);
    return [
      properties[first] === undefined ? 1 : 0,
      known === -1 ? PRECISIONS.length : known,
      String(properties[first]),
      JSON.stringify(part(properties, block)),
    ];
  };
  const [left, right] = [rank(a), rank(b)];
  const decided = left.findIndex((value, index) => value !== right[index]);
  return decided === -1 || compare(left[decided] as string, right[decided] as string) < 0 ? a : b;
}

/** `search` holds one name form a line. */
const uniteLines: Rule = (a, b) => union(String(a).split('\n'), String(b).split('\n')).join('\n');

const startOf = (span: string): number => Number.parseInt(span, 10);
const bySpan = (a: string, b: string): number =>
  startOf(a) - startOf(b) ||
  startOf(a.slice(a.indexOf('-') + 1)) - startOf(b.slice(b.indexOf('-') + 1)) ||
  compare(a, b);
const uniteSpans: Rule = (a, b) => {
  const spans = a === b ? union(a as string[]) : union(a as string[], b as string[]);
  return spans.length < 2 ? [...spans] : [...spans].sort(bySpan);
};

const earlier: Rule = (a, b) => (compare(String(a), String(b)) <= 0 ? a : b);
const later: Rule = (a, b) => (compare(String(a), String(b)) >= 0 ? a : b);
const higher: Rule = (a, b) => Math.max(Number(a), Number(b));

export const NODE_MERGING = mergingOf('id', NODE_BLOCKS, { search: uniteLines });
export const RELATION_MERGING = mergingOf('key', RELATION_BLOCKS, {
  observedFrom: earlier,
  observedTo: later,
  spans: uniteSpans,
  confidence: higher,
});
