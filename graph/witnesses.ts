/** The sentences that state a relation, as its properties hold them: evidence, rules, confidences and dates in step. */
import { compare } from './compare.ts';
import { union } from './merge-properties.ts';
import { parseEvidence, type RelationRecord } from './model.ts';

/** No rule and no number of articles makes a statement certain. */
export const MOST_CONFIDENT = 0.99;
/** Stored confidences have four decimal places: the product of the same numbers in another order differs past these. */
const CONFIDENCE_STEPS = 10_000;

export interface Witness {
  readonly evidence: string;
  readonly rule: string;
  readonly confidence: number;
  /** ISO, cut to what is known; empty where the sentence gives none. */
  readonly date: string;
}

/** The sentences of a relation in the order in which they are stored; none of one that no sentence states. */
export function witnessesOf({
  properties: { evidence, rules, confidences, dates },
}: RelationRecord): readonly Witness[] {
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

/** One a sentence and rule, with the higher confidence and the earlier date; in the order of their text. */
export function uniteWitnesses(witnesses: readonly Witness[]): readonly Witness[] {
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
