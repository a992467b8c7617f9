/** Addresses of the page: what is in the address bar is all that is needed to see the same thing again. */
import { ID_PREFIX } from '../../graph/model.ts';
import { decodeField, fieldItems, readFields, readNodes } from '../api/address.ts';
import {
  EMPTY_VIEW,
  type Focus,
  HIDDEN_AT_FIRST,
  type Placed,
  selectionOf,
  type TimeWindow,
  type View,
} from './view.ts';

export type Route =
  | { readonly page: 'explore'; readonly view: View }
  /** A page about one person, place, organization or event; `fields` are its filters. */
  | { readonly page: 'entity'; readonly id: string; readonly fields: Fields }
  /** How programs spread; `id` is null where none is chosen. */
  | { readonly page: 'program'; readonly id: string | null; readonly fields: Fields }
  | { readonly page: 'console'; readonly fields: Fields }
  | { readonly page: 'ingest' }
  | { readonly page: 'board'; readonly fields: Fields }
  /** A saved view or a shortened address. */
  | { readonly page: 'saved'; readonly id: string }
  | { readonly page: 'query'; readonly id: string | null; readonly params: Readonly<Record<string, string>> }
  | {
      readonly page: 'article';
      readonly id: string | null;
      readonly passage: Passage | null;
      /** Key of the relation that the passage is read for; one passage may state several. */
      readonly fact: string | null;
    };

/** What stands behind the question mark, decoded. */
export type Fields = Readonly<Record<string, string>>;

const ENTITY_PAGES = ['Person', 'Place', 'Organization', 'Event'] as const;

/** Half-open UTF-16 offsets into an article's text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** What an address shows. An address of nobody's making shows the start page. */
export function readAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): Route {
  const [, page, ...rest] = pathname.split('/');
  const name = decodeField(rest.join('/'));
  const fields = readFields(search);
  if (page === 'query') {
    const params = [...fields]
      .filter(([key]) => key.startsWith('p.'))
      .map(([key, value]) => [decodeField(key.slice(2)), decodeField(value)]);
    return { page, id: name === '' ? null : name, params: Object.fromEntries(params) };
  }
  if (ENTITY_PAGES.some((kind) => ID_PREFIX[kind] === `${page}/`) && name !== '')
    return { page: 'entity', id: `${page}/${name}`, fields: decoded(fields) };
  if (page === 'program') return { page, id: name === '' ? null : ID_PREFIX.Program + name, fields: decoded(fields) };
  if (page === 'console' || page === 'board') return { page, fields: decoded(fields) };
  if (page === 'ingest') return { page };
  if (page === 'v' && name !== '') return { page: 'saved', id: name };
  if (page === 'article') {
    const fact = fields.has('f') ? decodeField(fields.get('f') ?? '') : null;
    return { page, id: name === '' ? null : ID_PREFIX.Article + name, passage: readPassage(hash), fact };
  }
  const hidden = fields.get('hide');
  const [selected = null, ...also] = fieldItems(fields.get('sel')).map(decodeField);
  return {
    page: 'explore',
    view: {
      nodes: readNodes(fields.get('n')),
      hidden: hidden === undefined ? HIDDEN_AT_FIRST : fieldItems(hidden).map(decodeField),
      selected,
      also,
      window: readWindow(fields),
      focus: readFocus(fields.get('focus')),
      opened: fields.has('open') ? fieldItems(fields.get('open')).map(decodeField) : EMPTY_VIEW.opened,
      tinted: fields.get('tint') === 'date',
    },
  };
}

/** The address of a route; `readAddress` reads it back. */
export function writeAddress(route: Route): string {
  if (route.page === 'query') {
    const params = Object.entries(route.params).map(([key, value]) => `p.${encode(key)}=${encode(value)}`);
    return `/query${route.id === null ? '' : `/${encode(route.id)}`}${question(params)}`;
  }
  if (route.page === 'entity') return `/${encode(route.id)}${fieldsOf(route.fields)}`;
  if (route.page === 'program') return `/${route.id === null ? 'program' : encode(route.id)}${fieldsOf(route.fields)}`;
  if (route.page === 'console' || route.page === 'board') return `/${route.page}${fieldsOf(route.fields)}`;
  if (route.page === 'ingest') return '/ingest';
  if (route.page === 'saved') return `/v/${encode(route.id)}`;
  if (route.page === 'article') {
    const { id, passage, fact } = route;
    const fields = question(fact === null ? [] : [`f=${encode(fact)}`]);
    return `${id === null ? '/article' : `/${id}`}${fields}${passage ? `#${passage.start}-${passage.end}` : ''}`;
  }
  const { nodes, hidden, window, focus, opened, tinted } = route.view;
  const selection = selectionOf(route.view);
  const usual = hidden.join() === HIDDEN_AT_FIRST.join();
  return `/explore${question([
    ...(nodes.length > 0 ? [`n=${writeNodes(nodes).join(',')}`] : []),
    ...(selection.length > 0 ? [`sel=${selection.map(encode).join(',')}`] : []),
    ...(usual ? [] : [`hide=${hidden.map(encode).join(',')}`]),
    ...(window ? [`t=${window.from}..${window.to}`] : []),
    ...(window?.clock === 'printed' ? ['clock=printed'] : []),
    ...(window?.outside === 'hide' ? ['outside=hide'] : []),
    ...(focus ? [`focus=${encode(focus.id)}@${focus.depth}`] : []),
    ...(opened.length > 0 ? [`open=${opened.map(encode).join(',')}`] : []),
    ...(tinted ? ['tint=date'] : []),
  ])}`;
}

/** What `readNodes` reads back. Whole pixels are exact enough. */
function writeNodes(nodes: readonly Placed[]): readonly string[] {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  return nodes.map(({ id, x, y, pinned, from }) => {
    const brought = from === undefined ? undefined : indexOf.get(from);
    return `${encode(id)}@${Math.round(x)}.${Math.round(y)}${pinned ? '!' : ''}${brought === undefined ? '' : `~${brought}`}`;
  });
}

function readWindow(fields: ReadonlyMap<string, string>): TimeWindow | null {
  const match = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/u.exec(fields.get('t') ?? '');
  if (!match) return null;
  return {
    from: match[1] as string,
    to: match[2] as string,
    clock: fields.get('clock') === 'printed' ? 'printed' : 'happened',
    outside: fields.get('outside') === 'hide' ? 'hide' : 'fade',
  };
}

function readFocus(value: string | undefined): Focus | null {
  const match = /^(.+)@([123])$/u.exec(value ?? '');
  return match ? { id: decodeField(match[1] as string), depth: Number(match[2]) as Focus['depth'] } : null;
}

function fieldsOf(fields: Fields): string {
  return question(Object.entries(fields).map(([key, value]) => `${encode(key)}=${encode(value)}`));
}

function decoded(fields: ReadonlyMap<string, string>): Fields {
  return Object.fromEntries([...fields].map(([key, value]) => [decodeField(key), decodeField(value)]));
}

function readPassage(hash: string): Passage | null {
  const match = /^#(\d+)-(\d+)$/u.exec(hash);
  return match ? { start: Number(match[1]), end: Number(match[2]) } : null;
}

function question(fields: readonly string[]): string {
  return fields.length > 0 ? `?${fields.join('&')}` : '';
}

/** Slashes stay readable; everything that separates is encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/');
}
