/** The filters over a list of events; each choice says how many events it leaves. */
import type { JSX } from 'preact';
import type { ChoiceList, EventsAnswer } from '../../api/entity.ts';
import { relationWord } from '../terms.ts';
import { entityWords } from '../words/entity.ts';
import { type Filters, isFiltered, PAGE_OF_EVENTS } from './filters.ts';

interface FiltersProps {
  readonly events: EventsAnswer;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

export function EventFilters({ events, filters, onChange }: FiltersProps): JSX.Element {
  const words = entityWords();
  const change = (changed: Partial<{ [F in keyof Filters]: Filters[F] | undefined }>): void => {
    const next = { ...filters, shown: PAGE_OF_EVENTS, ...changed };
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as unknown as Filters);
  };
  const allRoles = events.roles.length > 1;
  return (
    <div class="event-filters">
      {allRoles && (
        <fieldset class="segments" aria-label={words.role}>
          <button type="button" aria-pressed={filters.role === undefined} onClick={() => change({ role: undefined })}>
            {words.allRoles} <span class="count">{events.total}</span>
          </button>
          {events.roles.map(({ role, events: count }) => (
            <button
              type="button"
              key={role}
              aria-pressed={filters.role === role}
              onClick={() => change({ role: filters.role === role ? undefined : role })}
            >
              {relationWord(role, 'edge')} <span class="count">{count}</span>
            </button>
          ))}
        </fieldset>
      )}
      <Years events={events} filters={filters} change={change} />
      <Choose label={words.anyPlace} list={events.where} chosen={filters.where} choose={(where) => change({ where })} />
      <Choose
        label={words.anyProgram}
        list={events.about}
        chosen={filters.about}
        choose={(about) => change({ about })}
      />
      <Choose
        label={words.anyCompany}
        list={events.with}
        chosen={filters.with}
        choose={(companion) => change({ with: companion })}
      />
      {isFiltered(filters) && (
        <button type="button" class="button quiet" onClick={() => onChange({ shown: PAGE_OF_EVENTS })}>
          {words.clearFilters}
        </button>
      )}
    </div>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly list: ChoiceList;
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

/** A native list: it works by keyboard, by touch and for screen readers without more. */
function Choose({ label, list: { listed, total }, chosen, choose }: ChooseProps): JSX.Element {
  const isUnlisted = chosen !== undefined && listed.every(({ node }) => node.id !== chosen);
  return (
    <select
      class={chosen === undefined ? 'choose' : 'choose chosen'}
      aria-label={label}
      value={chosen ?? ''}
      disabled={listed.length === 0 && chosen === undefined}
      onChange={({ currentTarget: { value } }) => choose(value === '' ? undefined : value)}
    >
      <option value="">{label}</option>
      {isUnlisted && <option value={chosen}>{chosen.split('/').at(-1)}</option>}
      {listed.map(({ node, events }) => (
        <option key={node.id} value={node.id}>
          {`${node.name} ${events}`}
        </option>
      ))}
      {total > listed.length && <option disabled>{entityWords().moreChoices(total - listed.length)}</option>}
    </select>
  );
}

interface YearsProps extends Omit<FiltersProps, 'onChange'> {
  readonly change: (changed: { readonly from: number | undefined; readonly to: number | undefined }) => void;
}

/** One year; once it is chosen, also a later one up to which. */
function Years({ events: { years }, filters: { from, to }, change }: YearsProps): JSX.Element {
  const dated = years.flatMap(({ year, events }) => (year === null ? [] : [{ year, events }])).reverse();
  const optionsFrom = (first: number): readonly JSX.Element[] =>
    dated
      .filter(({ year }) => year >= first)
      .map(({ year, events }) => (
        <option key={year} value={year}>
          {`${entityWords().onlyYear(year)} ${events}`}
        </option>
      ));
  return (
    <>
      <select
        class={from === undefined ? 'choose' : 'choose chosen'}
        aria-label={entityWords().anyYear}
        value={String(from ?? '')}
        disabled={dated.length === 0}
        onChange={({ currentTarget: { value } }) => {
          const year = value === '' ? undefined : Number(value);
          change({ from: year, to: year });
        }}
      >
        <option value="">{entityWords().anyYear}</option>
        {optionsFrom(0)}
      </select>
      {from !== undefined && (
        <select
          class="choose chosen"
          aria-label={entityWords().toYear}
          value={String(to ?? '')}
          onChange={({ currentTarget: { value } }) => change({ from, to: value === '' ? undefined : Number(value) })}
        >
          <option value="">{entityWords().toYear}</option>
          {optionsFrom(from)}
        </select>
      )}
    </>
  );
}
