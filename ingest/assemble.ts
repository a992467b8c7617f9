/** Puts the pieces of a page together as drafts of articles: finds headlines, boxes inside articles, and what goes on behind a picture. */
import { endsSentence } from './chinese.ts';
import { chooseHeadline, isNewArticle } from './headline-choice.ts';
import { isNoticeHeadline } from './headlines.ts';
import { type BodyItem, breaksOff, startsInside } from './joins.ts';
import { isCredit, type Piece } from './pieces.ts';
import type { Byline } from './types.ts';

/** An article while it is being put together. */
export interface Draft {
  readonly title: readonly string[];
  readonly items: BodyItem[];
  readonly byline: Byline[];
  dateline: string | null;
  jumpTo: number | null;
  readonly jumpFrom: number | null;
  readonly note: boolean;
  readonly caption: boolean;
  signedAbove: boolean;
  /** A byline, a jump or a credit ended it. */
  closed: boolean;
}

export interface Assembly {
  readonly drafts: readonly Draft[];
  /** Short lines that belong to no article: labels and the like. */
  readonly orphans: readonly string[];
}

/** Blank lines between the pieces of a page that has only one. */
const USUAL_GAP = 1;
/** Below this many neighbouring texts their distance proves nothing. */
const FEW = 3;

/** Assembles the pieces of a page in reading order. */
export function assemble(pieces: readonly Piece[]): Assembly {
  const content = pieces.filter(({ kind }) => kind !== 'furniture');
  const paragraphGap = typicalGap(content);
  const drafts: Draft[] = [];
  const orphans: string[] = [];
  let current: Draft | null = null;
  let pending: Piece[] = [];
  /** A headline above a note whose text comes after the note. */
  let postponed: Piece[] = [];

  const start = (headline: readonly Piece[], options: Partial<Draft> = {}): Draft => {
    const draft: Draft = {
      title: headline.map(({ text }) => text),
      items: [],
      byline: [],
      dateline: null,
      jumpTo: null,
      jumpFrom: null,
      note: false,
      caption: false,
      signedAbove: false,
      closed: false,
      ...options,
    };
    drafts.push(draft);
    return draft;
  };
  const startWithPending = (options: Partial<Draft> = {}): Draft => {
    const { headline, rest } = chooseHeadline(pending.length > 0 ? pending : postponed, paragraphGap, content);
    if (pending.length > 0) dropInto(rest);
    else orphans.push(...rest.map(({ text }) => text));
    pending = [];
    postponed = [];
    return start(headline, options);
  };
  /** Lines that turned out to be no headline: picture lines of the article they stand in, or orphans. */
  const dropInto = (lines: readonly Piece[]) => {
    for (const line of lines)
      if (current && !current.closed && current.items.length > 0 && line.kind !== 'interviewee')
        current.items.push(item(line, 'line'));
      else orphans.push(line.text);
  };

  for (const [index, piece] of content.entries()) {
    if (piece.kind === 'line' || piece.kind === 'interviewee' || piece.kind === 'heading') {
      const inNotice =
        current !== null && isNotice(current) && current.items.length > 0 && piece.block.gap <= paragraphGap;
      if (inNotice && current && piece.kind === 'line' && !anchorAhead(content, index))
        current.items.push(item(piece, 'line'));
      else pending.push(piece);
      continue;
    }
    if (piece.kind === 'maybe' && isHeadlineHere(content, index, current, pending, paragraphGap)) {
      pending.push(piece);
      continue;
    }
    if (piece.kind === 'subhead') {
      pending.push(piece);
      continue;
    }
    if (piece.kind === 'byline') {
      const above = pending.length > 0 || postponed.length > 0;
      if (above && !(isCredit(piece) && current !== null && !textFollows(content, index))) {
        current = startWithPending();
        current.signedAbove = true;
      } else if (current === null) {
        current = start([], { signedAbove: true });
      } else if (current.items.length > 0) current.closed = true;
      current.byline.push(...piece.byline);
      continue;
    }
    if (piece.kind === 'continued') {
      dropInto(pending.filter((line) => line.block.gap <= paragraphGap && !endsSoon(line, piece)));
      pending = [];
      current = start([], { jumpFrom: piece.jumpFrom });
      add(current, piece, 'text');
      continue;
    }
    if (piece.kind === 'note') {
      if (pending.length > 0) postponed = pending;
      pending = [];
      current = start([], { note: true });
      if (piece.text !== '') add(current, piece, 'text');
      continue;
    }
    if (piece.kind === 'caption') {
      if (pending.length > 0 || current === null) {
        const caption = startWithPending({ caption: true });
        add(caption, piece, 'text');
        caption.closed = true;
        if (current === null || current.closed) current = caption;
        continue;
      }
      add(current, piece, current.items.length === 0 && current.title.length > 0 ? 'text' : 'caption');
      continue;
    }
    const starts =
      piece.lead !== null && !(piece.lead.second && current !== null && pending.length === 0)
        ? pending.length > 0 || postponed.length > 0 || current === null || current.items.length > 0
        : current === null ||
          (pending.length > 0 &&
            !(current.note && current.items.length === 0) &&
            isNewArticle(pending, piece, current, content, paragraphGap)) ||
          (postponed.length > 0 && current.note && current.items.length > 0);
    if (starts) current = startWithPending();
    else if (current?.note && current.items.length === 0 && pending.length > 0) {
      drafts.splice(drafts.indexOf(current), 1);
      current = startWithPending({ note: true });
    } else {
      const inSentence =
        isOpen(current as Draft) && [...pending, piece].every(({ block }) => block.gap <= paragraphGap);
      if (inSentence) for (const line of pending) add(current as Draft, line, 'text');
      else dropInto(pending);
      pending = [];
      current = goesOnIn(drafts, current as Draft, piece, paragraphGap);
    }
    add(current as Draft, piece, 'text');
  }
  dropInto(pending);
  return {
    drafts: drafts.filter(({ items, title, byline }) => items.length > 0 || (title.length > 0 && byline.length > 0)),
    orphans,
  };
}

function item(piece: Piece, kind: BodyItem['kind']): BodyItem {
  return { text: piece.text, kind, indented: piece.block.indented };
}

function add(draft: Draft, piece: Piece, kind: BodyItem['kind']): void {
  if (piece.text !== '') draft.items.push(item(piece, kind));
  draft.byline.push(...(piece.lead?.byline ?? []), ...piece.byline);
  draft.dateline ??= piece.lead?.dateline ?? null;
  draft.jumpTo ??= piece.jumpTo;
  if (piece.jumpTo !== null || (piece.byline.length > 0 && kind === 'text')) draft.closed = true;
}

function isNotice(draft: Draft): boolean {
  return !draft.signedAbove && draft.dateline === null && draft.title.some(isNoticeHeadline);
}

/** The commonest number of blank lines between two texts, or between any two pieces where texts hardly follow each other. */
function typicalGap(content: readonly Piece[]): number {
  const follows = content.slice(1).map((piece, index) => ({ piece, above: content[index] }));
  const texts = follows.filter(({ piece, above }) => piece.kind === 'text' && above?.kind === 'text');
  const counts = new Map<number, number>();
  for (const { piece } of texts.length >= FEW ? texts : follows)
    counts.set(piece.block.gap, (counts.get(piece.block.gap) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? USUAL_GAP;
}

/** Whether the lines from `index` on lead to a byline or dateline with text behind it: then they are a headline. */
function anchorAhead(content: readonly Piece[], index: number): boolean {
  let i = index;
  while (['line', 'maybe', 'interviewee'].includes(content[i]?.kind ?? '')) {
    if (content[i]?.kind === 'interviewee') return true;
    i += 1;
  }
  const anchor = content[i];
  if (anchor?.lead) return true;
  return anchor?.kind === 'byline' && textFollows(content, i);
}

function textFollows(content: readonly Piece[], index: number): boolean {
  let i = index + 1;
  while (content[i]?.kind === 'byline') i += 1;
  return content[i]?.kind === 'text' || content[i]?.kind === 'maybe' || content[i]?.kind === 'note';
}

/** A line with commas or a question mark is a headline at the top of a page, in a headline already begun, or above a byline. */
function isHeadlineHere(
  content: readonly Piece[],
  index: number,
  current: Draft | null,
  pending: readonly Piece[],
  gap: number,
): boolean {
  const next = content[index + 1];
  const piece = content[index] as Piece;
  if (next === undefined) return false;
  const last = current?.items.at(-1);
  if (current && !current.closed && last?.kind === 'text' && breaksOff(last.text)) return false;
  if (anchorAhead(content, index)) return true;
  if (current === null || current.closed)
    return !endsSentence(piece.text) || next.kind === 'line' || next.block.gap > 0 || next.block.indented;
  return (pending.length > 0 || piece.block.gap > gap) && !endsSentence(piece.text);
}

/** A label right above 上接 belongs to neither side. */
function endsSoon(line: Piece, next: Piece): boolean {
  return next.block.index - line.block.index <= 1;
}

/** Which draft a text without headline belongs to: the current one, or an earlier one that was broken off by a box or a picture. */
function goesOnIn(drafts: readonly Draft[], current: Draft, piece: Piece, gap: number): Draft {
  const last = current.items.at(-1);
  const complete = last !== undefined && !breaksOff(last.text);
  if (!complete) return current;
  const open = drafts.findLast((draft) => draft !== current && !draft.closed && isOpen(draft));
  if (open && (current.closed || current.note || startsInside(piece.text) || piece.block.gap > gap)) return open;
  if (!current.caption) return current;
  return drafts.findLast((draft) => !draft.caption && !draft.closed && !draft.note) ?? current;
}

function isOpen(draft: Draft): boolean {
  const last = draft.items.findLast(({ kind }) => kind === 'text');
  return last !== undefined && breaksOff(last.text);
}
