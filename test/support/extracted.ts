/** What the whole pipeline finds in the text of one article. */
import type { ExtractedArticle } from '../../ingest/contract.ts';
import { openPipeline } from '../../ingest/pipeline.ts';

const pipeline = openPipeline();
const PAGE = { date: { value: '2020-06-12', precision: 'day', basis: 'masthead' } as const, home: '浙江省' };

/** The extraction of an article with this body and headline, on a page of Zhejiang of 12 June 2020. */
export function extracted(text: string, title: string | null = null): Pick<ExtractedArticle, 'entities' | 'facts'> {
  const article = {
    id: 'article/0123456789abcdef',
    title,
    subtitle: null,
    kind: 'news',
    jump: null,
    byline: [],
    dateline: null,
    text,
  } as const;
  return pipeline.extract(article, PAGE).items[0] ?? { entities: [], facts: [] };
}
