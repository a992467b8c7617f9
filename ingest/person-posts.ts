/** Where the posts of a document begin and end, as far as that says where names stand. Positions count UTF-16 units. */
import type { PostPhrase } from './post-phrases.ts';
import type { Span } from './types.ts';

/** 副县长（挂职）: the name stands behind the bracket. */
const REMARK = /^[（(][^（）()，。]{1,8}[）)](?=\p{Script=Han})/u;
const REMARK_REACH = 12;
/** A body of at least so many characters is printed in full (某大学教授). */
const FULL_BODY = 3;

export interface PostBorders {
  /** Behind a post, and what is bracketed behind it. */
  readonly ends: ReadonlySet<number>;
  /** The same of posts that are printed with their body. */
  readonly fullEnds: ReadonlySet<number>;
  readonly starts: ReadonlySet<number>;
  /** Where posts without a body begin. */
  readonly bareHeads: ReadonlySet<number>;
}

/** Where the posts that were found in a text begin and end. */
export function postBorders(text: string, posts: readonly PostPhrase[]): PostBorders {
  const behind = ({ end }: Span) => end + (REMARK.exec(text.slice(end, end + REMARK_REACH))?.[0].length ?? 0);
  return {
    ends: new Set(posts.map(behind)),
    fullEnds: new Set(posts.filter(({ body }) => body.length >= FULL_BODY).map(behind)),
    // 摆好席卡，人民陪审员甘某: a post that a name follows says nothing of the words before it.
    starts: new Set(
      posts.filter(({ end }) => !/(?![也又兼同])\p{Script=Han}/u.test(text[end] ?? '')).map(({ start }) => start),
    ),
    bareHeads: new Set(posts.filter(({ body }) => body === '').map(({ start }) => start)),
  };
}
