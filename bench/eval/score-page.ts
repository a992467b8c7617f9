/** One annotated page against its extraction. */
import type { ExtractedPage } from '../../ingest/contract.ts';
import type { GoldArticle, GoldPage } from './gold.ts';
import type { Check, Judgement } from './judge.ts';
import { isSameTitle, squash } from './names.ts';
import { type Found, sceneOf, unfound } from './scene.ts';
import { scoreArticle } from './score-article.ts';

/** Something of an article: its headline, or its first words. */
type Located<T> = T & { readonly article: string };

export interface PageScore {
  readonly page: string;
  readonly judgements: readonly Located<Judgement>[];
  readonly checks: readonly Located<Check>[];
}

/** An annotated article is looked for by its first words among this many of an extracted one; headlines may have been taken into it. */
const START_WITHIN = 400;
/** Enough of a headline to know the article by. */
const LABEL = 24;

const NOTHING: Found = { title: null, kind: 'news', byline: [], text: '', entities: [], facts: [] };

/** Compares article by article; what an article that was not found should have given is missed. */
export function scorePage(gold: GoldPage, page: ExtractedPage): PageScore {
  const judgements: Located<Judgement>[] = [];
  const checks: Located<Check>[] = [];
  if (gold.date !== null) {
    const seen = page.source.date?.value ?? null;
    const item = `${gold.date}, found ${seen}`;
    checks.push({ article: gold.page, measure: 'pageDate', right: seen === gold.date, item });
  }
  const left = new Set(page.articles);
  for (const expected of gold.articles) {
    const article = (expected.title ?? expected.starts).slice(0, LABEL);
    const found = articleFor(expected, [...left]);
    if (found) left.delete(found);
    judgements.push(...scoreCut(expected, found).map((judgement) => ({ article, ...judgement })));
    const kind = found?.kind ?? null;
    const item = `${expected.kind}, found ${kind}`;
    checks.push({ article, measure: 'kind', right: kind === expected.kind, item });
    const scored = scoreArticle(expected, sceneOf(found ?? NOTHING));
    judgements.push(...scored.judgements.map((judgement) => ({ article, ...judgement })));
    checks.push(...scored.checks.map((check) => ({ article, ...check })));
  }
  for (const { title, text } of left) {
    const article = (title ?? text).slice(0, LABEL);
    judgements.push({ article, category: 'articles', verdict: 'wrong', ...unfound(article, null) });
  }
  return { page: gold.page, judgements, checks };
}

/** The article that holds the first words, or failing that has the headline. */
function articleFor<T extends Found>({ title, starts }: GoldArticle, articles: readonly T[]): T | undefined {
  const start = squash(starts);
  const byStart = articles.find(({ text }) => start !== '' && squash(text).slice(0, START_WITHIN).includes(start));
  return byStart ?? (squash(title) === '' ? undefined : articles.find((found) => isSameTitle(found.title, title)));
}

/** An article with the wrong headline is one missed and one wrong. */
function scoreCut({ title, starts }: GoldArticle, found: Found | undefined): readonly Judgement[] {
  const item = title ?? starts;
  const shown = unfound(item, null);
  if (!found) return [{ category: 'articles', verdict: 'missed', ...shown }];
  if (squash(title) === '' || isSameTitle(found.title, title))
    return [{ category: 'articles', verdict: 'right', ...shown }];
  return [
    { category: 'articles', verdict: 'missed', ...shown },
    { category: 'articles', verdict: 'wrong', ...unfound(found.title ?? found.text.slice(0, LABEL), null) },
  ];
}
