/** What the graph holds, for the start page: counts, the span of dates, the latest articles, and where to begin. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from './brief.ts';
import { kindOfId, type NodeKind, RelationType, SUB_LABELS, type SubLabel } from './model.ts';
import type { GraphStore } from './store.ts';

/** A node worth starting from, and how many of the things that make it so it has. */
export interface Start {
  readonly node: NodeBrief;
  readonly about: 'events' | 'places' | 'programs';
  readonly count: number;
}

export interface Overview {
  readonly kinds: Readonly<Partial<Record<NodeKind, number>>>;
  readonly labels: Readonly<Partial<Record<SubLabel, number>>>;
  readonly relations: Readonly<Partial<Record<RelationType, number>>>;
  /** Files read, and the days between which their articles were printed; null for an empty graph. */
  readonly files: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly latest: readonly NodeBrief[];
  readonly starts: readonly Start[];
}

/** Articles on the start page. */
const LATEST = 6;

const Count = z.object({ name: z.string(), total: z.number() });
const Days = z.object({ files: z.number(), firstDay: z.string().nullable(), lastDay: z.string().nullable() });
const Top = z.object({ id: z.string(), total: z.number() });

const TOPS: readonly { readonly about: Start['about']; readonly match: string }[] = [
  { about: 'events', match: '(n:Entity)-[r:CHAIRED|SPOKE_AT]->(m:Event)' },
  { about: 'places', match: '(n:Entity)-[r:LAUNCHED_IN]->(m:Place)' },
  { about: 'programs', match: '(m:Program)-[r:LAUNCHED_IN]->(n:Entity)' },
];

/** Everything the start page says. */
export async function overviewOf(store: GraphStore): Promise<Overview> {
  const [kinds, labels, relations, days, latest, starts] = await Promise.all([
    counts(store, `MATCH (n:Entity) RETURN split(n.id, '/')[0] AS name, count(*) AS total ORDER BY name`),
    Promise.all(
      SUB_LABELS.map(
        async (label) =>
          [
            label,
            (await counts(store, `MATCH (n:${label}) RETURN '${label}' AS name, count(*) AS total`))[0]?.total ?? 0,
          ] as const,
      ),
    ),
    counts(store, 'MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS name, count(*) AS total ORDER BY name'),
    store.read({
      cypher:
        'MATCH (n:Article) RETURN count(DISTINCT n.file) AS files, min(n.publishedOn) AS firstDay, max(n.publishedOn) AS lastDay',
      row: Days,
    }),
    listArticles(store, LATEST),
    Promise.all(TOPS.map((top) => startOf(store, top))),
  ]);
  return {
    kinds: Object.fromEntries(
      kinds.flatMap(({ name, total }) => (kindOfId(`${name}/`) ? [[kindOfId(`${name}/`), total]] : [])),
    ),
    labels: Object.fromEntries(labels.filter(([, total]) => total > 0)),
    relations: Object.fromEntries(
      kinds.length === 0
        ? []
        : relations.filter(({ name }) => RelationType.safeParse(name).success).map(({ name, total }) => [name, total]),
    ),
    files: days[0]?.files ?? 0,
    firstDay: days[0]?.firstDay ?? null,
    lastDay: days[0]?.lastDay ?? null,
    latest,
    starts: starts.flat(),
  };
}

/** Articles, the newest paper first, in their order on the page. */
export async function listArticles(store: GraphStore, limit: number): Promise<readonly NodeBrief[]> {
  const rows = await store.read({
    cypher: `MATCH (n:Article) RETURN n.id AS id, coalesce(n.publishedOn, '') AS day, coalesce(n.file, '') AS file, coalesce(n.page, 0) AS place
ORDER BY day DESC, file, place, id LIMIT $limit`,
    params: { limit },
    row: z.object({ id: z.string() }),
  });
  return briefsOf(
    store,
    rows.map(({ id }) => id),
  );
}

async function counts(store: GraphStore, cypher: string): Promise<readonly z.infer<typeof Count>[]> {
  return store.read({ cypher, row: Count });
}

async function startOf(store: GraphStore, { about, match }: (typeof TOPS)[number]): Promise<readonly Start[]> {
  const rows = await store.read({
    cypher: `MATCH ${match} RETURN n.id AS id, count(DISTINCT m.id) AS total ORDER BY total DESC, id LIMIT 1`,
    row: Top,
  });
  const top = rows[0];
  const [node] = top ? await briefsOf(store, [top.id]) : [];
  return top && node ? [{ node, about, count: top.total }] : [];
}
