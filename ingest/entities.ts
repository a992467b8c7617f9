/** Mentions of one article → its entities: one entity an id, with every form that the text gives it. */
import type { Entity, EntityKind, Offsets } from './contract.ts';
import { eventId, organizationId, personId, placeId, programId } from './ids.ts';
import type {
  Document,
  EventFrame,
  OrganizationMention,
  PersonMention,
  PlaceMention,
  PostMention,
  ProgramMention,
  Span,
} from './types.ts';

export interface ArticleMentions {
  readonly persons: readonly PersonMention[];
  readonly posts: readonly PostMention[];
  readonly places: readonly PlaceMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly programs: readonly ProgramMention[];
  readonly events: readonly EventFrame[];
}

/** Offsets of a document's span into the article's body; null for a span of the headline. */
export function bodyOffsets(doc: Document, { start, end }: Span): Offsets | null {
  return start >= doc.bodyStart ? [start - doc.bodyStart, end - doc.bodyStart] : null;
}

export type EntityIndex = ReadonlyMap<string, Entity>;

/** The entities of an article by id, in the order in which the text first names them. */
export function entitiesOf(doc: Document, mentions: ArticleMentions): EntityIndex {
  const entities = new Map<string, Entity>();
  const seen = new Set<string>();
  const add = (
    id: string,
    kind: EntityKind,
    name: string,
    aliases: readonly string[],
    span: Span | null,
    extra: Partial<Entity>,
  ) => {
    const known = entities.get(id);
    const entity: Entity = known ?? { id, kind, name, aliases: [], mentions: [], ...extra };
    if (!known) entities.set(id, entity);
    for (const alias of aliases) {
      if (alias !== '' && alias !== name && !entity.aliases.includes(alias)) entity.aliases.push(alias);
    }
    const offsets = span ? bodyOffsets(doc, span) : null;
    const key = `${id} ${offsets?.join('-')}`;
    if (!offsets || seen.has(key)) return;
    seen.add(key);
    entity.mentions.push(offsets);
  };
  const printed = ({ start, end }: Span) => doc.text.slice(start, end).replace(/[“”‘’\s]/gu, '');

  for (const mention of mentions.places) {
    const { path, level, code } = mention.place;
    const name = path.split('/').at(-1) as string;
    // 全市, 该县 and 湖 mean the place only here: they are no names of it.
    const form = printed(mention);
    const isName = form.length > 1 && mention.rule !== 'places.self';
    add(placeId(path), 'Place', name, isName ? [form] : [], mention, {
      path,
      level,
      ...(code === null ? {} : { code }),
    });
  }
  for (const mention of mentions.organizations) {
    const seat = mention.seat === null ? {} : { path: mention.seat };
    add(
      organizationId(mention.name),
      'Organization',
      mention.name,
      [printed(mention), ...mention.aliases],
      mention,
      seat,
    );
  }
  for (const { organization } of mentions.posts) {
    const name = bodyName(organization, entities);
    if (name === '') continue;
    const seat = organization.seat === null ? {} : { path: organization.seat };
    add(organizationId(name), 'Organization', name, organization.aliases, null, seat);
  }
  for (const mention of mentions.programs) {
    add(programId(mention.name), 'Program', mention.name, [printed(mention), ...mention.aliases], mention, {});
  }
  for (const mention of mentions.persons) add(personId(mention.name), 'Person', mention.name, [], mention, {});
  for (const event of mentions.events) {
    add(frameId(doc, event), 'Event', event.name, event.aliases, event, {
      type: event.type,
      date: event.date,
      ...(event.dateTo === null ? {} : { dateTo: event.dateTo }),
      ...(event.dateText === null ? {} : { dateText: event.dateText }),
    });
  }
  for (const entity of entities.values()) entity.mentions.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return entities;
}

/**
 * The name of the body that a post belongs to; empty where it belongs to its place and the article names that place. Where it
 * does not, the place's government stands for it, because a post needs something that holds it.
 */
export function bodyName({ name, aliases, seat }: PostMention['organization'], entities: EntityIndex): string {
  if (name !== '') return name;
  return seat !== null && entities.has(placeId(seat)) ? '' : (aliases[0] ?? '');
}

/** The id of an event of this article. */
export function frameId(doc: Document, event: EventFrame): string {
  return eventId(event.name, event.date?.value ?? null, doc.article.id);
}
