/** Posts as the papers show them: on which days a person was printed with a post, and nothing concluded from that. */
import { z } from 'zod';
import { stringList } from '../brief.ts';
import { compare } from '../compare.ts';
import { kindOfId, parseEvidence } from '../model.ts';
import { Properties } from '../shapes.ts';
import type { Reader } from '../store.ts';
import { type NamedNode, namedNode } from './named.ts';

/** Papers whose days are looked up for one strip of posts: the days of all others lie between the first and the last of a post. */
const DATED_PAPERS = 600;
/** Posts of a person that come with the head of the page. */
const FIRST_POSTS = 100;
/** Posts shown of other people in the same bodies, and of all who have one in a body or place. */
const MOST_OTHERS = 30;

/** A day on which a post was printed. */
export interface Sighting {
  /** ISO, cut to what is known of the paper. */
  readonly day: string;
  readonly articles: readonly string[];
}

export interface Tenure {
  /** Key of the relation. */
  readonly key: string;
  readonly person: NamedNode;
  readonly body: NamedNode;
  readonly title: string;
  /** 代: the text says that the post is held for the time being. */
  readonly acting: boolean;
  /** 原, 时任: the text says that the post was held before. */
  readonly former: boolean;
  /** First and last day on which a paper printed it; null where no paper with it has a date. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sightings: readonly Sighting[];
  /** How many sentences state it. */
  readonly evidence: number;
}

export interface Tenures {
  readonly total: number;
  readonly listed: readonly Tenure[];
}

const HoldsRow = z.object({
  person: z.string(),
  personName: z.string().nullable(),
  personLabels: z.array(z.string()),
  body: z.string(),
  bodyName: z.string().nullable(),
  bodyLabels: z.array(z.string()),
  properties: Properties,
});
type HoldsRow = z.infer<typeof HoldsRow>;
const TotalRow = z.object({ total: z.number() });
const DayRow = z.object({ id: z.string(), day: z.string() });

const HOLDS_COLUMNS = `p.id AS person, p.name AS personName, labels(p) AS personLabels,
  b.id AS body, b.name AS bodyName, labels(b) AS bodyLabels, properties(r) AS properties`;
/** The latest observed first, then the most often printed. */
const LATEST_FIRST =
  "coalesce(r.observedTo, r.observedFrom, '') AS seen, size(coalesce(r.evidence, [])) AS often, r.key AS key ORDER BY rank, seen DESC, often DESC, key";

/** The posts of a person, and those of others in the same bodies. */
export interface Career {
  /** The latest seen, of these the earliest seen first. */
  readonly own: Tenures;
  /** Those with the same post first. */
  readonly others: Tenures;
}

/** The posts of a person, and of those who had one in the same bodies and places; of each the latest seen. */
export async function careerOf(store: Reader, person: string): Promise<Career> {
  const rows = await postsOf(store, person);
  const [own, others] = await Promise.all([latest(store, rows, FIRST_POSTS), colleaguesOf(store, person, rows)]);
  return { own, others };
}

/** Posts of a person, or in a body or place: `most` of those seen latest, and how many there are. */
export async function postsPage(store: Reader, id: string, most: number): Promise<Tenures> {
  const kind = kindOfId(id);
  if (kind === 'Person') return latest(store, await postsOf(store, id), most);
  return kind === 'Place' || kind === 'Organization' ? holdersOf(store, id, most) : NONE;
}

async function postsOf(store: Reader, person: string): Promise<readonly HoldsRow[]> {
  return store.read({
    cypher: `MATCH (p:Entity {id: $person})-[r:HOLDS]->(b:Entity) RETURN ${HOLDS_COLUMNS}, r.key AS key ORDER BY key`,
    params: { person },
    row: HoldsRow,
  });
}

async function latest(store: Reader, rows: readonly HoldsRow[], most: number): Promise<Tenures> {
  const seen = ({ properties: { observedTo, observedFrom } }: HoldsRow): string =>
    String(observedTo ?? observedFrom ?? '');
  const kept = rows.length <= most ? rows : [...rows].sort((a, b) => compare(seen(b), seen(a))).slice(0, most);
  return { total: rows.length, listed: [...(await tenures(store, kept))].sort(byTime) };
}

async function colleaguesOf(store: Reader, person: string, own: readonly HoldsRow[]): Promise<Tenures> {
  const bodies = [...new Set(own.map(({ body }) => body))];
  const titles = [...new Set(own.map(({ properties }) => titleOf(properties)))];
  if (bodies.length === 0) return NONE;
  return listed(store, 'MATCH (own:Entity {id: $person}) UNWIND $bodies AS body MATCH (b:Entity {id: body})', {
    rank: 'CASE WHEN r.title IN $titles THEN 0 ELSE 1 END',
    params: { person, bodies, titles },
    // The nodes are compared, not their ids: of all who have a post there nothing is looked at but the post.
    where: 'WHERE p <> own',
    left: own.length,
  });
}

/** Who has a post in a body or place, the latest seen first. */
export async function holdersOf(store: Reader, body: string, most = MOST_OTHERS): Promise<Tenures> {
  return listed(store, 'MATCH (b:Entity {id: $body})', { rank: '0', params: { body }, most });
}

/** Who has a post in a body that has its seat in a place, the latest seen first. */
export async function holdersSeatedIn(store: Reader, place: string): Promise<Tenures> {
  if (kindOfId(place) !== 'Place') return NONE;
  return listed(store, 'MATCH (l:Entity {id: $place})<-[:LOCATED_IN]-(b:Organization)', {
    rank: '0',
    params: { place },
  });
}

interface Order {
  /** What comes before the time: the smaller the earlier. */
  readonly rank: string;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  /** A condition on who has a post (`p`), and how many posts it leaves out. */
  readonly where?: string;
  readonly left?: number;
  readonly most?: number;
}

const NONE: Tenures = { total: 0, listed: [] };

/** @param bodies a match of the bodies `b` */
async function listed(
  store: Reader,
  bodies: string,
  { rank, params, where = '', left = 0, most = MOST_OTHERS }: Order,
): Promise<Tenures> {
  const [counted, rows] = await Promise.all([
    store.read({
      cypher: `${bodies} RETURN coalesce(sum(COUNT { (b)<-[:HOLDS]-() }), 0) AS total`,
      params,
      row: TotalRow,
    }),
    store.read({
      cypher: `${bodies} MATCH (b)<-[r:HOLDS]-(p) ${where} RETURN ${HOLDS_COLUMNS}, ${rank} AS rank, ${LATEST_FIRST} LIMIT $most`,
      params: { ...params, most },
      row: HoldsRow,
    }),
  ]);
  return { total: (counted[0]?.total ?? 0) - left, listed: await tenures(store, rows) };
}

async function tenures(store: Reader, rows: readonly HoldsRow[]): Promise<readonly Tenure[]> {
  const days = await daysOf(store, rows.flatMap(papersOf).slice(0, DATED_PAPERS));
  return rows.flatMap((row): Tenure[] => {
    const person = namedNode({ id: row.person, name: row.personName, labels: row.personLabels });
    const body = namedNode({ id: row.body, name: row.bodyName, labels: row.bodyLabels });
    if (!person || !body) return [];
    const { key, acting, former, observedFrom, observedTo, evidence } = row.properties;
    return [
      {
        key: String(key),
        person,
        body,
        title: titleOf(row.properties),
        acting: acting === true,
        former: former === true,
        from: typeof observedFrom === 'string' ? observedFrom : null,
        to: typeof observedTo === 'string' ? observedTo : typeof observedFrom === 'string' ? observedFrom : null,
        sightings: sightingsOf(papersOf(row), days),
        evidence: stringList(evidence).length,
      },
    ];
  });
}

function titleOf({ title }: Properties): string {
  return typeof title === 'string' ? title : '';
}

function papersOf({ properties }: HoldsRow): readonly string[] {
  return [...new Set(stringList(properties.evidence).flatMap((item) => parseEvidence(item)?.articleId ?? []))];
}

async function daysOf(store: Reader, papers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (papers.length === 0) return new Map();
  const rows = await store.read({
    cypher: `UNWIND $ids AS id MATCH (a:Entity {id: id}) WHERE a.publishedOn IS NOT NULL RETURN id, a.publishedOn AS day`,
    params: { ids: [...new Set(papers)] },
    row: DayRow,
  });
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** The days of these papers, the earliest first. */
function sightingsOf(papers: readonly string[], days: ReadonlyMap<string, string>): readonly Sighting[] {
  const byDay = new Map<string, string[]>();
  for (const paper of papers) {
    const day = days.get(paper);
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), paper]);
  }
  return [...byDay].map(([day, articles]) => ({ day, articles })).sort((one, other) => compare(one.day, other.day));
}

function byTime(one: Tenure, other: Tenure): number {
  return compare(one.from ?? '~', other.from ?? '~') || compare(one.key, other.key);
}
