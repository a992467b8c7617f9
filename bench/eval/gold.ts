/** The shape of an annotated page (test/gold/README.md). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ZhituError } from '../../graph/errors.ts';
import { ArticleKind, BylineRole, EventType, Precision, Stage } from '../../graph/shapes.ts';

/** One thing by each of its names, the canonical one first; a single name may be written without its list. */
const Names = z.union([z.string().transform((name) => [name]), z.array(z.string()).min(1)]);
export type Names = z.infer<typeof Names>;

const GoldEvent = z.strictObject({
  id: z.string(),
  type: EventType,
  names: z.array(z.string()).min(1),
  date: z.string().nullable(),
  datePrecision: Precision.nullable(),
  places: z.array(Names),
  participants: z.array(z.strictObject({ person: z.string(), role: z.enum(['chaired', 'spoke', 'attended']) })),
  presenters: z.array(Names),
  organizers: z.array(z.string()),
  programs: z.array(z.string()),
});
export type GoldEvent = z.infer<typeof GoldEvent>;

const GoldPost = z.tuple([Names, Names]);
export type GoldPost = z.infer<typeof GoldPost>;

const GoldLaunch = z.strictObject({
  program: z.string(),
  place: Names,
  stage: Stage,
  date: z.string().nullable(),
});
export type GoldLaunch = z.infer<typeof GoldLaunch>;

/** One place took something from another: their paths. */
const GoldLearning = z.strictObject({ learner: Names, model: Names });
export type GoldLearning = z.infer<typeof GoldLearning>;

const stated = {
  persons: z.array(Names).default([]),
  posts: z.array(GoldPost).default([]),
  places: z.array(Names).default([]),
  organizations: z.array(Names).default([]),
  programs: z.array(Names).default([]),
  events: z.array(GoldEvent).default([]),
  launched: z.array(GoldLaunch).default([]),
  learned: z.array(GoldLearning).default([]),
};

const GoldArticle = z.strictObject({
  title: z.string().nullable(),
  kind: ArticleKind,
  starts: z.string(),
  byline: z.array(z.strictObject({ name: z.string(), role: BylineRole })).default([]),
  ...stated,
  /** What may be found or left out. */
  optional: z.strictObject(stated).prefault({}),
});
export type GoldArticle = z.infer<typeof GoldArticle>;

export const GoldPage = z.strictObject({
  /** Name of the text file. */
  page: z.string(),
  issue: z.int().nullable(),
  date: z.string().nullable(),
  datePrecision: Precision.nullable(),
  articles: z.array(GoldArticle),
});
export type GoldPage = z.infer<typeof GoldPage>;

/** @throws ZhituError `bad-input` for a file that is no annotation, naming the first key that does not fit */
export function readGold(file: string): GoldPage {
  const found = GoldPage.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new ZhituError(
    'bad-input',
    `${file}: ${issue?.path.join('.')}: ${issue?.message} (test/gold/README.md has the shape)`,
  );
}
