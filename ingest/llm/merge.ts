/** Unites what several readings found in one article: parts of it, or two extractors. The order of the readings never shows. */
import { relationKey } from '../../graph/model.ts';
import type { Entity, Fact, Offsets } from '../contract.ts';
import { oneFact, type Statement } from '../facts.ts';
import { MODEL_RULE } from './reading.ts';

export interface Findings {
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
}

/**
 * Entities of one id become one, with all its aliases and mentions; facts that say the same become one, whose `evidence` and
 * `also` name each source. Facts that say different things of one pair (stage, former, dates) stay side by side. Who chaired
 * or spoke has no extra ATTENDED.
 */
export function mergeFindings(all: readonly Findings[]): Findings {
  const entities = groupBy(
    all.flatMap((findings) => findings.entities),
    ({ id }) => id,
  ).map(mergeEntities);
  const facts = groupBy(
    all.flatMap((findings) => findings.facts),
    sayingOf,
  ).flatMap(mergeDated);
  const active = new Set(facts.flatMap(({ type, from, to }) => (ACTIVE.has(type) ? [`${from}|${to}`] : [])));
  return {
    entities: entities.sort((a, b) => comparePlaces(a.mentions[0], b.mentions[0]) || compareText(a.id, b.id)),
    facts: facts
      .filter(({ type, from, to }) => type !== 'ATTENDED' || !active.has(`${from}|${to}`))
      .sort(
        (a, b) =>
          comparePlaces(a.evidence, b.evidence) || compareText(sayingOf(a) + saidIn(a), sayingOf(b) + saidIn(b)),
      ),
  };
}

const ACTIVE: ReadonlySet<string> = new Set(['CHAIRED', 'SPOKE_AT']);

function mergeEntities(group: readonly Entity[]): Entity {
  // Of fields that cannot stand twice one reading's are taken whole: of the one that says most.
  const fullest = [...group].sort(
    (a, b) => richness(b) - richness(a) || compareText(fieldsOf(a), fieldsOf(b)),
  )[0] as Entity;
  const names = new Set(group.flatMap(({ name, aliases }) => [name, ...aliases]));
  names.delete(fullest.name);
  const mentions = new Map(group.flatMap((entity) => entity.mentions.map((span) => [span.join('-'), span] as const)));
  return { ...fullest, aliases: [...names].sort(compareText), mentions: [...mentions.values()].sort(comparePlaces) };
}

function richness({ path, date, dateText, type }: Entity): number {
  return [path, date, dateText, type === 'other' ? null : type].filter((field) => field != null).length;
}

function fieldsOf({ name, path, level, code, type, date, dateTo, dateText }: Entity): string {
  return JSON.stringify([name, path, level, code, type, date?.value, date?.precision, date?.basis, dateTo, dateText]);
}

/** What a fact says, but for its date. */
function sayingOf({ type, from, to, title, stage, acting, former, program }: Fact): string {
  return JSON.stringify([
    relationKey(type, from, to, title ?? stage),
    acting ?? false,
    former ?? false,
    program ?? null,
  ]);
}

/** A date that one reading gives completes the facts of the others that give none; two different dates stay two facts. */
function mergeDated(group: readonly Fact[]): readonly Fact[] {
  const dated = group.filter(({ date }) => date);
  const dates = new Set(dated.map(({ date }) => date?.value));
  return dates.size <= 1 ? [unite(group)] : groupBy(group, ({ date }) => date?.value ?? '').map(unite);
}

function unite(group: readonly Fact[]): Fact {
  const saying = [...group].sort(
    (a, b) => Number(!a.date) - Number(!b.date) || compareText(saidIn(a), saidIn(b)),
  )[0] as Fact;
  const { evidence: _, also: __, ...fact } = saying;
  const united = oneFact({ fact, statements: group.flatMap(statementsOf) });
  const statements = statementsOf(united);
  // The fact shows the sentence and confidence of a rule where one has it: what a model adds never makes it less sure.
  const main = statements.find(({ rule }) => !rule.startsWith(MODEL_RULE)) ?? (statements[0] as Statement);
  const also = statements.filter((statement) => statement !== main);
  return { ...fact, ...main, ...(also.length > 0 ? { also } : {}) };
}

function statementsOf({ evidence, rule, confidence, also = [] }: Fact): readonly Statement[] {
  const all = [{ evidence, rule, confidence }, ...also];
  return all.sort((a, b) => comparePlaces(a.evidence, b.evidence));
}

function saidIn({ date, dateText }: Fact): string {
  return JSON.stringify([date?.value, date?.precision, date?.basis, dateText]);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** By start, then end; what is named in the headline only comes first. */
function comparePlaces(a: Offsets = HEADLINE, b: Offsets = HEADLINE): number {
  return a[0] - b[0] || a[1] - b[1];
}

const HEADLINE: Offsets = [-1, -1];

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
