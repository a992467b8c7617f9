/** What the pages about one entity ask the server. */
import {
  EntityAnswer,
  EventsAnswer,
  type EventsInput,
  FactsAnswer,
  type FactsInput,
  ReportingAnswer,
} from '../../api/entity.ts';
import { call, fields } from '../http.ts';

export const getEntity = (id: string): Promise<EntityAnswer> => call(EntityAnswer, `/api/entity?${fields({ id })}`);
export const getEvents = (input: EventsInput): Promise<EventsAnswer> =>
  call(EventsAnswer, `/api/entity/events?${fields(texts(input))}`);
export const getFacts = (input: FactsInput): Promise<FactsAnswer> =>
  call(FactsAnswer, `/api/entity/facts?${fields(texts(input))}`);
export const getReporting = (id: string): Promise<ReportingAnswer> =>
  call(ReportingAnswer, `/api/entity/reporting?${fields({ id })}`);

/** Values as an address has them; those that are not given are left out. */
function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
