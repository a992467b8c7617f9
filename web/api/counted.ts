/** How current a number is that was counted over the whole graph. */
import { z } from 'zod';

export const CountState = z.object({
  /** Articles of the graph that was counted. */
  articles: z.number(),
  /** False while changes since then are being counted: ask again in some seconds. */
  isCurrent: z.boolean(),
});
export type CountState = z.infer<typeof CountState>;
