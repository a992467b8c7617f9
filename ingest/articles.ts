/** Finishes articles: joined body, kind, subtitle and a stable id. */
import { hash } from 'node:crypto';
import { kindOf } from './article-kind.ts';
import type { Draft } from './drafts.ts';
import { joinBody } from './joins.ts';
import type { Article, Byline } from './types.ts';

/** A line that names a chair or a speaker, or what the main line is about, rather than being the main line. */
const SUBTITLE = /^——|(?:主持|讲话|致辞|出席|作批示|强调|指出|要求)$/u;
const ID_DIGITS = 16;

/** The article a draft holds. */
export function finishArticle(draft: Draft): Article {
  const paragraphs = joinBody(draft.items);
  const text = paragraphs.map(closePadding).join('\n');
  const kind = kindOf({
    title: draft.title,
    text,
    continued: draft.jumpFrom !== null,
    note: draft.note,
    caption: draft.caption,
    dateline: draft.dateline !== null && !draft.datedBelow,
    signedAbove: draft.signedAbove,
    signed: draft.byline.length > 0,
  });
  const lines = draft.title.map((line) => line.trim());
  const title = lines.length > 0 && kind !== 'continuation' ? lines.join(' ') : null;
  const subtitle = lines.length > 1 ? lines.filter((line) => SUBTITLE.test(line)).join(' ') : '';
  const jump = {
    ...(draft.jumpTo === null ? {} : { to: draft.jumpTo }),
    ...(draft.jumpFrom === null ? {} : { from: draft.jumpFrom }),
  };
  return {
    id: articleId(title, text),
    title,
    subtitle: subtitle === '' ? null : subtitle,
    kind,
    jump: Object.keys(jump).length > 0 ? jump : null,
    byline: unique(draft.byline),
    dateline: draft.dateline,
    text,
  };
}

/** Printers pad two-character names (舒　展) to the width of three; inside a line of text a blank between Han characters means nothing else. */
function closePadding(line: string): string {
  if (!/[\u3000 ]/u.test(line)) return line;
  return line.replace(/(?<=\p{Script=Han})[\u3000 ]+(?=\p{Script=Han})/gu, '');
}

/** `article/` + the first 16 hex digits of SHA-256 over the NFKC form of title, line break and text. */
export function articleId(title: string | null, text: string): string {
  const digits = hash('sha256', `${title ?? ''}\n${text}`.normalize('NFKC'));
  return `article/${digits.slice(0, ID_DIGITS)}`;
}

function unique(bylines: readonly Byline[]): readonly Byline[] {
  return bylines.filter(
    ({ name, role }, index) => bylines.findIndex((other) => other.name === name && other.role === role) === index,
  );
}
