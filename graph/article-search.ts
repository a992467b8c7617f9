/** Words in the titles and texts of articles, with the passages that hold them. */
import { z } from 'zod';
import { articlesOf, passage, type Source } from './evidence.ts';
import { fullTextQuery } from './full-text.ts';
import type { GraphStore, Statement } from './store.ts';

/** A piece of an article's text around words that were looked for. */
export interface FoundPassage {
  /** UTF-16 offset of `text` in the article's text. */
  readonly start: number;
  readonly text: string;
  /** Half-open UTF-16 spans of `text`, in order and without overlaps. */
  readonly spans: readonly (readonly [number, number])[];
  /** Whether the paragraph goes on before and after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

export interface ArticleHit {
  readonly source: Source;
  /** Half-open UTF-16 spans of the title. */
  readonly titleSpans: readonly (readonly [number, number])[];
  /** In the order of the text; at most three, and none where the title alone has the words. */
  readonly passages: readonly FoundPassage[];
}

export interface ArticleSearchResult {
  /** The newest first, those of an unknown day last. */
  readonly hits: readonly ArticleHit[];
  /** Articles found; where `more` is true there may be others. */
  readonly total: number;
  /** True where so many articles may have the words that only some were looked at: further words narrow it down. */
  readonly more: boolean;
}

/** Articles looked at: their texts are read from the store, so that it is their number which makes a search long. */
const LOOKED_AT = 1_000;
const PASSAGES = 3;

const Row = z.object({ id: z.string(), day: z.string(), holds: z.boolean() });

/** Case is no matter; all other characters are. */
const HOLDS = "all(term IN $terms WHERE toLower(coalesce(n.title, '') + '\\n' + coalesce(n.text, '')) CONTAINS term)";
const COLUMNS = "n.id AS id, coalesce(n.publishedOn, '') AS day";

/**
 * Articles of which title or text hold every word of a query (words are parted by blanks; a Chinese phrase is one), the newest first.
 * The same on both engines, as long as no more than a thousand articles can have the words. A query
 * without letters or digits finds nothing.
 * @throws ZhituError of the store
 */
export async function searchArticles(store: GraphStore, query: string, limit: number): Promise<ArticleSearchResult> {
  const terms = termsOf(query);
  const words = fullTextQuery(terms);
  if (words === null) return { hits: [], total: 0, more: false };
  const rows = await store.read(candidates(store, terms, words));
  const found = rows.filter(({ holds }) => holds).sort(newestFirst);
  const articles = await articlesOf(
    store,
    found.slice(0, limit).map(({ id }) => id),
  );
  const hits = found.slice(0, limit).flatMap(({ id }) => {
    const article = articles.get(id);
    if (!article) return [];
    const title = typeof article.properties.title === 'string' ? article.properties.title : '';
    return [{ source: article.source, titleSpans: spansOf(title, terms), passages: passagesOf(article.text, terms) }];
  });
  return { hits, total: found.length, more: rows.length === LOOKED_AT };
}

function termsOf(query: string): readonly string[] {
  return [...new Set(query.toLowerCase().split(/\s+/u).filter(Boolean))];
}

/** What the index of a server gives is looked at once more: it takes phrases apart and leaves out punctuation. */
function candidates(
  { hasFullText }: GraphStore,
  terms: readonly string[],
  words: string,
): Statement<z.infer<typeof Row>> {
  const params = { terms, most: LOOKED_AT };
  if (!hasFullText) {
    const cypher = `MATCH (n:Article) WHERE ${HOLDS} RETURN ${COLUMNS}, true AS holds LIMIT $most`;
    return { cypher, params, row: Row };
  }
  return {
    cypher: `CALL db.index.fulltext.queryNodes('article_text', $words, {limit: $most}) YIELD node
WITH node AS n RETURN ${COLUMNS}, ${HOLDS} AS holds`,
    params: { ...params, words },
    row: Row,
  };
}

function newestFirst(one: z.infer<typeof Row>, other: z.infer<typeof Row>): number {
  if (one.day !== other.day) return one.day > other.day ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Where words stand, in order and without overlaps: of two at one place the longer. */
function spansOf(text: string, terms: readonly string[]): readonly (readonly [number, number])[] {
  const lower = text.toLowerCase();
  // Of a few letters the lower case is longer; there the offsets would be wrong.
  const searched = lower.length === text.length ? lower : text;
  const all = terms.flatMap((term) => occurrences(searched, term));
  all.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  const spans: (readonly [number, number])[] = [];
  for (const span of all) if (span[0] >= (spans.at(-1)?.[1] ?? 0)) spans.push(span);
  return spans;
}

function occurrences(text: string, term: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
    found.push([at, at + term.length]);
  }
  return found;
}

function passagesOf(text: string, terms: readonly string[]): readonly FoundPassage[] {
  const passages: FoundPassage[] = [];
  const spans = spansOf(text, terms);
  let end = 0;
  for (const [from, to] of spans) {
    if (from < end) continue;
    if (passages.length === PASSAGES) break;
    const { before, quote, after, cutBefore, cutAfter } = passage(text, from, to);
    const start = from - before.length;
    end = to + after.length;
    const inside = spans.filter(([first, last]) => first >= start && last <= end);
    passages.push({
      start,
      text: before + quote + after,
      spans: inside.map(([first, last]) => [first - start, last - start] as const),
      cutBefore,
      cutAfter,
    });
  }
  return passages;
}
