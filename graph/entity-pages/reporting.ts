/** Who wrote: the reporters of the articles that name an entity, and what a reporter wrote about, with whom. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from '../brief.ts';
import { kindOfId, type RelationType } from '../model.ts';
import type { GraphStore, Reader } from '../store.ts';
import { type NamedNode, namedNodes } from './named.ts';

/** Articles looked at, the newest: what a reporter writes about now is not hidden by all years before. */
const LOOKED_AT = 1_000;
/** Reporters, and subjects of a reporter, that are listed. */
const LISTED = 20;

export interface Written {
  readonly node: NamedNode;
  readonly articles: number;
}

/** A program or place that a reporter wrote about, by the year of the paper; null for articles without a date. */
export interface Beat extends Written {
  readonly years: readonly { readonly year: number | null; readonly articles: number }[];
}

export interface Reporting {
  /** Who signed articles that name the entity. */
  readonly reporters: readonly Written[];
  /** Who signed articles together with it, where it is a reporter. */
  readonly coauthors: readonly Written[];
  readonly programs: readonly Beat[];
  readonly places: readonly Beat[];
}

const CountRow = z.object({ id: z.string(), articles: z.number() });
const ArticleRow = z.object({ id: z.string() });
const BeatRow = z.object({ id: z.string(), year: z.string(), articles: z.number() });

/** `a` is each of the newest articles that name `$id`, or that it signed. */
const NAMING = '(n:Entity {id: $id})<-[:MENTIONS]-(a:Entity)';
const SIGNED = '(n:Entity {id: $id})<-[:REPORTED_BY]-(a:Entity)';
const newest = (articles: string): string =>
  `MATCH ${articles} WITH DISTINCT a, coalesce(a.publishedOn, '') AS day ORDER BY day DESC LIMIT $looked`;

/** What a number of `reportingOf` counts: articles of the entity's that also name or were signed by another. */
export type ReportingList = 'reporters' | 'coauthors' | 'subjects';

const LISTS: Readonly<Record<ReportingList, { readonly own: string; readonly other: RelationType }>> = {
  reporters: { own: NAMING, other: 'REPORTED_BY' },
  coauthors: { own: SIGNED, other: 'REPORTED_BY' },
  subjects: { own: SIGNED, other: 'MENTIONS' },
};

/** The articles behind a number of `reportingOf`, the newest first; found from these and not from the other, of which there may be many more. */
export async function reportingArticles(
  store: GraphStore,
  { id, list, other }: { readonly id: string; readonly list: ReportingList; readonly other: string },
): Promise<readonly NodeBrief[]> {
  const { own, other: relation } = LISTS[list];
  const rows = await store.read({
    cypher: `${newest(own)} MATCH (a)-[:${relation}]->(s:Entity)
WHERE coalesce(s.id, '') = $other WITH DISTINCT a, day RETURN a.id AS id, day ORDER BY day DESC, id`,
    params: { id, other, looked: LOOKED_AT },
    row: ArticleRow,
  });
  return briefsOf(
    store,
    rows.map((row) => row.id),
  );
}

/** Who wrote of an entity, and where it signs articles itself what of and with whom. */
export async function reportingOf(store: Reader, id: string): Promise<Reporting> {
  const mayWrite = kindOfId(id) === 'Person';
  const [reporters, coauthors, beats] = await Promise.all([
    writers(store, NAMING, id),
    mayWrite ? writers(store, SIGNED, id) : [],
    mayWrite ? subjects(store, id) : [],
  ]);
  return {
    reporters,
    coauthors,
    programs: beats.filter(({ node }) => node.kind === 'Program').slice(0, LISTED),
    places: beats.filter(({ node }) => node.kind === 'Place').slice(0, LISTED),
  };
}

async function writers(store: Reader, articles: string, id: string): Promise<readonly Written[]> {
  const rows = await store.read({
    cypher: `${newest(articles)} MATCH (a)-[:REPORTED_BY]->(w:Entity) WHERE w.id <> $id
RETURN w.id AS id, count(DISTINCT a) AS articles ORDER BY articles DESC, id LIMIT $listed`,
    params: { id, looked: LOOKED_AT, listed: LISTED },
    row: CountRow,
  });
  const named = await namedNodes(
    store,
    rows.map((row) => row.id),
  );
  return rows.flatMap(({ id: writer, articles: count }) => {
    const node = named.get(writer);
    return node ? [{ node, articles: count }] : [];
  });
}

async function subjects(store: Reader, id: string): Promise<readonly Beat[]> {
  const rows = await store.read({
    cypher: `${newest(SIGNED)} MATCH (a)-[:MENTIONS]->(s:Entity) WHERE s.id STARTS WITH 'program/' OR s.id STARTS WITH 'place/'
RETURN s.id AS id, left(coalesce(a.publishedOn, ''), 4) AS year, count(DISTINCT a) AS articles ORDER BY id, year`,
    params: { id, looked: LOOKED_AT },
    row: BeatRow,
  });
  const years = new Map<string, { year: number | null; articles: number }[]>();
  for (const { id: subject, year, articles } of rows)
    years.set(subject, [...(years.get(subject) ?? []), { year: year === '' ? null : Number(year), articles }]);
  const totals = [...years]
    .map(([subject, counts]) => ({ subject, counts, articles: counts.reduce((sum, one) => sum + one.articles, 0) }))
    .sort((one, other) => other.articles - one.articles || (one.subject < other.subject ? -1 : 1));
  const top = (prefix: string) => totals.filter(({ subject }) => subject.startsWith(prefix)).slice(0, LISTED);
  const kept = [...top('program/'), ...top('place/')];
  const named = await namedNodes(
    store,
    kept.map(({ subject }) => subject),
  );
  return kept.flatMap(({ subject, counts, articles }) => {
    const node = named.get(subject);
    return node ? [{ node, articles, years: counts }] : [];
  });
}
