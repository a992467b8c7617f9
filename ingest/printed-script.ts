/** Pages in traditional characters: they are read in simplified ones, and what is quoted of them stays as it is printed. */
import { isTraditional, simplifyText } from '../graph/traditional.ts';
import { articleId } from './articles.ts';
import type { Entity } from './contract.ts';
import type { RawPage } from './files.ts';
import type { Article, Page } from './types.ts';

/** A page to read in place of a traditional one: its text and what is given with it in simplified characters. Null for any other page. */
export function simplifiedPage(raw: RawPage): RawPage | null {
  if (!isTraditional(raw.text)) return null;
  const { given } = raw;
  const simplified = (text: string | null) => (text === null ? null : simplifyText(text));
  return {
    ...raw,
    text: simplifyText(raw.text),
    ...(given && {
      given: {
        ...given,
        title: simplified(given.title),
        publication: simplified(given.publication),
        byline: given.byline.map(({ name, role }) => ({ name: simplifyText(name), role })),
      },
    }),
  };
}

/** The page that was read from `simplified`, with titles and texts as `raw` prints them. Names of papers and in bylines stay simplified. */
export function asPrinted(page: Page, simplified: RawPage, raw: RawPage): Page {
  const sources = [simplified, raw].map(({ text, given }) => `${text}\n${given?.title ?? ''}`) as [string, string];
  const printed = (text: string) => restore(text, ...sources);
  return {
    ...page,
    articles: page.articles.map((article) => {
      const title = article.title === null ? null : printed(article.title);
      const text = printed(article.text);
      const subtitle = article.subtitle === null ? null : printed(article.subtitle);
      return { ...article, id: articleId(title, text), title, subtitle, text };
    }),
  };
}

/** Longest and shortest words by which a passage is looked up in the page; below, a character would be found anywhere. */
const LOOK_UP = [32, 8, 3] as const;

/**
 * A text put together from passages of `simplified`, in the characters of `printed`, which is as long. Blanks and line breaks may have gone or
 * come between passages.
 */
function restore(text: string, simplified: string, printed: string): string {
  let out = '';
  let near = 0;
  for (let index = 0; index < text.length; ) {
    const at = find(text, index, simplified, near);
    if (at < 0) {
      out += text.charAt(index);
      index += 1;
      continue;
    }
    let length = 0;
    while (index + length < text.length && text.charAt(index + length) === simplified.charAt(at + length)) length += 1;
    out += printed.slice(at, at + length);
    index += length;
    near = at + length;
  }
  return out;
}

/** Where the words at `index` stand in the page: from where the last passage ended, else anywhere. */
function find(text: string, index: number, page: string, near: number): number {
  for (const length of LOOK_UP) {
    const words = text.slice(index, index + length);
    const ahead = page.indexOf(words, near);
    const at = ahead >= 0 ? ahead : page.indexOf(words);
    if (at >= 0) return at;
  }
  return -1;
}

/** What the stages read of an article: itself, or a simplified copy of the same length. */
export function readable(article: Article): Article {
  const { title, text } = article;
  if (!isTraditional(`${title ?? ''}\n${text}`)) return article;
  return { ...article, title: title === null ? null : simplifyText(title), text: simplifyText(text) };
}

/** Entities with the names that the text prints in other characters among their aliases. */
export function withPrintedNames(entities: readonly Entity[], { text }: Article): Entity[] {
  return entities.map((entity) => {
    const known = new Set([entity.name, ...entity.aliases]);
    const printed = entity.mentions
      .map(([start, end]) => text.slice(start, end))
      .filter((words) => !known.has(words) && known.has(simplifyText(words)));
    return printed.length === 0 ? entity : { ...entity, aliases: [...new Set([...entity.aliases, ...printed])].sort() };
  });
}
