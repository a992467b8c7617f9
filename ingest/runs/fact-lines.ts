/** The facts of a page as a run keeps them, so that two runs can be compared by their words and rules. */
import { formatEvidence, relationKey } from '../../graph/model.ts';
import type { ExtractedArticle, ExtractedPage, Fact } from '../contract.ts';
import type { FactLine } from './records.ts';

/** @param page id of the page's content */
export function factLines(page: string, { source, articles }: ExtractedPage): readonly FactLine[] {
  return articles.flatMap((article) =>
    article.facts.map((fact) => ({
      page,
      file: source.file,
      article: article.id,
      key: relationKey(fact.type, fact.from, fact.to, fact.title ?? fact.stage),
      details: detailsOf(fact),
      said: [fact, ...(fact.also ?? [])].map((statement) => saidIn(article, statement)),
    })),
  );
}

function saidIn(
  { id, text }: ExtractedArticle,
  { rule, confidence, evidence: [start, end] }: Pick<Fact, 'rule' | 'confidence' | 'evidence'>,
): FactLine['said'][number] {
  const evidence = formatEvidence({ articleId: id, start, end });
  return { rule, confidence, evidence, quote: text.slice(start, end) };
}

function detailsOf({ acting, former, date, dateText, program }: Fact): FactLine['details'] {
  return {
    ...(acting ? { acting } : {}),
    ...(former ? { former } : {}),
    ...(date ? { date: date.value, dateBasis: date.basis } : {}),
    ...(dateText ? { dateText } : {}),
    ...(program ? { program } : {}),
  };
}
