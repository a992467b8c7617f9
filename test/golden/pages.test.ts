import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../../ingest/pages.ts';
import type { Article, Page } from '../../ingest/types.ts';
import { seedPages } from '../support/pages.ts';

/** So many characters of each end show that an article starts and stops where it should. */
const ENDS = 12;

test.each(seedPages().map((page) => [basename(page.file, '.txt'), page] as const))(
  'page %s is cut into the same articles as before',
  async (name, raw) => {
    const [page] = readPage(raw, { homeOf: () => null }).items;
    await expect(page ? describePage(page) : '').toMatchFileSnapshot(`cases/pages/${name}.txt`);
  },
);

function describePage({ publication, issue, date, articles }: Page): string {
  const day = date === null ? '-' : `${date.value} (${date.precision}, ${date.basis})`;
  return [
    `publication ${publication ?? '-'}`,
    `issue ${issue ?? '-'}`,
    `date ${day}`,
    ...articles.map(describeArticle),
    '',
  ].join('\n');
}

function describeArticle({ kind, title, byline, dateline, jump, text }: Article): string {
  const lines = [
    `${kind} ${title ?? '-'}`,
    ...byline.map(({ name, role }) => `  ${role} ${name}`),
    ...(dateline === null ? [] : [`  dateline ${dateline}`]),
    ...Object.entries(jump ?? {}).map(([direction, number]) => `  jump ${direction} ${number}`),
    `  ${text.length} characters, ${text.split('\n').length} paragraphs`,
    ...text.split('\n').map((paragraph) => `    ${paragraph.slice(0, ENDS)} … ${paragraph.slice(-ENDS)}`),
  ];
  return `\n${lines.join('\n')}`;
}
