/** The list of events as a table for a spreadsheet: all that fit the filters, each with the sentence that states the part in it. */
import { BYTE_ORDER_MARK } from '../export/csv.ts';
import { hiddenRelations } from '../judgements.ts';
import type { GraphStore } from '../store.ts';
import { csvLine } from '../table-text.ts';
import { chosenEvents, type EventFilter } from './event-filter.ts';
import { eventLinks, type Years } from './event-links.ts';
import { type EventRow, eventRows } from './event-list.ts';
import { unhiddenEvent } from './unhidden.ts';

/** Events whose sentences are read at once. */
const AT_ONCE = 100;

const COLUMNS = [
  'dateFrom',
  'dateTo',
  'datePrecision',
  'dateBasis',
  'dateText',
  'event',
  'type',
  'roles',
  'places',
  'programs',
  'people',
  'quote',
  'publication',
  'issue',
  'publishedOn',
  'article',
  'reports',
  'id',
] as const;

/** RFC 4180 with a byte order mark, newest first, piece by piece, without what readers hid; lists are separated by `；`. */
export async function* eventsCsv(
  store: GraphStore,
  id: string,
  filter: EventFilter & Years,
): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  const { events } = await eventLinks(store, id, filter);
  const fitting = chosenEvents(events, filter);
  const hidden = await hiddenRelations(store);
  for (let at = 0; at < fitting.length; at += AT_ONCE) {
    const rows = await eventRows(store, id, fitting.slice(at, at + AT_ONCE));
    const listed = rows.flatMap((row) => unhiddenEvent(row, hidden) ?? []);
    yield listed.map((row) => csvLine(cellsOf(row))).join('');
  }
}

function cellsOf({ node, dateBasis, parts, places, programs, people, articles }: EventRow): (string | number)[] {
  const quote = parts.find((part) => part.quote !== null)?.quote ?? null;
  const names = (nodes: readonly { readonly name: string }[]) => nodes.map(({ name }) => name).join('；');
  return [
    node.date ?? '',
    node.dateTo ?? '',
    node.datePrecision ?? '',
    dateBasis ?? '',
    node.dateText ?? '',
    node.name,
    node.type ?? '',
    parts.map(({ role }) => role).join('；'),
    names(places),
    names(programs),
    names(people),
    quote?.quote ?? '',
    quote?.source.publication ?? '',
    quote?.source.issue ?? '',
    quote?.source.date ?? '',
    quote?.source.title ?? '',
    articles.length,
    node.id,
  ];
}
