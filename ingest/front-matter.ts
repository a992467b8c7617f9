/** The `---` block of `key: value` lines that may open a page file. */

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
  作者: 'author',
};

/** Reads front matter; without any (or without its closing line) `fields` is empty and `rest` is the text. Keys are lower case. */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^\ufeff?\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text.slice(0, 4000));
  if (!match) return { fields: {}, rest: text };
  const fields: Record<string, string> = {};
  for (const line of (match[1] as string).split(/\r?\n/u)) {
    const pair = /^\s*([^:：]{1,30}?)\s*[:：]\s*(.*?)\s*$/u.exec(line);
    if (!pair) return { fields: {}, rest: text };
    const key = (pair[1] as string).toLowerCase();
    fields[KEYS[key] ?? key] = (pair[2] as string).replace(/^(["'])(.*)\1$/u, '$2');
  }
  return { fields, rest: text.slice(match[0].length) };
}
