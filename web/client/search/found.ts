/** What the search box has found: names first, as they come, and the articles that have the words beside them. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NodeKind } from '../../../graph/model.ts';
import type { ArticleHit, ArticleSearchAnswer, NearAnswer } from '../../api/search.ts';
import type { SearchAnswer, SearchHit } from '../../api.ts';
import { call, fields, search } from '../http.ts';

export type Item =
  | { readonly type: 'node'; readonly id: string; readonly hit: SearchHit }
  | { readonly type: 'article'; readonly id: string; readonly hit: ArticleHit };

export interface Found {
  readonly items: readonly Item[];
  readonly counts: Readonly<Record<string, number>>;
  /** Articles whose title or text has the words; `more` where there may be others. */
  readonly articles: { readonly total: number; readonly more: boolean };
  /** Asked for where nothing was found. */
  readonly near: NearAnswer['near'];
}

/** What texts gave for some words, of at most so many articles. */
export interface Texts {
  readonly q: string;
  readonly limit: number;
  readonly answer: ArticleSearchAnswer;
}

interface Looking {
  readonly signal: AbortSignal;
  readonly tell: (found: Found, isLast: boolean) => void;
  readonly keep: (texts: Texts) => void;
}

export interface Searching {
  readonly found: Found;
  readonly busy: boolean;
  readonly failed: boolean;
}

const HITS = 12;
/** Beside names the articles are a hint that there is more; by themselves they get the whole list. */
const BESIDE = 4;
const NEAR = 5;
/** Letters that follow each other within this cause one search. */
const PAUSE_MS = 60;
/** Texts are looked through when the reader has looked at the names for so long: a letter typed before finds its names sooner. */
const REST_MS = 150;

const NOTHING: Found = { items: [], counts: {}, articles: { total: 0, more: false }, near: [] };
const NO_ARTICLES: ArticleSearchAnswer = { hits: [], total: 0, more: false };

/**
 * Searches as the reader types: at once what comes after a rest, and what comes in a flow when it pauses. What was found before stays until the
 * next answer is there, so that the list does not flicker; what texts gave stays while kinds are looked at.
 */
export function useSearch(q: string, kind: NodeKind | null): Searching {
  const [state, setState] = useState<Searching>({ found: NOTHING, busy: false, failed: false });
  const texts = useRef<Texts | null>(null);
  const typedAt = useRef(Number.NEGATIVE_INFINITY);
  // Before the next frame: an effect that waits for it would give away what a reader notices.
  useLayoutEffect(() => {
    const now = performance.now();
    const pause = now - typedAt.current > PAUSE_MS ? 0 : PAUSE_MS;
    // The first letter in an empty box follows none.
    typedAt.current = q === '' ? Number.NEGATIVE_INFINITY : now;
    if (q === '') {
      setState({ found: NOTHING, busy: false, failed: false });
      return;
    }
    const abort = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      const tell = (found: Found, isLast: boolean): void => {
        // How many articles have the words stays said while another kind is looked at.
        const known = texts.current?.q === q ? withArticles(found, texts.current.answer) : found;
        setState({ found: known, busy: !isLast, failed: false });
      };
      const keep = (found: Texts): void => {
        texts.current = found;
      };
      look(q, kind, texts.current?.q === q ? texts.current : null, { signal: abort.signal, tell, keep }).catch(() => {
        if (!abort.signal.aborted) setState({ found: NOTHING, busy: false, failed: true });
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q, kind]);
  return state;
}

const wantsArticles = (kind: NodeKind | null): boolean => kind === null || kind === 'Article';

/** @param known what texts gave for the same words */
export async function look(
  q: string,
  kind: NodeKind | null,
  known: Texts | null,
  { signal, tell, keep }: Looking,
): Promise<void> {
  const names = await search(q, kind, HITS, signal);
  const limit = kind === null ? BESIDE : HITS;
  const before = wantsArticles(kind) && known ? cut(known.answer, limit) : NO_ARTICLES;
  if (!wantsArticles(kind) || (known && known.limit >= limit)) {
    tell(joined(names, before, await nearOf(q, names, before, signal)), true);
    return;
  }
  tell(joined(names, before, []), false);
  // Begun sooner, it would hold up the names of what is typed next.
  if (names.hits.length > 0) await rest(signal);
  const answer = await articlesWith(q, limit, signal);
  keep({ q, limit, answer });
  tell(joined(names, answer, await nearOf(q, names, answer, signal)), true);
}

async function nearOf(
  q: string,
  names: SearchAnswer,
  articles: ArticleSearchAnswer,
  signal: AbortSignal,
): Promise<NearAnswer['near']> {
  if (names.hits.length > 0 || articles.hits.length > 0) return [];
  return (await call('NearAnswer', `/api/search/near?${wordsOf(q, NEAR)}`, undefined, signal)).near;
}

const cut = (answer: ArticleSearchAnswer, limit: number): ArticleSearchAnswer => ({
  ...answer,
  hits: answer.hits.slice(0, limit),
});

/** Rejects where the reader types on. */
async function rest(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, REST_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

const articlesWith = (q: string, limit: number, signal: AbortSignal): Promise<ArticleSearchAnswer> =>
  call('ArticleSearchAnswer', `/api/search/articles?${wordsOf(q, limit)}`, undefined, signal);

const wordsOf = (q: string, limit: number): string => fields({ q, limit: String(limit) });

/** An article that has the words is shown once, with its passages. */
export function joined(names: SearchAnswer, articles: ArticleSearchAnswer, near: NearAnswer['near']): Found {
  const inTexts = new Set(articles.hits.map(({ source }) => source.id));
  const found = {
    items: [
      ...names.hits
        .filter(({ node }) => !inTexts.has(node.id))
        .map((hit): Item => ({ type: 'node', id: hit.node.id, hit })),
      ...articles.hits.map((hit): Item => ({ type: 'article', id: hit.source.id, hit })),
    ],
    counts: names.counts,
    articles: NOTHING.articles,
    near,
  };
  return withArticles(found, { total: articles.total, more: articles.more });
}

/** Titles are searched by name as well as with the texts; the texts have at least as many. */
function withArticles(found: Found, articles: Found['articles']): Found {
  const { Article: titled = 0 } = found.counts;
  const counts = { ...found.counts, ...(articles.total > titled && { Article: articles.total }) };
  return { ...found, counts, articles };
}
