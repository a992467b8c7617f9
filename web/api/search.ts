/** What the search box asks beside names: words in articles, and names near one that nothing has. */
import { z } from 'zod';
import { NodeBrief, Source } from '../api.ts';

/** Half-open, UTF-16. */
const Span = z.tuple([z.number(), z.number()]);

export const FoundPassage = z.object({
  start: z.number(),
  text: z.string(),
  spans: z.array(Span),
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
});
export type FoundPassage = z.infer<typeof FoundPassage>;

export const ArticleHit = z.object({ source: Source, titleSpans: z.array(Span), passages: z.array(FoundPassage) });
export type ArticleHit = z.infer<typeof ArticleHit>;

/** `more`: so many articles may have the words that only some were looked at. */
export const ArticleSearchAnswer = z.object({ hits: z.array(ArticleHit), total: z.number(), more: z.boolean() });
export type ArticleSearchAnswer = z.infer<typeof ArticleSearchAnswer>;

export const NearAnswer = z.object({
  near: z.array(z.object({ node: NodeBrief, form: z.string(), by: z.enum(['sound', 'character']) })),
});
export type NearAnswer = z.infer<typeof NearAnswer>;
