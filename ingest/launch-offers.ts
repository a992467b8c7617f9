/** A launch as one clause offers it, before the clauses of a document are weighed against each other. */
import type { Stage } from '../graph/model.ts';
import { type Clause, wordsBetween } from './launch-scene.ts';
import type { LaunchMention, ProgramMention } from './types.ts';

/** What may stand beside a date that makes a clause: 2019年，; 自2019年3月起，; 2019年3月以来，. */
const BEFORE_DATE = /^(?:早在|自|从|在|到|于)?$/u;
const BEHIND_DATE = /^(?:以来|起|开始|之初|初|底)?[，,]?$/u;

/** A launch, and whether it only stands in a headline or in a meeting's name, where the body may know better. */
export interface Offer extends LaunchMention {
  readonly weak: boolean;
}

/** An undated launch; `rule` is the end of the rule's name. */
export function offerOf(program: ProgramMention, place: string, stage: Stage, clause: Clause, rule: string): Offer {
  return {
    kind: 'Launch',
    start: clause.start,
    end: clause.end,
    program: program.name,
    place,
    stage,
    date: null,
    dateText: null,
    rule: `launches.${rule}`,
    weak: false,
  };
}

/** The date of the clause, or of a clause before it that is nothing but a date (2019年，). */
export function dateOf(clause: Clause, previous: Clause | undefined): Pick<LaunchMention, 'date' | 'dateText'> {
  const own = clause.dates.find(isDay);
  const lead = previous?.sentence === clause.sentence ? previous.dates.find(isDay) : undefined;
  const alone =
    lead &&
    previous &&
    BEFORE_DATE.test(wordsBetween(previous, previous.start, lead.start).trim()) &&
    BEHIND_DATE.test(wordsBetween(previous, lead.end, previous.end).trim());
  const found = own ?? (alone ? lead : undefined);
  const home = own ? clause : previous;
  return found && home
    ? { date: found.date, dateText: wordsBetween(home, found.start, found.end) }
    : { date: null, dateText: null };
}

function isDay({ date, use }: Clause['dates'][number]): boolean {
  return date !== null && use !== 'vague' && use !== 'same';
}
