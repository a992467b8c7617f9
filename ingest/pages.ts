/** Reads a page file: front matter, masthead, articles, and the day of publication. */

import { finishArticle } from './articles.ts';
import { assemble } from './assemble.ts';
import { readBlocks } from './blocks.ts';
import { givenByFrontMatter, readFrontMatter } from './front-matter.ts';
import { type Given, givenArticle, readGivenDate } from './given.ts';
import { readMasthead } from './masthead.ts';
import { dateOfIssue, loadNewspapers, newspaperNamed } from './newspapers.ts';
import { guessPageDate } from './page-date.ts';
import { pageNumberOfFile } from './page-number.ts';
import { readPieces } from './pieces.ts';
import type { Article, DateValue, Issue, Page, Staged } from './types.ts';

export interface PageFile {
  readonly file: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly text: string;
  /** What the input states beside the text; then the text has no front matter. */
  readonly given?: Given;
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
  const front = input.given ? null : readFrontMatter(input.text);
  const given = input.given ?? givenByFrontMatter(front?.fields ?? {});
  const rest = front?.rest ?? input.text;
  const blocks = readBlocks(rest);
  const masthead = readMasthead(blocks, NEWSPAPERS);
  const pieces = readPieces(blocks, masthead.blocks);
  const isOne = input.given !== undefined && given.title !== null;
  const { drafts, orphans } = isOne ? { drafts: [], orphans: [] } : assemble(pieces);
  const read = isOne ? [givenArticle(pieces, given)].filter(({ text }) => text !== '') : drafts.map(finishArticle);
  const articles = withGiven(read, given);
  const publication = options.publication ?? given.publication ?? masthead.publication ?? announcedPaper(articles);
  const issue = masthead.issue ?? given.issue;
  const filed = given.date === null ? null : readGivenDate(given.date);
  const date =
    options.date ?? filed ?? masthead.date ?? byIssue(issue, publication) ?? guessPageDate(articles, orphans);
  const page: Page = {
    file: input.file,
    sha256: input.sha256,
    publication,
    issue,
    date,
    pageNumber: given.pageNumber ?? masthead.pageNumber ?? pageNumberOfFile(input.file),
    home: options.homeOf(publication, rest),
    articles,
  };
  const issues: Issue[] = [
    ...given.issues,
    ...orphans.map((text) => ({ stage: 'articles', reason: 'orphan-line', text })),
  ];
  if (given.date !== null && filed === null) issues.push({ stage: 'pages', reason: 'unread-date', text: given.date });
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

/** What is given goes to the first article, where its text does not say it; the address holds for all. */
function withGiven(articles: readonly Article[], { title, byline, url }: Given): readonly Article[] {
  return articles.map((article, index) => {
    const named = index === 0 && article.title === null && title !== null && title !== '' ? { title } : {};
    const signed = articles.length === 1 && article.byline.length === 0 ? { byline } : {};
    return { ...article, ...named, ...signed, ...(url === null ? {} : { url }) };
  });
}
