/**
 * How two records of one node or relation become one. Every function here is commutative, associative and idempotent, so
 * that neither the order of pages nor repetition ever shows in the graph (test/property/merge.test.ts).
 */
import {
  type NodeRecord,
  type Properties,
  type PropertyValue,
  parseEvidence,
  type RelationRecord,
  SUB_LABELS,
} from './model.ts';

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

/** No rule and no number of articles makes a statement certain. */
export const MOST_CONFIDENT = 0.99;
/** Stored confidences have four decimal places: the product of the same numbers in another order differs past these. */
const CONFIDENCE_STEPS = 10_000;

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Each value of the lists once, sorted. */
function union<T extends string | number>(...lists: readonly (readonly T[])[]): readonly T[] {
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
function mergeProperties(a: Properties, b: Properties, merging: Merging): Properties {
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
function withProperties(merged: Properties, others: Properties): Properties {
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

const NODE_MERGING = mergingOf('id', NODE_BLOCKS, { search: uniteLines });
const RELATION_MERGING = mergingOf('key', RELATION_BLOCKS, {
  observedFrom: earlier,
  observedTo: later,
  spans: uniteSpans,
  confidence: higher,
});

/**
 * A node record in the form in which it is stored: no `id` among the properties, lists sorted and without repeats.
 * Merging two records gives this form too.
 */
export function normalizeNode(node: NodeRecord): NodeRecord {
  return mergeNodes(node, node);
}

/** Both records of one id as one. A name that yields to the other's becomes an alias. */
export function mergeNodes(a: NodeRecord, b: NodeRecord): NodeRecord {
  const merged = mergeProperties(a.properties, b.properties, NODE_MERGING);
  const { name, aliases } = merged;
  const others = [a, b].flatMap(({ properties }) =>
    typeof properties.name === 'string' && properties.name !== name ? [properties.name] : [],
  );
  const known = Array.isArray(aliases) ? (aliases as readonly string[]) : [];
  const labels = SUB_LABELS.filter((label) => a.labels.includes(label) || b.labels.includes(label));
  const properties = others.length > 0 ? withProperties(merged, { aliases: [...union(others, known)] }) : merged;
  return { id: a.id, kind: a.kind, labels, properties };
}

interface Witness {
  readonly evidence: string;
  readonly rule: string;
  readonly confidence: number;
  /** ISO, cut to what is known; empty where the sentence gives none. */
  readonly date: string;
}

function witnessesOf({ properties: { evidence, rules, confidences, dates } }: RelationRecord): readonly Witness[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.map((ref, index) => ({
    evidence: String(ref),
    rule: String((rules as readonly string[] | undefined)?.[index] ?? ''),
    confidence: Number((confidences as readonly number[] | undefined)?.[index] ?? 0),
    date: (dates as readonly string[] | undefined)?.[index] ?? '',
  }));
}

/** The articles whose sentences state a relation, each once, sorted. */
export function evidenceArticles({ properties: { evidence } }: RelationRecord): readonly string[] {
  if (!Array.isArray(evidence)) return [];
  return union(evidence.flatMap((ref) => parseEvidence(String(ref))?.articleId ?? []));
}

/** A relation without the sentences of these articles; null where none is left. Its other properties stay. */
export function withoutEvidenceOf(relation: RelationRecord, articles: readonly string[]): RelationRecord | null {
  const gone = new Set(articles);
  const kept = witnessesOf(relation).filter(({ evidence }) => !gone.has(parseEvidence(evidence)?.articleId ?? ''));
  if (kept.length === 0) return null;
  return normalizeRelation({
    ...relation,
    properties: {
      ...relation.properties,
      evidence: kept.map(({ evidence }) => evidence),
      rules: kept.map(({ rule }) => rule),
      confidences: kept.map(({ confidence }) => confidence),
      dates: kept.map(({ date }) => date),
    },
  });
}

/** What a relation says beside who states it. */
export function withoutWitnesses({ properties, ...relation }: RelationRecord): RelationRecord {
  const { evidence: _e, rules: _r, confidences: _s, confidence: _c, dates: _d, ...rest } = properties;
  return { ...relation, properties: rest };
}

/** One a sentence and rule, with the higher confidence and the earlier date; in the order of their text. */
function uniteWitnesses(witnesses: readonly Witness[]): readonly Witness[] {
  if (witnesses.length < 2) return witnesses;
  const best = new Map<string, Witness>();
  for (const witness of witnesses) {
    const key = JSON.stringify([witness.evidence, witness.rule]);
    const other = best.get(key);
    best.set(key, other ? united(witness, other) : witness);
  }
  return [...best.values()].sort((a, b) => compare(a.evidence, b.evidence) || compare(a.rule, b.rule));
}

function united(one: Witness, other: Witness): Witness {
  const [date = ''] = [one.date, other.date].filter(Boolean).sort();
  return { ...one, confidence: Math.max(one.confidence, other.confidence), date };
}

/**
 * The confidence of a statement that several sentences make: 1 − Π (1 − best confidence of an article), at most 0.99,
 * to four decimal places. Articles are taken as independent witnesses, the sentences of one article are not.
 */
export function combinedConfidence(
  witnesses: readonly { readonly evidence: string; readonly confidence: number }[],
): number {
  const best = new Map<string, number>();
  for (const { evidence, confidence } of witnesses) {
    const article = parseEvidence(evidence)?.articleId ?? evidence;
    best.set(article, Math.max(best.get(article) ?? 0, confidence));
  }
  // Sorted, because a product of fractions depends on the order of its factors in the last bits.
  const doubt = [...best.values()].sort(compare).reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.min(MOST_CONFIDENT, Math.round((1 - doubt) * CONFIDENCE_STEPS) / CONFIDENCE_STEPS);
}

/** A relation record in the form in which it is stored, its `confidence` computed. */
export function normalizeRelation(relation: RelationRecord): RelationRecord {
  return mergeRelations(relation, relation);
}

/** Both records of one key as one: all evidence of both, the widest observation, the earliest dated statement. */
export function mergeRelations(a: RelationRecord, b: RelationRecord): RelationRecord {
  const { dates: _, ...merged } = mergeProperties(a.properties, b.properties, RELATION_MERGING);
  const { key, type, from, to } = a;
  const witnesses = uniteWitnesses(a === b ? witnessesOf(a) : [...witnessesOf(a), ...witnessesOf(b)]);
  if (witnesses.length === 0) return { key, type, from, to, properties: merged };
  const isDated = witnesses.some(({ date }) => date !== '');
  const properties = withProperties(merged, {
    evidence: witnesses.map(({ evidence }) => evidence),
    rules: witnesses.map(({ rule }) => rule),
    confidences: witnesses.map(({ confidence }) => confidence),
    ...(isDated && { dates: witnesses.map(({ date }) => date) }),
    confidence: combinedConfidence(witnesses),
  });
  return { key, type, from, to, properties };
}
