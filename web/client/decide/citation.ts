/** A quote with its source, ready to paste into a paper. */
import type { Quote } from '../../api.ts';
import type { Language } from '../language.ts';

/** What a reference needs; `address` opens the sentence. */
export type Cited = Pick<Quote, 'quote' | 'source'> & { readonly address: string };

/**
 * The quote on a line of its own, then the source. In Chinese in the order of GB/T 7714-2015 for an article of a newspaper (`[N]`): authors,
 * title, paper, day, and the address; in English as newspapers are cited by name and day. What the page does not print is left out, but
 * for the day, of which it is said that it is unknown.
 */
export function citation({ quote, source, address }: Cited, language: Language): string {
  const authors = source.byline.map(({ name }) => name);
  const title = source.title.trim();
  if (language === 'zh') {
    const paper = [source.publication ?? '', source.date ?? '日期不详'].filter(Boolean).join(', ');
    const issue = source.issue === null ? '' : `(第${source.issue}期)`;
    const parts = [authors.join(', '), `${title}[N]`, `${paper}${issue}`, address];
    return `“${quote.trim()}”\n${parts.filter(Boolean).join('. ')}`;
  }
  const issue = source.issue === null ? '' : `no. ${source.issue}`;
  const paper = [source.publication ?? '', issue, source.date ?? 'n.d.'].filter(Boolean).join(', ');
  return `“${quote.trim()}”\n${[authors.join(', '), `“${title}”`, paper, address].filter(Boolean).join('. ')}`;
}
