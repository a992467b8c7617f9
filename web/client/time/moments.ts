/** When what is shown happened, or when it was printed: two clocks that are never mixed. */
import type { NodeBrief, RelationBrief } from '../../api.ts';
import type { TimeWindow } from '../view.ts';
import { type Day, firstDayOf, lastDayOf } from './days.ts';

export type Clock = TimeWindow['clock'];

/** First and last day, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The days on which something was; where not `exact`, the days of which it was some (2019年, 近日). */
export interface Moment extends Span {
  readonly exact: boolean;
}

/** One thing that the time bar counts. */
export interface Dated {
  /** Id of an event or article, or key of a relation. */
  readonly id: string;
  readonly kind: 'event' | 'launch' | 'article';
  readonly moment: Moment;
}

/** The articles behind what is shown, whether they are shown or not. */
export interface Printed {
  /** By the article's id; null where its day is unknown. */
  readonly articles: ReadonlyMap<string, Moment | null>;
  /** By the id of an event or the key of a relation: the articles that state it. */
  readonly of: ReadonlyMap<string, readonly string[]>;
}

export const NOT_PRINTED: Printed = { articles: new Map(), of: new Map() };

/** What the two clocks say of a picture. */
export interface Timeline {
  /** By node id and relation key. What is missing has no date. */
  readonly of: ReadonlyMap<string, readonly Moment[]>;
  /** What the bar counts: events and launches, or by the other clock articles. */
  readonly dated: readonly Dated[];
  /** Events, or articles, without a date. */
  readonly undated: readonly string[];
}

interface Picture {
  readonly nodes: readonly { readonly node: NodeBrief }[];
  readonly relations: readonly RelationBrief[];
}

/**
 * Days before publication that 近日, 日前 or 不久前 are drawn over. The words give no bound; news of more than a month ago is not called recent,
 * and what is drawn too long is never left out of a window that it may lie in.
 */
const RECENT_DAYS = 30;

const PRECISION_LENGTH: Readonly<Record<string, number>> = { year: 4, month: 7, day: 10 };

/** The interval that a date with its precision stands for; null without one. */
export function momentOf(date: string | null, dateTo: string | null, precision: string | null): Moment | null {
  const length = PRECISION_LENGTH[precision ?? 'day'] ?? 10;
  const from = date === null ? null : firstDayOf(date.slice(0, length));
  const to = date === null ? null : lastDayOf((dateTo ?? date).slice(0, length));
  return from === null || to === null || to < from ? null : { from, to, exact: length === PRECISION_LENGTH.day };
}

/**
 * When everything in a picture happened, or was printed. An event and an article have a date of their own; so has a program's launch
 * in a place. Any other relation has that of the event or article at its end; a person, place, body or program has those of its relations.
 */
export function timelineOf(picture: Picture, clock: Clock, printed: Printed = NOT_PRINTED): Timeline {
  const nodes = new Map(picture.nodes.map(({ node }) => [node.id, node]));
  const of = new Map<string, Moment[]>();
  const put = (id: string, moments: readonly Moment[]): void => {
    if (moments.length === 0) return;
    const known = of.get(id);
    if (known) known.push(...moments);
    else of.set(id, [...moments]);
  };
  const reports = reportsIn(picture, nodes, printed);
  for (const node of nodes.values()) put(node.id, ownMoments(node, clock, reports.get(node.id) ?? []));
  const own = new Set(of.keys());
  for (const relation of picture.relations) {
    const moments = clock === 'happened' ? happened(relation, own, of) : printedOf(relation, own, of, reports);
    put(relation.key, moments);
    for (const end of [relation.from, relation.to]) if (!own.has(end)) put(end, moments);
  }
  return { of, ...counted(picture, clock, of, printed) };
}

function ownMoments(node: NodeBrief, clock: Clock, reports: readonly Moment[]): readonly Moment[] {
  if (node.kind === 'Article') return clock === 'printed' ? list(dateOfNode(node)) : [];
  if (node.kind !== 'Event') return [];
  if (clock === 'printed') return reports;
  const moment = dateOfNode(node);
  if (moment || node.dateText === null) return list(moment);
  return reports.map(({ from, to }) => ({ from: from - RECENT_DAYS, to, exact: false })).slice(0, 1);
}

function dateOfNode({ date, dateTo, datePrecision }: NodeBrief): Moment | null {
  return momentOf(date, dateTo, datePrecision);
}

function happened(
  relation: RelationBrief,
  own: ReadonlySet<string>,
  of: ReadonlyMap<string, readonly Moment[]>,
): readonly Moment[] {
  const launched = launchOf(relation);
  if (launched) return [launched];
  // That an article names an event says nothing of when the two belong together.
  if (relation.type === 'MENTIONS') return [];
  return [relation.from, relation.to].flatMap((end) => (own.has(end) ? (of.get(end) ?? []) : []));
}

function printedOf(
  relation: RelationBrief,
  own: ReadonlySet<string>,
  of: ReadonlyMap<string, readonly Moment[]>,
  reports: ReadonlyMap<string, readonly Moment[]>,
): readonly Moment[] {
  const stated = reports.get(relation.key);
  if (stated) return stated;
  return [relation.from, relation.to].flatMap((end) => (own.has(end) ? (of.get(end) ?? []) : []));
}

/** The day that a program came to a place, where the text gives one. */
function launchOf({ type, properties }: RelationBrief): Moment | null {
  if (type !== 'LAUNCHED_IN') return null;
  const { dateFrom, dateTo, datePrecision } = properties;
  return momentOf(textOf(dateFrom), textOf(dateTo), textOf(datePrecision));
}

/** The days of the articles that state an event or relation: those the server named, else those in the picture. */
function reportsIn(
  { relations }: Picture,
  nodes: ReadonlyMap<string, NodeBrief>,
  printed: Printed,
): ReadonlyMap<string, readonly Moment[]> {
  const reports = new Map<string, readonly Moment[]>();
  for (const [id, articles] of printed.of)
    reports.set(
      id,
      articles.flatMap((article) => list(printed.articles.get(article) ?? null)),
    );
  for (const { type, from, to } of relations) {
    const article = nodes.get(to);
    if (type !== 'REPORTED_IN' || !article || printed.of.has(from)) continue;
    reports.set(from, [...(reports.get(from) ?? []), ...list(dateOfNode(article))]);
  }
  return reports;
}

function counted(
  { nodes, relations }: Picture,
  clock: Clock,
  of: ReadonlyMap<string, readonly Moment[]>,
  printed: Printed,
): Pick<Timeline, 'dated' | 'undated'> {
  const dated: Dated[] = [];
  const undated: string[] = [];
  const count = (id: string, kind: Dated['kind'], moment: Moment | null): void => {
    if (moment) dated.push({ id, kind, moment });
    else undated.push(id);
  };
  if (clock === 'happened') {
    for (const { node } of nodes) if (node.kind === 'Event') count(node.id, 'event', of.get(node.id)?.[0] ?? null);
    for (const relation of relations) {
      const moment = launchOf(relation);
      if (moment) count(relation.key, 'launch', moment);
    }
    return { dated, undated };
  }
  const articles = new Map<string, Moment | null>();
  const shown = new Set([...nodes.map(({ node }) => node.id), ...relations.map(({ key }) => key)]);
  for (const [id, stating] of printed.of)
    if (shown.has(id)) for (const article of stating) articles.set(article, printed.articles.get(article) ?? null);
  for (const { node } of nodes) if (node.kind === 'Article') articles.set(node.id, dateOfNode(node));
  for (const [id, moment] of articles) count(id, 'article', moment);
  return { dated, undated };
}

function list<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
