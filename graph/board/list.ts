/** The list behind a number of the board: its first items, each with the sentence that it rests on. */
import {
  briefsOf,
  type NodeBrief,
  RELATION_COLUMNS,
  type RelationBrief,
  RelationRow,
  relationBrief,
} from '../brief.ts';
import { ZhituError } from '../errors.ts';
import { type Quote, quotesOf } from '../evidence.ts';
import { type Judgement, judgementsInForce, Verdict } from '../judgements.ts';
import { ID_PREFIX, kindOfId, parseEvidence } from '../model.ts';
import { perVersion } from '../per-version.ts';
import { type Evidence, endsOfKey, statements } from '../relation-evidence.ts';
import { NodeKind } from '../shapes.ts';
import { articlesAbout } from '../spread/coverage.ts';
import type { GraphStore } from '../store.ts';
import { CHECKS, type Check, checkedNodes, countChecks, firstMentions, nodesNamed } from './checks.ts';
import { SAMPLES, type Sample } from './fact-tally.ts';
import { tallyFacts } from './facts.ts';
import { lookAlikes } from './look-alikes.ts';
import { articlesPrinted, timelineOf } from './timeline.ts';

export interface BoardItem {
  readonly key: string;
  readonly nodes: readonly NodeBrief[];
  readonly relation: RelationBrief | null;
  /** Of two names one each. */
  readonly quotes: readonly Evidence[];
  /** Why it is listed, where the list does not say all. */
  readonly why: string | null;
  readonly judgement: Judgement | null;
}

export interface BoardList {
  readonly total: number;
  readonly items: readonly BoardItem[];
}

const BARE = { relation: null, quotes: [], why: null, judgement: null } as const;

/** @throws ZhituError `not-found` for a name that no list has */
export async function boardList(store: GraphStore, list: string): Promise<BoardList> {
  const [name = '', ...rest] = list.split(':');
  if ((CHECKS as readonly string[]).includes(name)) return checkList(store, name as Check);
  switch (name) {
    case 'rule':
    case 'tenth':
    case 'type': {
      const tally = await perVersion(store, tallyFacts);
      return { total: tally.count(list), items: await factItems(store, tally.samples(list)) };
    }
    case 'look-alikes':
      return lookAlikeList(store);
    case 'judged':
      return judgedList(store, rest.join(':'));
    case 'kind':
      return kindList(store, rest[0] ?? '', rest[1] ?? '');
    case 'articles':
      // Names of places have no colon; a period has none either.
      return articleList(store, rest[0] ?? '', rest[1] ?? '');
    default:
      throw new ZhituError(
        'not-found',
        `no list of the board is called ${JSON.stringify(list)}: take one from a number of it`,
        { list },
      );
  }
}

/** @param place the id of one; '' for all articles of the period */
async function articleList(store: GraphStore, place: string, period: string): Promise<BoardList> {
  const { articles, total } =
    place === '' ? await articlesOfPeriod(store, period) : await articlesAbout(store, place, period || null, SAMPLES);
  return { total, items: articles.map((node) => ({ ...BARE, key: node.id, nodes: [node] })) };
}

async function articlesOfPeriod(
  store: GraphStore,
  period: string,
): Promise<{ readonly articles: readonly NodeBrief[]; readonly total: number }> {
  const [{ articles, periods }, shown] = await Promise.all([
    perVersion(store, timelineOf),
    articlesPrinted(store, period, SAMPLES),
  ]);
  const total = periods.reduce((sum, one) => sum + (one.startsWith(period) ? (articles.get(one) ?? 0) : 0), 0);
  return { articles: shown, total };
}

async function checkList(store: GraphStore, check: Check): Promise<BoardList> {
  const [counts, nodes] = await Promise.all([perVersion(store, countChecks), checkedNodes(store, check, SAMPLES)]);
  return { total: counts[check], items: await nodeItems(store, nodes) };
}

async function kindList(store: GraphStore, kind: string, period: string): Promise<BoardList> {
  const known = NodeKind.safeParse(kind);
  if (!known.success) throw new ZhituError('not-found', `no kind of node is called ${JSON.stringify(kind)}`, { kind });
  const [{ named }, nodes] = await Promise.all([
    perVersion(store, timelineOf),
    nodesNamed(store, { kind: ID_PREFIX[known.data], period, limit: SAMPLES }),
  ]);
  return { total: named.get(known.data)?.get(period) ?? nodes.length, items: await nodeItems(store, nodes) };
}

/** A node with the first place where it is named; an article is a place itself. */
async function nodeItems(store: GraphStore, nodes: readonly NodeBrief[]): Promise<readonly BoardItem[]> {
  const quotes = await firstMentions(
    store,
    nodes.filter(({ kind }) => kind !== 'Article').map(({ id }) => id),
  );
  return nodes.map((node) => {
    return { ...BARE, key: node.id, nodes: [node], quotes: bareQuotes(quotes, [node.id]) };
  });
}

/** The naming of something has no rule and no confidence. */
function bareQuotes(quotes: ReadonlyMap<string, Quote>, ids: readonly string[]): readonly Evidence[] {
  return ids.flatMap((id) => {
    const quote = quotes.get(id);
    return quote ? [{ ...quote, rule: null, confidence: null }] : [];
  });
}

async function lookAlikeList(store: GraphStore): Promise<BoardList> {
  const pairs = await perVersion(store, lookAlikes);
  const shown = pairs.slice(0, SAMPLES);
  const nodes = await briefsOf(store, [...new Set(shown.flatMap(({ a, b }) => [a, b]))].sort());
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const quotes = await firstMentions(store, [...byId.keys()]);
  const items = shown.map(({ a, b, why }) => ({
    ...BARE,
    key: `${a} ${b}`,
    nodes: [a, b].flatMap((id) => byId.get(id) ?? []),
    quotes: bareQuotes(quotes, [a, b]),
    why,
  }));
  return { total: pairs.length, items };
}

async function judgedList(store: GraphStore, verdict: string): Promise<BoardList> {
  const known = Verdict.safeParse(verdict);
  if (!known.success) throw new ZhituError('not-found', `no verdict is called ${JSON.stringify(verdict)}`, { verdict });
  const { total, judgements } = await judgementsInForce(store, known.data, SAMPLES);
  const samples = judgements.map(({ relation, evidence }) => ({
    key: relation,
    ref: evidence[0] ?? '',
    rule: null,
    confidence: null,
  }));
  const items = await factItems(store, samples);
  return { total, items: items.map((item, index) => ({ ...item, judgement: judgements[index] ?? null })) };
}

/** One item a sample, in their order; a relation that is gone keeps its key. */
async function factItems(store: GraphStore, samples: readonly Sample[]): Promise<readonly BoardItem[]> {
  const relations = new Map(
    (await relationsOf(store, [...new Set(samples.map(({ key }) => key))])).map((row) => [
      String(row.properties.key),
      row,
    ]),
  );
  const [nodes, quotes] = await Promise.all([
    briefsOf(store, [...new Set([...relations.values()].flatMap(({ from, to }) => [from, to]))].sort()),
    quotesOf(
      store,
      samples.flatMap(({ ref }) => parseEvidence(ref) ?? []),
    ),
  ]);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byRef = new Map(quotes.map((quote) => [quote.ref, quote]));
  return samples.map(({ key, ref, rule, confidence }, index) => {
    const row = relations.get(key);
    const quote = byRef.get(ref);
    const known = row && statements(row).find((one) => `${one.ref.articleId}#${one.ref.start}-${one.ref.end}` === ref);
    return {
      ...BARE,
      key: `${key} ${ref} ${index}`,
      nodes: row ? [row.from, row.to].flatMap((id) => byId.get(id) ?? []) : [],
      relation: row ? relationBrief(row) : null,
      quotes: quote
        ? [{ ...quote, rule: rule ?? known?.rule ?? null, confidence: confidence ?? known?.confidence ?? null }]
        : [],
    };
  });
}

async function relationsOf(store: GraphStore, keys: readonly string[]): Promise<readonly RelationRow[]> {
  const wanted = keys.flatMap((key) => {
    const ends = endsOfKey(key);
    return ends && kindOfId(ends.from) !== null ? [{ ...ends, key }] : [];
  });
  if (wanted.length === 0) return [];
  return store.read({
    cypher: `UNWIND $wanted AS one MATCH (a:Entity {id: one.from})-[r]->(b:Entity {id: one.to}) WHERE r.key = one.key RETURN ${RELATION_COLUMNS}`,
    params: { wanted },
    row: RelationRow,
  });
}
