/** How sure a fact is: how often its rule was right on the annotated pages (`lexicon/rule-precision.tsv`). */
import { readFileSync } from 'node:fs';
import { ZhituError } from '../graph/errors.ts';
import { RelationType } from '../graph/shapes.ts';

/** One row of the table. */
export interface RulePrecision {
  /** Types of fact that are counted together. */
  readonly facts: readonly RelationType[];
  /** `*` stands for all rules of these types, also those that have no row. */
  readonly rule: string;
  /** Annotated pages that were counted: `check`, which rules were not written on, or `all`. */
  readonly pages: string;
  readonly right: number;
  readonly wrong: number;
  /** The smoothed precision, between 0 and 1. */
  readonly confidence: number;
}

/** The confidence of what a rule states; of a rule that nobody has measured, what is usual for its type of fact. */
export type RuleConfidence = (type: RelationType, rule: string) => number;

export const ANY_RULE = '*';
export const PRECISION_FILE = new URL('./lexicon/rule-precision.tsv', import.meta.url);
const NAME = 'rule-precision.tsv';
const UPDATE = 'write it anew by `npm run eval -- --update-confidence`';

let prepared: RuleConfidence | undefined;

/** The confidences of `lexicon/rule-precision.tsv`; read once a process. @throws ZhituError `bad-input` when it breaks its format */
export function ruleConfidence(): RuleConfidence {
  prepared ??= openRuleConfidence(parseRulePrecision(readFileSync(PRECISION_FILE, 'utf8')));
  return prepared;
}

/** @returns a function that throws ZhituError `bad-input` for a type of fact without a row for all its rules */
export function openRuleConfidence(rows: readonly RulePrecision[]): RuleConfidence {
  const known = new Map(
    rows.flatMap(({ facts, rule, confidence }) => facts.map((type) => [`${type} ${rule}`, confidence] as const)),
  );
  return (type, rule) => {
    const confidence = known.get(`${type} ${rule}`) ?? known.get(`${type} ${ANY_RULE}`);
    if (confidence === undefined)
      throw new ZhituError('bad-input', `${NAME}: expected a row ${ANY_RULE} for facts of type ${type}; ${UPDATE}`);
    return confidence;
  };
}

/** Reads the table. @throws ZhituError `bad-input` for a row that is none */
export function parseRulePrecision(text: string): readonly RulePrecision[] {
  return text.split('\n').flatMap((line, index) => {
    if (line === '' || line.startsWith('#') || line.startsWith('facts\t')) return [];
    const [types = '', rule = '', pages = '', ...numbers] = line.split('\t');
    const facts = RelationType.array().safeParse(types.split(' '));
    const [right = Number.NaN, wrong = Number.NaN, confidence = Number.NaN] = numbers.map(Number);
    if (!facts.success || rule === '' || !(right >= 0 && wrong >= 0 && confidence > 0 && confidence < 1))
      throw new ZhituError(
        'bad-input',
        `${NAME}:${index + 1}: expected types of fact, rule, pages, right, wrong and a confidence between 0 and 1, saw "${line}"; ${UPDATE}`,
      );
    return [{ facts: facts.data, rule, pages, right, wrong, confidence }];
  });
}
