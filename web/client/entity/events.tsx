/** The list of an entity's events with its filters; what is chosen stands in the address. */
import type { JSX } from 'preact';
import { kindOfId } from '../../../graph/model.ts';
import type { EventsAnswer } from '../../api/entity.ts';
import { useFolded } from '../decide/folded.tsx';
import type { Loaded } from '../load.ts';
import { Icon } from '../parts/icon.tsx';
import { Await } from '../parts/states.tsx';
import { navigate } from '../state.ts';
import { entityWords } from '../words/entity.ts';
import { csvAddress } from './calls.ts';
import { EventFilters } from './event-filters.tsx';
import { EventItem } from './event-row.tsx';
import { canShowMore, chosenInput, type Filters, isFiltered, PAGE_OF_EVENTS, writeFilters } from './filters.ts';
import { EVENTS_PART } from './parts.ts';
import { Uncounted } from './uncounted.tsx';

/** Events that a printed sheet has room for; `entity/sheet.css` hides the others. */
const PRINTED = 5;

interface EventsProps {
  readonly id: string;
  readonly filters: Filters;
  readonly of: Loaded<EventsAnswer>;
  /** Whether another answer is on its way. */
  readonly isBusy: boolean;
  /** Whether the entity has a part in any event. */
  readonly isAny: boolean;
}

export function Events({ id, filters, of, isBusy, isAny }: EventsProps): JSX.Element {
  const change = (next: Filters): void => navigate({ page: 'entity', id, fields: writeFilters(next) });
  return (
    <section
      class="card events"
      id={EVENTS_PART}
      tabIndex={-1}
      aria-label={entityWords().eventsHead}
      aria-busy={isBusy}
    >
      <div class="card-head">
        <h2>{entityWords().eventsHead}</h2>
        <span class="grow" />
        {isAny && (
          <>
            <span class="hint nowrap">{entityWords().newestFirst}</span>
            <a class="button" href={csvAddress(chosenInput(id, filters))} download title={entityWords().csvHelp}>
              <Icon name="table" small />
              {entityWords().csv}
            </a>
          </>
        )}
      </div>
      <Await of={of}>
        {(events) =>
          events.total === 0 ? (
            <p class="state">{entityWords().noEvents}</p>
          ) : (
            <>
              <EventFilters events={events} filters={filters} onChange={change} />
              <p class="visually-hidden" role="status">
                {entityWords().shownOf(events.events.length, events.fitting)}
              </p>
              <List id={id} events={events} filters={filters} change={change} />
            </>
          )
        }
      </Await>
      {kindOfId(id) === 'Person' && <Uncounted id={id} />}
    </section>
  );
}

interface ListProps {
  readonly id: string;
  readonly events: EventsAnswer;
  readonly filters: Filters;
  readonly change: (filters: Filters) => void;
}

function List({ id, events: { events, fitting, looked, years }, filters, change }: ListProps): JSX.Element {
  const words = entityWords();
  const { listed, foot } = useFolded(events, ({ parts }) => parts.map(({ key }) => key));
  const undated = years.find(({ year }) => year === null)?.events ?? 0;
  const hasYears = filters.from !== undefined || filters.to !== undefined;
  return (
    <>
      {fitting === 0 && isFiltered(filters) && <p class="state">{words.noneFit}</p>}
      <ol class="event-list">
        {listed.map((row) => (
          <EventItem key={row.node.id} row={row} self={id} />
        ))}
      </ol>
      {foot}
      <div class="list-foot">
        <span>{words.shownOf(events.length, fitting)}</span>
        <span class="print-only">{words.shownOf(Math.min(PRINTED, events.length), fitting)}</span>
        {canShowMore(filters, fitting) && (
          <button
            type="button"
            class="button"
            onClick={() => change({ ...filters, shown: filters.shown + PAGE_OF_EVENTS })}
          >
            {words.showMore(Math.min(PAGE_OF_EVENTS, fitting - events.length))}
          </button>
        )}
        {events.length < fitting && !canShowMore(filters, fitting) && <span>{words.narrow}</span>}
        {looked !== null && <span>{words.looked(looked)}</span>}
        {hasYears && undated > 0 && <span>{words.undatedLeft(undated)}</span>}
      </div>
    </>
  );
}
