/** What the graph holds, for the start page: counts, the span of dates, the latest articles, and where to begin. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from './brief.ts';
import { countGraph } from './counts.ts';
import type { NodeKind, RelationType, SubLabel } from './model.ts';
import type { GraphStore } from './store.ts';

/** A node worth starting from, and how many of the things that make it so it has, among the relations looked at. */
export interface Start {
  readonly node: NodeBrief;
  readonly about: 'events' | 'places' | 'programs';
  readonly count: number;
}

export interface Overview {
  readonly kinds: Readonly<Partial<Record<NodeKind, number>>>;
  readonly labels: Readonly<Partial<Record<SubLabel, number>>>;
  readonly relations: Readonly<Partial<Record<RelationType, number>>>;
  /** Pages read, or where the store keeps none the files that articles name; and the days between which they were printed, null for none. */
  readonly files: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly latest: readonly NodeBrief[];
  readonly starts: readonly Start[];
}

/** Articles on the start page. */
const LATEST = 6;
/** Relations looked at for a node to start from: enough to find one that has many, few enough to be quick in a graph of millions. */
const LOOKED_AT = 5_000;

const Top = z.object({ id: z.string(), total: z.number() });
const IdRow = z.object({ id: z.string() });
const DayRow = z.object({ day: z.string() });

/** The types alone say what stands at the ends; with labels a server would start from all nodes that have them. */
const TOPS: readonly { readonly about: Start['about']; readonly match: string }[] = [
  { about: 'events', match: '(n)-[r:CHAIRED|SPOKE_AT]->(m)' },
  { about: 'places', match: '(n)-[r:LAUNCHED_IN]->(m)' },
  { about: 'programs', match: '(m)-[r:LAUNCHED_IN]->(n)' },
];

/** Everything the start page says. */
export async function overviewOf(store: GraphStore): Promise<Overview> {
  const [{ byKind, bySubLabel, byType }, files, firstDay, lastDay, latest, starts] = await Promise.all([
    countGraph(store),
    countPages(store),
    dayAt(store, 'ASC'),
    dayAt(store, 'DESC'),
    listArticles(store, LATEST),
    Promise.all(TOPS.map((top) => startOf(store, top))),
  ]);
  return {
    kinds: present(byKind),
    labels: present(bySubLabel),
    relations: present(byType),
    files,
    firstDay,
    lastDay,
    latest,
    starts: starts.flat(),
  };
}

/** Articles, the newest paper first, in their order on the page; those of an unknown day last. */
export async function listArticles(store: GraphStore, limit: number): Promise<readonly NodeBrief[]> {
  const place = "coalesce(n.file, '') AS file, coalesce(n.page, 0) AS place";
  const dated = await store.read({
    cypher: `MATCH (n:Article) WHERE n.publishedOn IS NOT NULL RETURN n.id AS id, n.publishedOn AS day, ${place}
ORDER BY day DESC, file, place, id LIMIT $limit`,
    params: { limit },
    row: IdRow,
  });
  const room = limit - dated.length;
  // By their ids, of which there is an index: of what has no day there is none.
  const undated =
    room > 0
      ? await store.read({
          cypher: `MATCH (n:Entity) WHERE n.id STARTS WITH 'article/' AND n.publishedOn IS NULL RETURN n.id AS id, ${place}
ORDER BY file, place, id LIMIT $limit`,
          params: { limit: room },
          row: IdRow,
        })
      : [];
  return briefsOf(
    store,
    [...dated, ...undated].map(({ id }) => id),
  );
}

function present<Name extends string>(counts: Readonly<Record<Name, number>>): Partial<Record<Name, number>> {
  return Object.fromEntries(Object.entries<number>(counts).filter(([, total]) => total > 0)) as Partial<
    Record<Name, number>
  >;
}

async function countPages(store: GraphStore): Promise<number> {
  const row = z.object({ total: z.number() });
  const [pages] = await store.read({ cypher: 'MATCH (n:Page) RETURN count(n) AS total', row });
  if (pages && pages.total > 0) return pages.total;
  const named = 'MATCH (n:Article) WHERE n.file IS NOT NULL RETURN count(DISTINCT n.file) AS total';
  return (await store.read({ cypher: named, row }))[0]?.total ?? 0;
}

async function dayAt(store: GraphStore, order: 'ASC' | 'DESC'): Promise<string | null> {
  const rows = await store.read({
    cypher: `MATCH (n:Article) WHERE n.publishedOn IS NOT NULL RETURN n.publishedOn AS day ORDER BY day ${order} LIMIT 1`,
    row: DayRow,
  });
  return rows[0]?.day ?? null;
}

async function startOf(store: GraphStore, { about, match }: (typeof TOPS)[number]): Promise<readonly Start[]> {
  const rows = await store.read({
    cypher: `MATCH ${match} WITH n, m LIMIT $most
WITH n, count(DISTINCT m) AS total RETURN n.id AS id, total ORDER BY total DESC, id LIMIT 1`,
    params: { most: LOOKED_AT },
    row: Top,
  });
  const top = rows[0];
  const [node] = top ? await briefsOf(store, [top.id]) : [];
  return top && node ? [{ node, about, count: top.total }] : [];
}
