/** Puts headline and body of an article into the one string that the mention stages look at. */
import { splitSentences } from './sentences.ts';
import type { Article, Document, Page } from './types.ts';

/** The document of an article of `page`: `text` is the headline, a line break and the body; offsets count UTF-16 units of it. */
export function toDocument(article: Article, page: Pick<Page, 'date' | 'home'>): Document {
  const headline = `${article.title ?? ''}\n`;
  const text = headline + article.text;
  return {
    article,
    text,
    bodyStart: headline.length,
    sentences: splitSentences(text, headline.length),
    pageDate: page.date,
    home: page.home,
  };
}
