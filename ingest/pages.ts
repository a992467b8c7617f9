/** Reads a page file: front matter, masthead, articles, and the day of publication. */

import { finishArticle } from './articles.ts';
import { assemble } from './assemble.ts';
import { readBlocks } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { dateOf, readMasthead } from './masthead.ts';
import { dateOfIssue, loadNewspapers, newspaperNamed } from './newspapers.ts';
import { guessPageDate } from './page-date.ts';
import { readPieces } from './pieces.ts';
import type { Article, DateValue, Issue, Page, Staged } from './types.ts';

export interface PageFile {
  readonly file: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly text: string;
}

export interface PageOptions {
  /** Given by a person; it wins over what the page says. */
  readonly date?: DateValue | null;
  readonly publication?: string | null;
  /** The place a paper is published for, by its name or else by what the text is about. */
  homeOf(publication: string | null, text: string): string | null;
}

const NEWSPAPERS = loadNewspapers();

/**
 * The page a file holds, as the one item. Never throws for odd text; what could not be told (`no-page-date`, `no-articles`, `orphan-line`) is among
 * the issues.
 */
export function readPage(input: PageFile, options: PageOptions): Staged<Page> {
  const { fields, rest } = readFrontMatter(input.text);
  const blocks = readBlocks(rest);
  const masthead = readMasthead(blocks, NEWSPAPERS);
  const { drafts, orphans } = assemble(readPieces(blocks, masthead.blocks));
  const articles = withTitle(drafts.map(finishArticle), fields.title);
  const publication = options.publication ?? fields.publication ?? masthead.publication ?? announcedPaper(articles);
  const issue = masthead.issue ?? (/^\d{1,6}$/u.test(fields.issue ?? '') ? Number(fields.issue) : null);
  const filed = dateOf(fields.date ?? '');
  const date =
    options.date ??
    (filed && { ...filed, basis: 'file' }) ??
    masthead.date ??
    byIssue(issue, publication) ??
    guessPageDate(articles, orphans);
  const page: Page = {
    file: input.file,
    sha256: input.sha256,
    publication,
    issue,
    date,
    home: options.homeOf(publication, rest),
    articles,
  };
  const issues: Issue[] = orphans.map((text) => ({ stage: 'articles', reason: 'orphan-line', text }));
  if (date === null) issues.push({ stage: 'pages', reason: 'no-page-date', text: input.file });
  if (articles.length === 0) issues.push({ stage: 'pages', reason: 'no-articles', text: input.file });
  return { items: [page], issues };
}

/** A paper that speaks of itself by name in a notice (`《某报》休刊`). */
function announcedPaper(articles: readonly Article[]): string | null {
  const notices = articles.filter(({ kind }) => kind === 'notice').map(({ text }) => text);
  const names = notices.flatMap((text) =>
    [...text.matchAll(/《([^《》]{2,14})》/gu)].map((match) => match[1] as string),
  );
  return names.find((name) => newspaperNamed(name, NEWSPAPERS) !== null || name.endsWith('报')) ?? null;
}

function byIssue(issue: number | null, publication: string | null): DateValue | null {
  const paper = publication === null ? null : newspaperNamed(publication, NEWSPAPERS);
  const value = issue === null || paper === null ? null : dateOfIssue(issue, paper);
  return value === null ? null : { value, precision: 'day', basis: 'issue-number' };
}

/** The title in front matter heads the first article if that has none. */
function withTitle(articles: readonly Article[], title: string | undefined): readonly Article[] {
  const [first, ...others] = articles;
  if (!first || first.title !== null || title === undefined || title === '') return articles;
  return [{ ...first, title }, ...others];
}
