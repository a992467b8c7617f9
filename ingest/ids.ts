/** Ids of entities: made from what an entity is, never from a counter, so that every run and machine gives the same. */
import { ID_PREFIX } from '../graph/model.ts';

export const personId = (name: string): string => ID_PREFIX.Person + name;
export const placeId = (path: string): string => ID_PREFIX.Place + path;
export const organizationId = (name: string): string => ID_PREFIX.Organization + name;
export const programId = (name: string): string => ID_PREFIX.Program + name;

/** Characters of an article's hash that tell undated events of one name in different articles apart. */
const ARTICLE_PART = 8;
/** Names from this length on tell an event of a day from the others: 汇报会 does not. */
const TELLING_NAME = 6;

/**
 * A dated event is known by its day and name, so that two articles on it give one id; an undated one belongs to its article,
 * because a name such as 座谈会 comes back every week; so does a dated one with a name that says too little.
 */
export function eventId(name: string, date: string | null, articleId: string): string {
  const article = articleId.slice(ID_PREFIX.Article.length, ID_PREFIX.Article.length + ARTICLE_PART);
  const when = date === null ? article : name.length < TELLING_NAME ? `${date}/${article}` : date;
  return `${ID_PREFIX.Event}${when}/${name}`;
}
