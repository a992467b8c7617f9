/** The statements of a graph counted by rule, by confidence, and by relation and time, each number with the first of what it counts. */

/** One sentence that states one relation. */
export interface Statement {
  readonly key: string;
  readonly type: string;
  /** `<articleId>#<start>-<end>`. */
  readonly ref: string;
  readonly rule: string | null;
  readonly confidence: number | null;
}

export type Sample = Pick<Statement, 'key' | 'ref' | 'rule' | 'confidence'>;

export interface RuleCount {
  readonly rule: string;
  readonly count: number;
  /** Mean, of those that have one; null where none has. */
  readonly confidence: number | null;
  /** Those below one half. */
  readonly doubtful: number;
}

/** Facts that a number opens at most; the page says of how many. */
export const SAMPLES = 50;
const TENTHS = 10;
const DOUBTFUL = 0.5;

interface Group {
  count: number;
  sum: number;
  weighed: number;
  doubtful: number;
  /** The least certain first. */
  readonly samples: Sample[];
}

export class FactTally {
  readonly #groups = new Map<string, Group>();
  total = 0;

  /** @param period when it was printed; null for unknown */
  add(statement: Statement, period: string | null): void {
    this.total += 1;
    const { type, rule, confidence } = statement;
    this.#count(ruleList(rule ?? ''), statement);
    if (confidence !== null) this.#count(tenthList(tenthOf(confidence)), statement);
    this.#count(typeList(type, ''), statement);
    if (period !== null) this.#count(typeList(type, period), statement);
  }

  /** The most frequent first. */
  rules(): readonly RuleCount[] {
    const found = [...this.#groups].flatMap(([list, { count, sum, weighed, doubtful }]) =>
      list.startsWith(ruleList(''))
        ? [{ rule: list.slice(ruleList('').length), count, confidence: weighed > 0 ? sum / weighed : null, doubtful }]
        : [],
    );
    return found.sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1));
  }

  /** How many have a confidence of 0 to 0.1, to 0.2, … to 1. */
  tenths(): readonly number[] {
    return Array.from({ length: TENTHS }, (_, tenth) => this.count(tenthList(tenth)));
  }

  count(list: string): number {
    return this.#groups.get(list)?.count ?? 0;
  }

  /** The first of what a number counts, the least certain first. */
  samples(list: string): readonly Sample[] {
    return this.#groups.get(list)?.samples ?? [];
  }

  #count(list: string, { key, ref, rule, confidence }: Statement): void {
    const group = this.#groups.get(list) ?? { count: 0, sum: 0, weighed: 0, doubtful: 0, samples: [] };
    this.#groups.set(list, group);
    group.count += 1;
    if (confidence !== null) {
      group.sum += confidence;
      group.weighed += 1;
      if (confidence < DOUBTFUL) group.doubtful += 1;
    }
    keepLeastCertain(group.samples, { key, ref, rule, confidence });
  }
}

/** The names of the lists that numbers open. */
export const ruleList = (rule: string): string => `rule:${rule}`;
export const tenthList = (tenth: number): string => `tenth:${tenth}`;
export const typeList = (type: string, period: string): string => `type:${type}:${period}`;

/** In which tenth of 0 to 1 a confidence lies, from 0; 1 itself counts to the last. */
export function tenthOf(confidence: number): number {
  return Math.min(TENTHS - 1, Math.max(0, Math.floor(confidence * TENTHS)));
}

function keepLeastCertain(samples: Sample[], sample: Sample): void {
  const certainty = ({ confidence }: Sample): number => confidence ?? 1;
  if (samples.length === SAMPLES && certainty(sample) >= certainty(samples.at(-1) as Sample)) return;
  const after = samples.findIndex((one) => certainty(one) > certainty(sample));
  samples.splice(after < 0 ? samples.length : after, 0, sample);
  if (samples.length > SAMPLES) samples.pop();
}
