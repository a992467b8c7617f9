/** Extraction → profiles of people: what each article says of each name, which is all that resolution looks at. */

import { groupBy } from '../../graph/group-by.ts';
import type { BylineRole, PlaceLevel } from '../../graph/model.ts';
import type { Entity, ExtractedArticle, ExtractedPage, Fact, Offsets } from '../contract.ts';
import { nameKey } from './block.ts';
import { countyOf, levelOf, narrowest } from './places.ts';
import { standingOf } from './standing.ts';
import type { Companion, PersonProfile, PostClaim } from './types.ts';

/** Places of one person in one article: a tour has many stops, and they say no more about the person. */
const MOST_PLACES = 8;
/** Companions kept of one article, those known least far first: long lists of names say no more. */
const MOST_COMPANIONS = 40;
/** How far before a name a place may stand that is his (岱山县村民王伟), in UTF-16 units. */
const PLACE_BEFORE = 60;
/** What the text calls its own people before their names: 记者王伟, 本报通讯员 王伟. */
const CALLED: readonly (readonly [RegExp, BylineRole])[] = [
  [/记者[\s:：]*$/u, 'reporter'],
  [/通讯员[\s:：]*$/u, 'correspondent'],
  [/摄影[\s:：]*$/u, 'photographer'],
];
const CALLED_REACH = 5;
/** Facts that put a person into an event. */
const JOINT = ['CHAIRED', 'SPOKE_AT', 'ATTENDED'];

/**
 * The profiles of the people of a page, one for each name in an article's text and one for each in its byline, in the order of the articles.
 * Names that are only a form of address (老王, 王某) are no names; extraction does not give them.
 */
export function personProfiles(page: ExtractedPage): readonly PersonProfile[] {
  return page.articles.flatMap((article) => [...textProfiles(page, article), ...bylineProfiles(page, article)]);
}

/** Local id of a name in the byline. */
export function bylineLocalId(name: string): string {
  return `byline/${name}`;
}

function textProfiles(page: ExtractedPage, article: ExtractedArticle): PersonProfile[] {
  const persons = article.entities.filter(({ kind }) => kind === 'Person');
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  const facts = groupBy(article.facts, ({ from }) => from);
  const eventPlaces = placesOfEvents(article.facts, entities);
  const placed = placeMentions(article.entities);
  const posts = new Map(persons.map(({ id }) => [id, postsOf(facts.get(id) ?? [], entities)]));
  const company = persons.map(({ id, name }) => ({ name: nameKey(name), reach: reachOf(posts.get(id) ?? []) }));
  return persons.map((person) => {
    const own = facts.get(person.id) ?? [];
    const attended = own.filter(({ type }) => JOINT.includes(type)).flatMap(({ to }) => eventPlaces.get(to) ?? []);
    const beside = person.mentions.flatMap((mention) => placeBeside(mention, placed));
    return {
      kind: 'Person',
      ref: `${article.id}!${person.id}`,
      article: article.id,
      local: person.id,
      name: person.name,
      from: 'text',
      published: page.source.date?.value ?? null,
      publication: page.source.publication,
      posts: posts.get(person.id) ?? [],
      press: rolesInText(article.text, person),
      places: narrowest([...attended, ...beside]).slice(0, MOST_PLACES),
      companions: companionsOf(nameKey(person.name), company),
    };
  });
}

function bylineProfiles(page: ExtractedPage, article: ExtractedArticle): PersonProfile[] {
  const roles = groupBy(article.byline, ({ name }) => name);
  const company = [...roles.keys()].map((name) => ({ name: nameKey(name), reach: 'local' as const }));
  const county = countyMostNamed(article.entities);
  return [...roles].map(([name, lines]) => ({
    kind: 'Person',
    ref: `${article.id}!${bylineLocalId(name)}`,
    article: article.id,
    local: bylineLocalId(name),
    name,
    from: 'byline',
    published: page.source.date?.value ?? null,
    publication: page.source.publication,
    posts: [],
    press: [...new Set(lines.map(({ role }) => role))].sort(),
    places: lines.every(({ role }) => role === 'correspondent') ? county : [],
    companions: companionsOf(nameKey(name), company),
  }));
}

function postsOf(facts: readonly Fact[], entities: ReadonlyMap<string, Entity>): readonly PostClaim[] {
  const posts = new Map<string, PostClaim>();
  for (const { type, to, title = '', acting = false, former = false } of facts) {
    if (type !== 'HOLDS') continue;
    const place = entities.get(to)?.path ?? null;
    posts.set(JSON.stringify([to, title, former]), { title, body: to, place, acting, former });
  }
  return [...posts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, post]) => post);
}

function placesOfEvents(
  facts: readonly Fact[],
  entities: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, readonly string[]> {
  const held = groupBy(
    facts.filter(({ type }) => type === 'HELD_IN'),
    ({ from }) => from,
  );
  return new Map(
    [...held].map(([event, links]) => [event, narrowest(links.flatMap(({ to }) => entities.get(to)?.path ?? []))]),
  );
}

/** The county whose places are mentioned most, the smaller path of two; none of none. */
function countyMostNamed(entities: readonly Entity[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind, path, mentions } of entities)
    if (kind === 'Place' && path !== undefined && levelOf(path) >= COUNTY)
      counts.set(countyOf(path), (counts.get(countyOf(path)) ?? 0) + mentions.length);
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ranked.slice(0, 1).map(([path]) => path);
}
const COUNTY = 3;

interface PlaceSpan {
  readonly path: string;
  readonly end: number;
}

const TOO_WIDE: readonly (PlaceLevel | undefined)[] = ['country', 'province'];

/** Mentions of places below the province, by where they end. */
function placeMentions(entities: readonly Entity[]): readonly PlaceSpan[] {
  return entities
    .filter(({ kind, level, path }) => kind === 'Place' && path !== undefined && !TOO_WIDE.includes(level))
    .flatMap(({ path, mentions }) => mentions.map(([, end]) => ({ path: path as string, end })))
    .sort((a, b) => a.end - b.end || (a.path < b.path ? -1 : 1));
}

/** The last place that ends shortly before a mention. */
function placeBeside([start]: Offsets, places: readonly PlaceSpan[]): readonly string[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as PlaceSpan).end <= start) low = middle + 1;
    else high = middle;
  }
  const last = places[low - 1];
  return last !== undefined && start - last.end <= PLACE_BEFORE ? [last.path] : [];
}

function rolesInText(text: string, { mentions }: Entity): readonly BylineRole[] {
  const before = mentions.map(([start]) => text.slice(Math.max(0, start - CALLED_REACH), start));
  return CALLED.flatMap(([pattern, role]) => (before.some((words) => pattern.test(words)) ? [role] : [])).sort();
}

const REACHES = ['local', 'city', 'province', 'nation'] as const;

/** The widest public that a person's posts give; somebody without a post is known locally. */
function reachOf(posts: readonly PostClaim[]): Companion['reach'] {
  const ranks = posts.map((post) => {
    const { place } = standingOf(post);
    return place === null ? 0 : Math.max(0, 3 - levelOf(place));
  });
  return REACHES[Math.max(0, ...ranks)] as Companion['reach'];
}

/** The others of an article. Those whom the whole nation knows stand in every article and tell nothing. */
function companionsOf(own: string, all: readonly Companion[]): readonly Companion[] {
  const others = new Map(
    all.filter(({ name, reach }) => name !== own && reach !== 'nation').map((one) => [one.name, one]),
  );
  return [...others.values()]
    .sort((a, b) => REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_COMPANIONS)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
