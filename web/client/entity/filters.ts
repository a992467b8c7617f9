/** The filters of a list of events, as the address has them. */
import type { RelationType } from '../../../graph/model.ts';
import type { ChosenInput, EventsInput } from '../../api/entity.ts';
import type { Fields } from '../route.ts';

/** A role's short name in the address. */
const ROLE_NAMES: Readonly<Partial<Record<RelationType, string>>> = {
  CHAIRED: 'chaired',
  SPOKE_AT: 'spoke',
  ATTENDED: 'attended',
  HELD_IN: 'held',
  PRESENTED_AT: 'presented',
  ORGANIZED: 'organized',
};

/** Whether a list of events can be narrowed to those with this relation. */
export function isRole(relation: RelationType): boolean {
  return relation in ROLE_NAMES;
}

/** Events shown at first, and added by each "more". */
export const PAGE_OF_EVENTS = 20;
/** As many as the server gives at once. */
const MOST_SHOWN = 200;

export interface Filters {
  readonly role?: RelationType;
  readonly with?: string;
  readonly where?: string;
  readonly about?: string;
  readonly from?: number;
  readonly to?: number;
  /** How many events are shown. */
  readonly shown: number;
}

/** What an address asks for; fields that mean nothing are passed over. */
export function readFilters(fields: Fields): Filters {
  const role = (Object.keys(ROLE_NAMES) as RelationType[]).find((type) => ROLE_NAMES[type] === fields.role);
  const [from, to, shown] = [yearOf(fields.from), yearOf(fields.to), Number(fields.n)];
  return {
    ...(role && { role }),
    ...(fields.with && { with: fields.with }),
    ...(fields.where && { where: fields.where }),
    ...(fields.about && { about: fields.about }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    shown: Number.isInteger(shown) && shown > PAGE_OF_EVENTS ? Math.min(shown, MOST_SHOWN) : PAGE_OF_EVENTS,
  };
}

/** The fields that say so; `readFilters` reads them back. */
export function writeFilters({ role, with: companion, where, about, from, to, shown }: Filters): Fields {
  return {
    ...(role && { role: ROLE_NAMES[role] ?? '' }),
    ...(companion && { with: companion }),
    ...(where && { where }),
    ...(about && { about }),
    ...(from !== undefined && { from: String(from) }),
    ...(to !== undefined && { to: String(to) }),
    ...(shown > PAGE_OF_EVENTS && { n: String(shown) }),
  };
}

/** What the server is asked for: the events that are shown. */
export function eventsInput(id: string, filters: Filters): EventsInput {
  return { ...chosenInput(id, filters), take: filters.shown };
}

/** All events that fit. */
export function chosenInput(id: string, { shown: _shown, ...filter }: Filters): ChosenInput {
  return { id, ...filter };
}

/** Whether there is more to show than an address may ask for. */
export function canShowMore({ shown }: Filters, fitting: number): boolean {
  return shown < fitting && shown < MOST_SHOWN;
}

export function isFiltered({ shown: _shown, ...filter }: Filters): boolean {
  return Object.keys(filter).length > 0;
}

function yearOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{4}$/u.test(text) ? Number(text) : undefined;
}
