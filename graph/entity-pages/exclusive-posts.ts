/** Which posts only one person at a time holds: a list with reasons, since two such holders are a conflict and two deputies are none. */
import { readFileSync } from 'node:fs';

export interface ExclusivePost {
  /** How titles of the post end. */
  readonly ending: string;
  /** What makes it another post where it stands right before the ending (副). */
  readonly notAfter: readonly string[];
  /** First year in which it was held by one alone; null for ever. */
  readonly since: number | null;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** Lines of tab-separated fields; `#` begins a comment. */
function parseExclusivePosts(text: string): readonly ExclusivePost[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [ending = '', notAfter = '', since = '', zh = '', en = ''] = line.split('\t');
      return {
        ending,
        notAfter: notAfter.split(' ').filter(Boolean),
        since: since === '' ? null : Number(since),
        reason: { zh, en },
      };
    });
}

export const EXCLUSIVE_POSTS = parseExclusivePosts(
  readFileSync(new URL('./exclusive-posts.tsv', import.meta.url), 'utf8'),
);

/** A title that makes its holder the only one in a body. */
export interface HeldAlone {
  readonly post: ExclusivePost;
  /** Equal for two titles that mean one post of one body: 省委政法委书记 and 政法委书记 of 浙江省委政法委. */
  readonly name: string;
}

/**
 * The exclusive post that a title names, or null. What stands before the ending is left out where it is only the body's own name;
 * else it stays, since 办公室主任 of a committee is not its 主任.
 */
export function heldAlone(title: string, body: string): HeldAlone | null {
  const longestFirst = [...EXCLUSIVE_POSTS].sort((one, other) => other.ending.length - one.ending.length);
  const post = longestFirst.find(({ ending }) => title.endsWith(ending));
  if (!post) return null;
  const before = title.slice(0, -post.ending.length);
  if (post.notAfter.some((word) => before.endsWith(word))) return null;
  const plain = before.replace(/^代/u, '').replace(/代$/u, '');
  return { post, name: body.includes(plain) ? post.ending : plain + post.ending };
}
