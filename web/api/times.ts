/** Contract of the time bar: when what is shown was printed, and how much was printed at all. */
import { z } from 'zod';
import { MAX_SHOWN } from './limits.ts';

export const PrintedInput = z.object({ ids: z.array(z.string()).max(MAX_SHOWN) });

/** The articles that report the events among some nodes, and that state the relations among them which have no event at either end. */
export const PrintedAnswer = z.object({
  /** With the day of publication, cut to its precision; null where it is unknown. */
  articles: z.array(z.object({ id: z.string(), date: z.string().nullable(), precision: z.string().nullable() })),
  /** Event ids and relation keys, with the ids of the articles. */
  of: z.record(z.string(), z.array(z.string())),
});
export type PrintedAnswer = z.infer<typeof PrintedAnswer>;

/** Articles in the whole graph by the year they were printed in, oldest first; years without any are left out. */
export const ArticleYears = z.object({ years: z.array(z.object({ year: z.number(), articles: z.number() })) });
export type ArticleYears = z.infer<typeof ArticleYears>;
