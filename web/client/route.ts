/** Addresses of the page: what is in the address bar is all that is needed to see the same thing again. */
import { ID_PREFIX } from '../../graph/model.ts';
import { HIDDEN_AT_FIRST, type Placed, type View } from './view.ts';

export type Route =
  | { readonly page: 'explore'; readonly view: View }
  | { readonly page: 'query'; readonly id: string | null; readonly params: Readonly<Record<string, string>> }
  | {
      readonly page: 'article';
      readonly id: string | null;
      readonly passage: Passage | null;
      /** Key of the relation that the passage is read for; one passage may state several. */
      readonly fact: string | null;
    };

/** Half-open UTF-16 offsets into an article's text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** What an address shows. An address of nobody's making shows the start page. */
export function readAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): Route {
  const [, page, ...rest] = pathname.split('/');
  const name = decode(rest.join('/'));
  const fields = readFields(search);
  if (page === 'query') {
    const params = [...fields]
      .filter(([key]) => key.startsWith('p.'))
      .map(([key, value]) => [decode(key.slice(2)), decode(value)]);
    return { page, id: name === '' ? null : name, params: Object.fromEntries(params) };
  }
  if (page === 'article') {
    const fact = fields.has('f') ? decode(fields.get('f') ?? '') : null;
    return { page, id: name === '' ? null : ID_PREFIX.Article + name, passage: readPassage(hash), fact };
  }
  const hidden = fields.get('hide');
  return {
    page: 'explore',
    view: {
      nodes: list(fields.get('n')).flatMap(readPlaced),
      hidden: hidden === undefined ? HIDDEN_AT_FIRST : list(hidden).map(decode),
      selected: fields.has('sel') ? decode(fields.get('sel') ?? '') : null,
    },
  };
}

/** The address of a route; `readAddress` reads it back. */
export function writeAddress(route: Route): string {
  if (route.page === 'query') {
    const params = Object.entries(route.params).map(([key, value]) => `p.${encode(key)}=${encode(value)}`);
    return `/query${route.id === null ? '' : `/${encode(route.id)}`}${question(params)}`;
  }
  if (route.page === 'article') {
    const { id, passage, fact } = route;
    const fields = question(fact === null ? [] : [`f=${encode(fact)}`]);
    return `${id === null ? '/article' : `/${id}`}${fields}${passage ? `#${passage.start}-${passage.end}` : ''}`;
  }
  const { nodes, hidden, selected } = route.view;
  const usual = hidden.join() === HIDDEN_AT_FIRST.join();
  return `/explore${question([
    ...(nodes.length > 0 ? [`n=${nodes.map(writePlaced).join(',')}`] : []),
    ...(selected === null ? [] : [`sel=${encode(selected)}`]),
    ...(usual ? [] : [`hide=${hidden.map(encode).join(',')}`]),
  ])}`;
}

/** `person/王昌荣@352.-250`: whole pixels are exact enough. */
function writePlaced({ id, x, y }: Placed): string {
  return `${encode(id)}@${Math.round(x)}.${Math.round(y)}`;
}

function readPlaced(item: string): Placed[] {
  const match = /^(.+)@(-?\d+)\.(-?\d+)$/u.exec(item);
  return match ? [{ id: decode(match[1] as string), x: Number(match[2]), y: Number(match[3]) }] : [];
}

function readPassage(hash: string): Passage | null {
  const match = /^#(\d+)-(\d+)$/u.exec(hash);
  return match ? { start: Number(match[1]), end: Number(match[2]) } : null;
}

/** Fields of a query string, not yet decoded: separators inside values are encoded, so they can be told apart. */
function readFields(search: string): ReadonlyMap<string, string> {
  const pairs = search.replace(/^\?/u, '').split('&').filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, value.join('=')];
    }),
  );
}

function list(value: string | undefined): readonly string[] {
  return value ? value.split(',') : [];
}

function question(fields: readonly string[]): string {
  return fields.length > 0 ? `?${fields.join('&')}` : '';
}

/** Slashes stay readable; everything that separates is encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/');
}

/** A malformed escape is kept as it stands rather than losing the page. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
