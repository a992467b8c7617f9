/** The confidence of each rule's facts, from how often it was right (ingest/lexicon/rule-precision.tsv). Everything here is pure. */

import type { RelationType } from '../../graph/model.ts';
import { MOST_CONFIDENT } from '../../graph/witnesses.ts';
import { ANY_RULE, type RulePrecision } from '../../ingest/rule-confidence.ts';
import type { Category, Judgement } from './judge.ts';
import { rulesOf, smoothed, usual } from './rules.ts';
import type { SetName } from './sets.ts';

/** What the items of a category are in the graph. An event stands there with the article that reports it. */
const FACTS = {
  posts: ['HOLDS'],
  events: ['REPORTED_IN'],
  roles: ['CHAIRED', 'SPOKE_AT', 'ATTENDED'],
  held_in: ['HELD_IN'],
  presenters: ['PRESENTED_AT'],
  organized: ['ORGANIZED'],
  about: ['ABOUT'],
  launched: ['LAUNCHED_IN'],
  learned: ['LEARNED_FROM'],
} as const satisfies Partial<Record<Category, readonly RelationType[]>>;
type FactCategory = keyof typeof FACTS;

const REPORTED = 'event.reported';
/** Sets that rules were not written on. */
const CHECK_SETS: readonly SetName[] = ['second', 'unseen'];
/** From so many facts on, the check pages alone speak for a rule: below, one error more or less moves it by a tenth. */
const ENOUGH = 10;
const DECIMALS = 3;

const HEADER = `# How often each rule was right on the annotated pages, and what follows for the confidence of its facts.
# Written by \`npm run eval -- --update-confidence\`; docs/evaluation.md says how. Do not edit.
# check: the sets ${CHECK_SETS.join(' and ')}, for rules that have ${ENOUGH} facts there or more; all: every set.
# Row ${ANY_RULE}, all rules of a type: (right + 1/2) / (right + wrong + 1), by Jeffreys' prior. A rule: (right + 10 p) / (right + wrong + 10)
# with p from row ${ANY_RULE}, the m-estimate (Cestnik 1990): few facts leave a rule near what is usual for its type. None is above ${MOST_CONFIDENT}.
facts	rule	pages	right	wrong	confidence
`;

/** Judgements of the pages of one set. */
export interface SetJudgements {
  readonly set: SetName;
  readonly judgements: readonly Judgement[];
}

/** One row for each type of fact, and one for each of its rules that found something on any page. */
export function rulePrecisions(sets: readonly SetJudgements[]): readonly RulePrecision[] {
  const onCheck = sets.filter(({ set }) => CHECK_SETS.includes(set));
  return (Object.keys(FACTS) as FactCategory[]).flatMap((category) => {
    const facts = FACTS[category];
    const [all, check] = [sets, onCheck].map((some) => rulesOf(judgementsOf(some, category))) as [Rules, Rules];
    const right = sum(check, 'right');
    const wrong = sum(check, 'wrong');
    const prior = usual(right, wrong);
    const rules = all.map((everywhere): RulePrecision => {
      const { rule } = everywhere;
      const there = check.find((record) => record.rule === rule);
      const isEnough = there !== undefined && there.right + there.wrong >= ENOUGH;
      const { right, wrong } = isEnough ? there : everywhere;
      const confidence = rounded(smoothed(right, wrong, prior));
      return { facts, rule, pages: isEnough ? 'check' : 'all', right, wrong, confidence };
    });
    return [{ facts, rule: ANY_RULE, pages: 'check', right, wrong, confidence: rounded(prior) }, ...rules];
  });
}

type Rules = ReturnType<typeof rulesOf>;

function judgementsOf(sets: readonly SetJudgements[], category: FactCategory): readonly Judgement[] {
  const own = sets.flatMap(({ judgements }) => judgements).filter((judgement) => judgement.category === category);
  if (category !== 'events') return own;
  return own.map((judgement) => ({ ...judgement, rules: judgement.verdict === 'missed' ? [] : [REPORTED] }));
}

const sum = (rules: Rules, verdict: 'right' | 'wrong'): number =>
  rules.reduce((total, record) => total + record[verdict], 0);

const rounded = (value: number): number => Number(Math.min(MOST_CONFIDENT, value).toFixed(DECIMALS));

/** The text of the table, as `parseRulePrecision` reads it. */
export function precisionTable(rows: readonly RulePrecision[]): string {
  const lines = rows.map(({ facts, rule, pages, right, wrong, confidence }) =>
    [facts.join(' '), rule, pages, right, wrong, confidence.toFixed(DECIMALS)].join('\t'),
  );
  return `${HEADER}${lines.join('\n')}\n`;
}

/** A table counts as out of date when a confidence is further than this from what the pages show: further than any one fact moves it. */
const TOLERANCE = 1 / ENOUGH;

/** One message for each rule whose row is missing, has no facts any more, or says something else than the pages. */
export function outdated(table: readonly RulePrecision[], measured: readonly RulePrecision[]): readonly string[] {
  const byRule = (rows: readonly RulePrecision[]): ReadonlyMap<string, number> =>
    new Map(rows.map(({ facts, rule, confidence }) => [`${facts.join(' ')} ${rule}`, confidence]));
  const [old, now] = [byRule(table), byRule(measured)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was !== undefined && is !== undefined && Math.abs(was - is) <= TOLERANCE) return [];
    const shown = (value: number | undefined): string => value?.toFixed(DECIMALS) ?? 'nothing';
    return [
      `${name}: the table has ${shown(was)}, the pages show ${shown(is)}. \`npm run eval -- --update-confidence\` writes it anew.`,
    ];
  });
}
