/** What the pages about one entity ask the server. */
import { ConflictsAnswer, type ConflictsInput } from '../../api/conflicts.ts';
import {
  type ChosenInput,
  EntityAnswer,
  EventsAnswer,
  type EventsInput,
  FactsAnswer,
  type FactsInput,
  NamesAnswer,
  type PostsAnswer,
  type PostsInput,
  ReportingAnswer,
  ReportingArticlesAnswer,
  type ReportingArticlesInput,
  Tenures,
  UncountedAnswer,
  type UncountedInput,
} from '../../api/entity.ts';
import { call } from '../http.ts';

export const getEntity = (id: string): Promise<EntityAnswer> => call(EntityAnswer, `/api/entity?${query({ id })}`);
export const getEvents = (input: EventsInput): Promise<EventsAnswer> =>
  call(EventsAnswer, `/api/entity/events?${query(input)}`);
export const getUncounted = (input: UncountedInput): Promise<UncountedAnswer> =>
  call(UncountedAnswer, `/api/entity/uncounted?${query(input)}`);
export const getPosts = (input: PostsInput): Promise<PostsAnswer> => call(Tenures, `/api/entity/posts?${query(input)}`);
export const getFacts = (input: FactsInput): Promise<FactsAnswer> =>
  call(FactsAnswer, `/api/entity/facts?${query(input)}`);
export const getReporting = (id: string): Promise<ReportingAnswer> =>
  call(ReportingAnswer, `/api/entity/reporting?${query({ id })}`);
export const getReportingArticles = (input: ReportingArticlesInput): Promise<ReportingArticlesAnswer> =>
  call(ReportingArticlesAnswer, `/api/entity/reporting/articles?${query(input)}`);

export const getNames = (id: string): Promise<NamesAnswer> => call(NamesAnswer, `/api/entity/names?${query({ id })}`);
export const getConflicts = (input: ConflictsInput): Promise<ConflictsAnswer> =>
  call(ConflictsAnswer, `/api/conflicts?${query(input)}`);
/** The address of all events that fit, as a table for a spreadsheet. */
export const csvAddress = (input: ChosenInput): string => `/api/entity/events.csv?${query(input)}`;

/** Values as an address has them; those that are not given are left out. */
function query(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return new URLSearchParams(given).toString();
}
