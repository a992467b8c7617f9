/** The second extractor: pages are read as ever, and what their articles state is asked of a language model. */
import { ExtractedArticle } from '../contract.ts';
import type { PageExtractor, PageOutcome } from '../extract.ts';
import { extractedArticle, type Pipeline, pageResult } from '../pipeline.ts';
import type { Article, Page, Staged } from '../types.ts';
import { type Asking, askArticle } from './ask.ts';
import type { AnswerCache } from './cache.ts';
import type { Chat } from './chat.ts';
import { limiter } from './limiter.ts';
import { mergeFindings } from './merge.ts';
import type { UsageTally } from './usage.ts';

export interface LlmExtractorOptions {
  /** Reads the pages, and for `both` also the articles. */
  readonly pipeline: Pick<Pipeline, 'read' | 'extract'>;
  readonly chat: Chat;
  readonly cache: AnswerCache;
  /** `llm`: what the model finds; `both`: that and what the rules find, united. */
  readonly mode: 'llm' | 'both';
  /** Requests at once. */
  readonly concurrency: number;
  readonly tally: UsageTally;
}

/** An article that gets no answer is left with what the rules find (`both`) or empty (`llm`), and its page says so. */
export function openLlmExtractor(options: LlmExtractorOptions): PageExtractor {
  const { pipeline, mode, concurrency } = options;
  const asking: Asking = { ...options, limit: limiter(concurrency) };

  async function extract(article: Article, page: Page): Promise<Staged<ExtractedArticle> & { isIncomplete: boolean }> {
    const asked = await askArticle(article, page, asking);
    const ruled = mode === 'both' ? pipeline.extract(article, page) : { items: [], issues: [] };
    const found = mergeFindings([asked, ...ruled.items]);
    const { entities, facts } = found;
    const item = ExtractedArticle.parse(extractedArticle(article, { entities: [...entities], facts: [...facts] }));
    return { items: [item], issues: [...ruled.issues, ...asked.issues], isIncomplete: asked.isIncomplete };
  }

  return {
    // A page has few articles and some have one: further pages fill the requests that are free.
    pagesAtOnce: concurrency,
    async run(raw): Promise<PageOutcome> {
      const read = pipeline.read(raw);
      const articles = await Promise.all(read.page.articles.map((article) => extract(article, read.page)));
      const open = articles.filter(({ isIncomplete }) => isIncomplete).length;
      const result = pageResult(read, articles);
      if (open === 0) return result;
      return { ...result, problem: { reason: 'no-answer', message: unanswered(open, articles.length) } };
    },
  };
}

function unanswered(open: number, all: number): string {
  return `the model gave no usable answer for ${open} of ${all} articles, and the rest is kept. Run it again: what was answered comes from the cache`;
}
