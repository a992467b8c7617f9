/** The events that the pipeline reads from a short text, in a form that tests can compare. */
import type { ArticleKind } from '../../graph/model.ts';
import { openPipeline } from '../../ingest/pipeline.ts';

export interface ToldEvent {
  readonly type: string | undefined;
  readonly date: string | null;
  readonly places: readonly string[];
  readonly organizers: readonly string[];
  readonly presenters: readonly string[];
  /** `name role`, in the order of the text. */
  readonly people: readonly string[];
}

export interface Telling {
  readonly title?: string;
  readonly kind?: ArticleKind;
  readonly home?: string;
}

const ROLES = { CHAIRED: 'chaired', SPOKE_AT: 'spoke', ATTENDED: 'attended' } as const;

const pipeline = openPipeline();

/** Reads a text as an article of a page of Friday 2021-06-18; places are the last names of their paths. */
export function eventsOf(text: string, { title, kind = 'news', home = '浙江省' }: Telling = {}): readonly ToldEvent[] {
  const article = {
    id: 'article/0123456789abcdef',
    title: title ?? null,
    subtitle: null,
    kind,
    jump: null,
    byline: [],
    dateline: null,
    text,
  };
  const page = { date: { value: '2021-06-18', precision: 'day', basis: 'masthead' } as const, home };
  const [found] = pipeline.extract(article, page).items;
  const { entities = [], facts = [] } = found ?? {};
  const named = new Map(
    entities.map(({ id, kind: sort, name, path }) => [id, sort === 'Place' ? (path?.split('/').at(-1) ?? name) : name]),
  );
  return entities
    .filter(({ kind: sort }) => sort === 'Event')
    .map((event) => ({
      type: event.type,
      date: event.date?.value ?? null,
      places: facts.flatMap(({ type, from, to }) =>
        type === 'HELD_IN' && from === event.id ? (named.get(to) ?? to) : [],
      ),
      organizers: facts.flatMap(({ type, from, to }) =>
        type === 'ORGANIZED' && to === event.id ? (named.get(from) ?? from) : [],
      ),
      presenters: facts.flatMap(({ type, from, to }) =>
        type === 'PRESENTED_AT' && to === event.id ? (named.get(from) ?? from) : [],
      ),
      people: (['CHAIRED', 'SPOKE_AT', 'ATTENDED'] as const)
        .flatMap((role) =>
          facts.flatMap(({ type, from, to }) =>
            type === role && to === event.id ? { role, name: named.get(from) ?? '' } : [],
          ),
        )
        .sort((a, b) => text.indexOf(a.name) - text.indexOf(b.name))
        .map(({ role, name }) => `${name} ${ROLES[role]}`),
    }));
}
