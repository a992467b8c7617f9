/**
 * FollowTheMoney entities (followthemoney.tech, schemata of version 4), one a line: for Aleph, OpenSanctions tools and nomenklatura. Their ids
 * are of Latin letters, digits, dots and dashes, so ours become hashes and stand in `notes` (of a thing) or `recordId` (of a link).
 * A post becomes a `Position` with an `Occupancy` by the days on which it was observed; what no schema of theirs says becomes an `UnknownLink` with
 * our relation as its role. Sentences are in `summary`, their articles in `proof`.
 */
import { createHash } from 'node:crypto';
import { kindOfId, type NodeRecord } from '../model.ts';
import type { Chunk, CitedRelation, Format, Interval } from './format.ts';

const FILE = 'graph.ftm.jsonl';
const COUNTRY = 'cn';
const LANGUAGE = 'zho';
type Values = Readonly<Record<string, readonly (string | null | undefined)[]>>;

export const ftm: Format = {
  files: [FILE],
  begin: () => [],
  node: (node, time) => [entityOf(node, time)],
  relation: (relation) => linksOf(relation),
  end: () => [],
};

/** Enough of SHA-256 for ids that never collide (160 bits, as their own keys have). */
const HASH_DIGITS = 40;

function ftmId(id: string): string {
  return `zhitu-${createHash('sha256').update(id).digest('hex').slice(0, HASH_DIGITS)}`;
}

function entityOf({ id, kind, properties }: NodeRecord, time: Interval | null): Chunk {
  const text = (key: string): string | null =>
    typeof properties[key] === 'string' ? (properties[key] as string) : null;
  const thing = (schema: string, values: Values): Chunk =>
    entity(id, schema, { name: [text('name')], alias: listOf(properties.aliases), notes: [id], ...values });
  switch (kind) {
    case 'Person':
    case 'Organization':
      return thing(kind, { country: [COUNTRY] });
    case 'Place':
      return thing('Address', { full: [text('path')?.replaceAll('/', '')], country: [COUNTRY] });
    case 'Program':
      return thing('Project', {});
    case 'Event':
      return thing('Event', { ...datesOf(time), keywords: [text('type')], summary: [text('dateText')] });
    case 'Article':
      return thing('Article', {
        title: [text('title')],
        fileName: [text('file')],
        publisher: [text('publication')],
        publishedAt: [text('publishedOn')],
        sourceUrl: [text('url')],
        bodyText: [text('text')],
        language: [LANGUAGE],
      });
  }
}

function linksOf(relation: CitedRelation): readonly Chunk[] {
  const { key, type, from, to, toName, properties, citations, time } = relation;
  const kind = kindOfId(to);
  if (type === 'MENTIONS') {
    // Only people and bodies: a mention of theirs resolves to a legal entity.
    if (kind !== 'Person' && kind !== 'Organization') return [];
    return [entity(key, 'Mention', { document: [ftmId(from)], resolved: [ftmId(to)], name: [toName] })];
  }
  const cited = {
    recordId: [key],
    proof: [...new Set(citations.map(({ articleId }) => ftmId(articleId)))],
    summary: citations.map(({ quote }) => quote),
    publisher: [...new Set(citations.map(({ publication }) => publication))],
  };
  if (type !== 'HOLDS') {
    const role = [type, properties.stage, properties.role].filter((part) => typeof part === 'string').join(' ');
    return [
      entity(key, 'UnknownLink', {
        subject: [ftmId(from)],
        object: [ftmId(to)],
        role: [role],
        ...datesOf(time),
        ...cited,
      }),
    ];
  }
  const title = String(properties.title ?? '');
  const post = `post/${to}/${title}`;
  return [
    entity(post, 'Position', {
      name: [`${toName}${title}`],
      organization: kind === 'Organization' ? [ftmId(to)] : [],
      subnationalArea: kind === 'Organization' ? [] : [toName],
      country: [COUNTRY],
      notes: [post],
    }),
    entity(key, 'Occupancy', {
      holder: [ftmId(from)],
      post: [ftmId(post)],
      // Days on which someone was seen in a post: neither its beginning nor its end.
      date: time === null ? [] : [...new Set([time.from, time.to])],
      status: properties.former === true ? ['ended'] : [],
      ...cited,
    }),
  ];
}

function datesOf(time: Interval | null): Values {
  if (time === null) return {};
  return time.from === time.to ? { date: [time.from] } : { startDate: [time.from], endDate: [time.to] };
}

function listOf(value: NodeRecord['properties'][string] | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** `key` is one of our ids or keys, of which theirs is made. */
function entity(key: string, schema: string, values: Values): Chunk {
  const properties = Object.fromEntries(
    Object.entries(values).flatMap(([name, list]) => {
      const known = list.filter((value) => typeof value === 'string' && value !== '');
      return known.length > 0 ? [[name, known]] : [];
    }),
  );
  return { file: FILE, text: `${JSON.stringify({ id: ftmId(key), schema, properties })}\n` };
}
