/** The `---` block of `key: value` lines that may open a page file. */
import { type Given, NOTHING_GIVEN, readGivenByline } from './given.ts';

export interface FrontMatter {
  readonly fields: Readonly<Record<string, string>>;
  /** The text behind it. */
  readonly rest: string;
}

const KEYS: Readonly<Record<string, string>> = {
  日期: 'date',
  发布日期: 'date',
  published: 'date',
  publishedon: 'date',
  publication: 'publication',
  newspaper: 'publication',
  paper: 'publication',
  source: 'publication',
  报纸: 'publication',
  报名: 'publication',
  来源: 'publication',
  标题: 'title',
  题目: 'title',
  期: 'issue',
  期号: 'issue',
  作者: 'byline',
  记者: 'byline',
  author: 'byline',
  authors: 'byline',
  版: 'page',
  版次: 'page',
  网址: 'url',
  链接: 'url',
  link: 'url',
  permalink: 'url',
};

/**
 * Reads front matter; without any (or without its closing line) `fields` is empty and `rest` is the text. Keys are lower case. The items
 * of a list (`- item`) are joined with `、`; blank lines and `#` comments are passed over.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^\ufeff?\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text.slice(0, 4000));
  if (!match) return { fields: {}, rest: text };
  const fields: Record<string, string> = {};
  let list: string | null = null;
  for (const line of (match[1] as string).split(/\r?\n/u)) {
    const item = list === null ? null : /^\s*(?:-\s+(.*?)|#.*|)\s*$/u.exec(line);
    if (item && list !== null) {
      fields[list] = [fields[list], unquoted(item[1] ?? '')].filter((part) => part !== '').join('、');
      continue;
    }
    const pair = /^\s*([^:：]{1,30}?)\s*[:：]\s*(.*?)\s*$/u.exec(line);
    if (!pair) return { fields: {}, rest: text };
    const key = (pair[1] as string).toLowerCase();
    list = KEYS[key] ?? key;
    fields[list] = unquoted(pair[2] as string);
  }
  return { fields, rest: text.slice(match[0].length) };
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/u, '$2');
}

/** What the fields of front matter state about the article or page below them. */
export function givenByFrontMatter(fields: FrontMatter['fields']): Given {
  const stated = (key: string): string | null => fields[key] || null;
  const number = (key: string): number | null => {
    const digits = /^第?\s?[A-Za-z]?0*(\d{1,6})\s?[版期]?$/u.exec(fields[key] ?? '')?.[1];
    return digits === undefined ? null : Number(digits);
  };
  const words = stated('byline');
  const byline = words === null ? [] : readGivenByline(words);
  return {
    ...NOTHING_GIVEN,
    title: stated('title'),
    byline: byline ?? [],
    date: stated('date'),
    publication: stated('publication'),
    issue: number('issue'),
    pageNumber: number('page'),
    url: stated('url'),
    issues: byline === null ? [{ stage: 'pages', reason: 'unread-byline', text: words ?? '' }] : [],
  };
}
