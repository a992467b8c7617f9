/** What an input states about its article outside the text: front matter, the fields of a JSON line, the head of a web page. */
import { articleId, finishArticle } from './articles.ts';
import { parseByline } from './bylines.ts';
import { dateAt } from './date-values.ts';
import { addPiece, newDraft } from './drafts.ts';
import { dateOf } from './masthead.ts';
import type { Piece } from './pieces.ts';
import type { Article, Byline, DateValue, Issue } from './types.ts';

export interface Given {
  /** With a title the input is one article; without one it is read as a page. */
  readonly title: string | null;
  readonly byline: readonly Byline[];
  /** Day of publication in any usual form; null where the input names none. */
  readonly date: string | null;
  readonly publication: string | null;
  readonly issue: number | null;
  /** Number of the printed page. */
  readonly pageNumber: number | null;
  /** Web address of the article. */
  readonly url: string | null;
  /** What was stated and could not be read. */
  readonly issues: readonly Issue[];
}

export const NOTHING_GIVEN: Given = {
  title: null,
  byline: [],
  date: null,
  publication: null,
  issue: null,
  pageNumber: null,
  url: null,
  issues: [],
};

/** China has kept one time zone all year since 1992; papers date their articles by it. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/u;

/**
 * The day, month or year that a field states: `2019-07-03`, `2019年7月3日 09:12`, `20190703`, `2019-07`, `2019`; a time stamp with its
 * zone is taken to China's. Basis `file`. Null for anything else.
 */
export function readGivenDate(text: string): DateValue | null {
  const words = text.trim();
  const time = TIMESTAMP.test(words) ? Date.parse(words) : Number.NaN;
  const local = Number.isNaN(time) ? words : new Date(time + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  const printed = dateOf(local.replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3'));
  if (printed) return { ...printed, basis: 'file' };
  const match = /^(\d{4})年?(?:(?<!年)[-/.](\d{1,2}))?$/u.exec(local);
  return match && dateAt(Number(match[1]), match[2] === undefined ? null : Number(match[2]), null, 'file');
}

/** The people whom a byline field names, without a role word as reporters; null where it holds anything else. */
export function readGivenByline(text: string): readonly Byline[] | null {
  const words = text
    .replace(/["'[\]]/gu, '')
    .replace(/[;；,，]/gu, '、')
    .trim();
  return words === '' ? [] : parseByline(words, 'reporter');
}

/** The pieces of a text as one article under the given title. People in its text who are not given sign it too. */
export function givenArticle(pieces: readonly Piece[], given: Given): Article {
  const title = (given.title ?? '').replace(/\s+/gu, ' ').trim();
  const jumpFrom = pieces.find((piece) => piece.jumpFrom !== null)?.jumpFrom ?? null;
  const draft = { ...newDraft([], { jumpFrom, signedAbove: given.byline.length > 0 }), title: [title] };
  for (const piece of pieces) {
    if (piece.kind === 'furniture' || tight(piece.text) === tight(title)) continue;
    if (piece.kind === 'byline' && draft.items.length === 0) draft.signedAbove = true;
    addPiece(draft, piece, RUNNING.has(piece.kind) ? 'text' : piece.kind === 'caption' ? 'caption' : 'line');
  }
  const article = finishArticle(draft);
  const others = article.byline.filter(({ name }) => !given.byline.some((one) => one.name === name));
  return {
    ...article,
    id: articleId(title, article.text),
    title,
    byline: [...given.byline, ...others],
  };
}

/** Kinds of piece that are paragraphs of the body. */
const RUNNING: ReadonlySet<Piece['kind']> = new Set(['text', 'maybe', 'note', 'continued']);

function tight(text: string): string {
  return text.replace(/\s/gu, '');
}
