/** The search box: names, aliases, pinyin, initials and parts of a word, over all kinds of node. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from './brief.ts';
import { pairsQuery } from './full-text.ts';
import { ID_PREFIX, kindOfId, type NodeKind } from './model.ts';
import { splitPinyin } from './pinyin.ts';
import type { GraphStore, Statement } from './store.ts';
import { simplifyCharacters } from './traditional.ts';

/** Why a node was found, and which letters did it: half-open UTF-16 spans of `form` and, where they map onto it, of the name. */
export interface SearchMatch {
  readonly by: 'name' | 'alias' | 'initials' | 'pinyin' | 'other';
  /** The form that was hit: the name, an alias, or the pinyin. */
  readonly form: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly nameSpan: readonly [number, number] | null;
}

export interface SearchHit {
  readonly node: NodeBrief;
  readonly match: SearchMatch;
}

export interface SearchResult {
  /** All nodes found, by kind, whatever `kind` was asked for. */
  readonly counts: Readonly<Partial<Record<NodeKind, number>>>;
  /** The best of them, at most `limit`. */
  readonly hits: readonly SearchHit[];
}

export interface SearchInput {
  readonly query: string;
  readonly kind?: NodeKind | undefined;
  readonly limit: number;
}

/** The forms of one node that a query is compared with. */
export interface NameForms {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Without tones and blanks, or null. */
  readonly pinyin: string | null;
  /** First letters of the syllables, or null. */
  readonly initials: string | null;
}

const FormsRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  aliases: z.array(z.string()).nullable(),
  pinyin: z.string().nullable(),
  initials: z.string().nullable(),
});
const RankedRow = FormsRow.extend({ rank: z.number() });
type RankedRow = z.infer<typeof RankedRow>;
const CountRow = z.object({ prefix: z.string(), total: z.number() });

/** Tone marks over pinyin vowels: macron, acute, caron, grave (the diaeresis of ü is kept). */
const TONES = /[\u0304\u0301\u030c\u0300]/gu;

/** A query as it is compared: NFKC, lower case, without tone marks, single spaces, in simplified characters (as `search` has every name). */
export function normaliseQuery(query: string): string {
  const plain = query.normalize('NFD').replace(TONES, '').normalize('NFKC').toLowerCase();
  return simplifyCharacters(plain.replace(/\s+/gu, ' ').trim());
}

/** Candidates read for each hit wanted: among those of one rank the best connected come first. */
const CANDIDATES = 3;

/** `search` has pinyin and initials among its forms; the one property has the indexes that a part of a word is looked up in. */
const FOUND = '(n.search CONTAINS $q OR n.search CONTAINS $letters)';
const FOUND_AS_TYPED = 'n.search CONTAINS $q';

type SearchParams = {
  readonly q: string;
  readonly letters: string;
  /** A query of the full-text index of names, where the store has one and it serves. */
  readonly words: string | null;
};

/** Smaller is better: the whole name, a whole alias, whole initials or pinyin, beginnings, and then any other part. */
const RANK = `CASE
  WHEN toLower(n.name) = $q THEN 0
  WHEN '\n' + n.search + '\n' CONTAINS '\n' + $q + '\n' THEN 1
  WHEN n.initials = $letters OR coalesce(n.pinyin, '') = $letters THEN 2
  WHEN toLower(n.name) STARTS WITH $q THEN 3
  WHEN n.initials STARTS WITH $letters OR coalesce(n.pinyin, '') STARTS WITH $letters THEN 4
  WHEN toLower(n.name) CONTAINS $q THEN 5
  ELSE 6 END`;

/** Letters that differ from what was typed are looked for beside it; what the full-text index gives is looked at once more. */
const foundBy = ({ q, letters, words }: SearchParams): string => {
  if (words !== null)
    return `CALL db.index.fulltext.queryNodes('entity_forms', $words) YIELD node WITH node AS n WHERE ${FOUND_AS_TYPED}`;
  return `MATCH (n:Entity) WHERE ${q === letters ? FOUND_AS_TYPED : FOUND}`;
};

const countsStatement = (params: SearchParams): Statement<z.infer<typeof CountRow>> => ({
  cypher: `${foundBy(params)} RETURN split(n.id, '/')[0] AS prefix, count(*) AS total ORDER BY prefix`,
  params,
  row: CountRow,
});

/** The kind is compared in a way for which no index serves: the planner of a server would else walk all ids of the kind. */
const hitsStatement = (
  params: SearchParams & { readonly prefix: string; readonly limit: number },
): Statement<RankedRow> => ({
  cypher: `${foundBy(params)}${params.prefix === '' ? '' : ' AND left(n.id, size($prefix)) = $prefix'}
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.pinyin AS pinyin, n.initials AS initials,
  ${RANK} AS rank, size(n.name) AS length
ORDER BY rank, length, name, id LIMIT $limit`,
  params,
  row: RankedRow,
});

/**
 * Nodes whose name, alias, pinyin or initials hold the query, best first.
 * An empty query finds nothing: the start page is for that.
 * @throws ZhituError of the store
 */
export async function searchNodes(store: GraphStore, { query, kind, limit }: SearchInput): Promise<SearchResult> {
  const q = normaliseQuery(query);
  if (q === '') return { counts: {}, hits: [] };
  const letters = lettersOf(q);
  const params = { q, letters, words: store.hasFullText && q === letters ? pairsQuery(q) : null };
  const most = limit * CANDIDATES;
  const counted = () => store.read(countsStatement(params)).then(countsByKind);
  // A server counts while it looks for the first.
  const ahead = store.hasFullText ? counted() : null;
  ahead?.catch(() => {});
  const rows = await store.read(hitsStatement({ ...params, prefix: kind ? ID_PREFIX[kind] : '', limit: most }));
  const ids = rows.map(({ id }) => id);
  // Where all that was found is there, another engine would look at every name a second time to count it.
  const isAll = kind === undefined && rows.length < most;
  const [counts, nodes] = await Promise.all([ahead ?? (isAll ? countsOf(ids) : counted()), briefsOf(store, ids)]);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const hits = rows.flatMap(({ id, rank, name, aliases, pinyin, initials }) => {
    const node = byId.get(id);
    if (!node) return [];
    return [{ rank, node, match: explainMatch(q, { name: name ?? id, aliases: aliases ?? [], pinyin, initials }) }];
  });
  // The sort is stable: what is as well connected stays in the order of the statement.
  hits.sort((one, other) => one.rank - other.rank || other.node.degree - one.node.degree);
  return { counts, hits: hits.slice(0, limit).map(({ node, match }) => ({ node, match })) };
}

/** Why a node with these forms answers a (normalised) query. */
export function explainMatch(query: string, { name, aliases, pinyin, initials }: NameForms): SearchMatch {
  const inName = spanOf(name, query);
  if (inName) return { by: 'name', form: name, spans: [inName], nameSpan: inName };
  for (const alias of aliases) {
    const span = spanOf(alias, query);
    if (span) return { by: 'alias', form: alias, spans: [span], nameSpan: null };
  }
  const letters = lettersOf(query);
  const syllables = splitPinyin(pinyin ?? '', initials ?? '');
  const first = initials?.indexOf(letters) ?? -1;
  if (first >= 0) {
    if (!syllables)
      return { by: 'initials', form: initials ?? '', spans: [[first, first + letters.length]], nameSpan: null };
    const starts = syllableStarts(syllables).slice(first, first + letters.length);
    return {
      by: 'initials',
      form: syllables.join(' '),
      spans: starts.map((start) => [start, start + 1]),
      nameSpan: nameSpanOf(name, syllables.length, first, first + letters.length),
    };
  }
  const start = pinyin?.indexOf(letters) ?? -1;
  if (pinyin && start >= 0) {
    const end = start + letters.length;
    if (syllables) return pinyinMatch(name, syllables, start, end);
    return { by: 'pinyin', form: pinyin, spans: [[start, end]], nameSpan: null };
  }
  return { by: 'other', form: name, spans: [], nameSpan: null };
}

/** Letters of a query without what people type between syllables. `v` stands for ü, as on a keyboard. */
function lettersOf(query: string): string {
  return query.replace(/[\s'’]/gu, '').replaceAll('ü', 'v');
}

function pinyinMatch(name: string, syllables: readonly string[], from: number, to: number): SearchMatch {
  const spans: [number, number][] = [];
  let letters = 0;
  let first = -1;
  let last = -1;
  syllableStarts(syllables).forEach((start, index) => {
    const length = (syllables[index] as string).length;
    const [begin, end] = [Math.max(from, letters), Math.min(to, letters + length)];
    if (begin < end) {
      spans.push([start + begin - letters, start + end - letters]);
      if (first < 0) first = index;
      last = index;
    }
    letters += length;
  });
  return {
    by: 'pinyin',
    form: syllables.join(' '),
    spans,
    nameSpan: nameSpanOf(name, syllables.length, first, last + 1),
  };
}

/** Where each syllable begins in the spaced pinyin. */
function syllableStarts(syllables: readonly string[]): readonly number[] {
  let at = 0;
  return syllables.map((syllable) => {
    const start = at;
    at += syllable.length + 1;
    return start;
  });
}

/** Syllables stand for Chinese characters where there are as many of the one as of the other; marks between them have none. */
function nameSpanOf(name: string, syllables: number, first: number, end: number): [number, number] | null {
  const characters = [...name.matchAll(/\p{Script=Han}/gu)];
  const [from, last] = [characters[first], characters[end - 1]];
  if (characters.length !== syllables || !from || !last) return null;
  return [from.index, last.index + last[0].length];
}

function spanOf(form: string, query: string): [number, number] | null {
  const at = simplifyCharacters(form.toLowerCase()).indexOf(query);
  return at < 0 ? null : [at, at + query.length];
}

function countsOf(ids: readonly string[]): SearchResult['counts'] {
  const counts: Partial<Record<NodeKind, number>> = {};
  for (const id of ids) {
    const kind = kindOfId(id);
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function countsByKind(rows: readonly z.infer<typeof CountRow>[]): SearchResult['counts'] {
  return Object.fromEntries(
    rows.flatMap(({ prefix, total }) => {
      const kind = kindOfId(`${prefix}/`);
      return kind ? [[kind, total]] : [];
    }),
  );
}
