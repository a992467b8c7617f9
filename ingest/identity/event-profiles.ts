/** Extraction → profiles of events: what an article says of each thing that happened. */
import type { Entity, ExtractedArticle, ExtractedPage, Fact } from '../contract.ts';
import { nameKey } from './block.ts';
import type { EventProfile, EventRole } from './types.ts';

const ROLES: Readonly<Record<string, EventRole['role']>> = {
  CHAIRED: 'chaired',
  SPOKE_AT: 'spoke',
  ATTENDED: 'attended',
};

/** The profiles of the events of a page, in the order of its articles. */
export function eventProfiles(page: ExtractedPage): readonly EventProfile[] {
  return page.articles.flatMap((article) => {
    const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
    return article.entities.flatMap((entity) =>
      entity.kind === 'Event' ? [profileOf(article, entity, entities)] : [],
    );
  });
}

function profileOf(article: ExtractedArticle, event: Entity, entities: ReadonlyMap<string, Entity>): EventProfile {
  const into = article.facts.filter(({ to }) => to === event.id);
  const from = article.facts.filter((fact) => fact.from === event.id);
  const targets = (type: Fact['type']): string[] =>
    sortedSet(from.flatMap((fact) => (fact.type === type ? [fact.to] : [])));
  return {
    kind: 'Event',
    ref: `${article.id}!${event.id}`,
    article: article.id,
    local: event.id,
    name: event.name,
    aliases: sortedSet(event.aliases),
    type: event.type ?? 'other',
    day: event.date?.value ?? null,
    places: sortedSet(targets('HELD_IN').flatMap((id) => entities.get(id)?.path ?? [])),
    roles: rolesOf(into, entities),
    programs: targets('ABOUT'),
    organizers: sortedSet(into.flatMap(({ type, from: id }) => (type === 'ORGANIZED' ? [id] : []))),
  };
}

function rolesOf(into: readonly Fact[], entities: ReadonlyMap<string, Entity>): readonly EventRole[] {
  const roles = into.flatMap(({ type, from }) => {
    const role = ROLES[type];
    const person = entities.get(from);
    return role && person ? [`${nameKey(person.name)}\n${role}`] : [];
  });
  return sortedSet(roles).map((text) => {
    const [person, role] = text.split('\n') as [string, EventRole['role']];
    return { person, role };
  });
}

function sortedSet(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}
