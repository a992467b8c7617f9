/** Beside the list: whom, where, about what. Each line narrows the list or opens a page. */
import type { JSX } from 'preact';
import { kindOfId } from '../../../graph/model.ts';
import type { ChoiceList, EventsAnswer } from '../../api/entity.ts';
import { glyphOf } from '../kinds.ts';
import { pageOf } from '../page-of.ts';
import { Glyph } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import { entityWords } from '../words/entity.ts';
import { type Filters, PAGE_OF_EVENTS, writeFilters } from './filters.ts';

/** Lines of one list: the filters over the events have the others. */
const LINES = 8;

interface ChoicesProps {
  readonly id: string;
  readonly events: EventsAnswer;
  readonly filters: Filters;
}

/** Whom they met, where they went and about what, under the filters that are set. */
export function ChoiceLists({ id, events, filters }: ChoicesProps): JSX.Element {
  const words = entityWords();
  const isPerson = kindOfId(id) === 'Person';
  const lists = [
    { title: isPerson ? words.met : words.visitors, unit: words.metCount, list: events.with, field: 'with' },
    { title: isPerson ? words.went : words.alsoPlaces, unit: words.wentCount, list: events.where, field: 'where' },
    { title: words.concerned, unit: words.wentCount, list: events.about, field: 'about' },
  ] as const;
  return (
    <>
      {lists.map(({ title, unit, list, field }) => (
        <Choices
          key={field}
          title={title}
          unit={unit}
          list={list}
          self={id}
          to={(chosen) => filteredBy(id, filters, field, chosen)}
        />
      ))}
    </>
  );
}

function filteredBy(id: string, filters: Filters, field: 'with' | 'where' | 'about', chosen: string) {
  const fields = writeFilters({ ...filters, shown: PAGE_OF_EVENTS, [field]: chosen });
  return { page: 'entity', id, fields } as const;
}

interface ListProps {
  readonly title: string;
  readonly unit: string;
  readonly list: ChoiceList;
  /** Not named on its own page. */
  readonly self: string;
  readonly to: (id: string) => ReturnType<typeof filteredBy>;
}

function Choices({ title, unit, list: { listed }, self, to }: ListProps): JSX.Element | null {
  const shown = listed.filter(({ node }) => node.id !== self).slice(0, LINES);
  if (shown.length === 0) return null;
  return (
    <section>
      <div class="head">
        <h2>{title}</h2>
        <span class="grow" />
        <span>{unit}</span>
      </div>
      <ul class="rows">
        {shown.map(({ node, events, latest }) => (
          <li key={node.id}>
            <Glyph name={glyphOf(node)} />
            <RouteLink to={pageOf(node.id)} class="row-button nowrap" title={node.name}>
              <bdi lang="zh-CN">{node.name}</bdi>
            </RouteLink>
            <span class="hint clip grow" lang="zh-CN">
              {node.kind === 'Person' ? latest?.name : ''}
            </span>
            <RouteLink to={to(node.id)} class="count link" label={`${node.name} ${unit} ${events}`}>
              {events}
            </RouteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
