/** What an export format is made of. A format is a pure function from records to text; `export.ts` reads the graph and feeds it. */
import type { NodeRecord, RelationRecord, RelationType } from '../model.ts';

/** One sentence that states a relation, with what is needed to cite it. Offsets count UTF-16 units of the article's text. */
export interface Citation {
  readonly articleId: string;
  readonly title: string;
  readonly publication: string | null;
  readonly issue: number | null;
  /** Day of publication, cut to its precision. */
  readonly publishedOn: string | null;
  readonly reporters: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly rule: string;
  readonly confidence: number;
}

/** First and last day of something, each cut to what is known of it (`2019`, `2019-07`, `2019-07-01`); `to` is null where nothing says that it ended. */
export interface Interval {
  readonly from: string;
  readonly to: string | null;
}

/** A relation with the names of its ends, the time it belongs to, and its citations in the order of its evidence. */
export interface CitedRelation extends RelationRecord {
  readonly fromName: string;
  readonly toName: string;
  readonly time: Interval | null;
  readonly citations: readonly Citation[];
}

/** Text for one of the files of a format. */
export interface Chunk {
  readonly file: string;
  readonly text: string;
}

/** What stands at the head of an export, where the format has room for it. */
export interface About {
  /** Where the records are from, and by which choice of them. */
  readonly source: string;
  /** ISO day. */
  readonly madeOn: string;
}

export interface Format {
  /** Names of its files, in the order of their beginning; a format of one file has one. */
  readonly files: readonly string[];
  readonly begin: (about: About) => readonly Chunk[];
  readonly node: (node: NodeRecord, time: Interval | null) => readonly Chunk[];
  /** Called once, between the last node and the first relation. */
  readonly between?: () => readonly Chunk[];
  readonly relation: (relation: CitedRelation) => readonly Chunk[];
  readonly end: () => readonly Chunk[];
}

/**
 * The interval of a node or relation by its own properties: when it happened, was observed, or was published; null where nothing says.
 * A program that came to a place is not taken to have left it.
 */
export function intervalOf({ properties }: Pick<NodeRecord, 'properties'>, type?: RelationType): Interval | null {
  const from = properties.dateFrom ?? properties.observedFrom ?? properties.publishedOn;
  if (typeof from !== 'string') return null;
  const to = properties.dateTo ?? properties.observedTo ?? (type === 'LAUNCHED_IN' ? null : from);
  return { from, to: typeof to === 'string' ? to : null };
}

const MONTHS = 12;

/** The first day of a date that is cut to its precision. */
export function firstDay(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** The last day of a date that is cut to its precision: 2019-02 → 2019-02-28. */
export function lastDay(date: string): string {
  const [year, month = String(MONTHS), day] = date.split('-');
  if (day !== undefined) return date;
  // Day 0 of the month after is the last day of this one.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(last).padStart(2, '0')}`;
}
