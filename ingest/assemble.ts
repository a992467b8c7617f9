/** Puts the pieces of a page together as drafts of articles: finds headlines, boxes inside articles, and what goes on behind a picture. */
import { parseByline } from './bylines.ts';
import { endsSentence } from './chinese.ts';
import { addPiece, type Draft, type DraftOptions, isNotice, isOpen, newDraft } from './drafts.ts';
import { isBareDate } from './furniture.ts';
import { chooseHeadline, headsBriefs, isNewArticle } from './headline-choice.ts';
import { endsInColon } from './headlines.ts';
import { breaksOff, startsInside } from './joins.ts';
import { leadsToByline, type PageLayout, readLayout, textFollows } from './page-layout.ts';
import { isOwnPicture } from './picture-items.ts';
import { isCredit, type Piece } from './pieces.ts';
import type { Byline } from './types.ts';

export interface Assembly {
  readonly drafts: readonly Draft[];
  /** Short lines that belong to no article: labels and the like. */
  readonly orphans: readonly string[];
}

/** What has been read so far. */
interface Desk {
  readonly layout: PageLayout;
  readonly drafts: Draft[];
  readonly orphans: string[];
  current: Draft | null;
  /** Short lines of which it is not yet known whether they head an article. */
  pending: Piece[];
  /** Who signed before anything else on the page. */
  readonly unplaced: Byline[];
  /** A headline above a note whose text comes after the note. */
  postponed: readonly Piece[];
}

/** Assembles the pieces of a page in reading order. */
export function assemble(pieces: readonly Piece[]): Assembly {
  const desk: Desk = {
    layout: readLayout(pieces),
    drafts: [],
    orphans: [],
    current: null,
    pending: [],
    unplaced: [],
    postponed: [],
  };
  for (const [index, piece] of desk.layout.content.entries()) take(desk, piece, index);
  dropLines(desk, desk.pending);
  const isArticle = ({ items, title, byline }: Draft) => items.length > 0 || (title.length > 0 && byline.length > 0);
  return { drafts: desk.drafts.filter(isArticle), orphans: desk.orphans };
}

function take(desk: Desk, piece: Piece, index: number): void {
  const { current } = desk;
  if (isTailDateline(piece) && current !== null && current.items.length > 0 && desk.pending.length === 0) {
    current.datedBelow = current.dateline === null;
    addPiece(current, piece, 'text');
    current.closed = true;
  } else if (piece.kind === 'byline') takeByline(desk, piece, index);
  else if (piece.kind === 'continued') takeContinuation(desk, piece);
  else if (piece.kind === 'note') takeNote(desk, piece);
  else if (piece.kind === 'caption') takeCaption(desk, piece);
  else if (piece.kind === 'text' || (piece.kind === 'maybe' && !isHeadlineHere(desk, piece, index)))
    takeText(desk, piece);
  else takeLine(desk, piece, index);
}

/** `本报某县7月20日电` on a line of its own. */
function isTailDateline({ lead, text }: Piece): boolean {
  return lead !== null && text === '' && lead.byline.length === 0 && /\d日/u.test(lead.dateline);
}

/** Begins an article; the desk goes on with it. */
function begin(desk: Desk, headline: readonly Piece[], options?: DraftOptions): Draft {
  const byline = desk.unplaced.splice(0);
  const draft = newDraft(headline, { ...options, ...(byline.length > 0 ? { signedAbove: true } : {}) });
  draft.byline.push(...byline);
  desk.drafts.push(draft);
  desk.current = draft;
  return draft;
}

/** Begins an article under the lines that wait. */
function beginUnderLines(desk: Desk, options?: DraftOptions): Draft {
  const lines = desk.pending.length > 0 ? desk.pending : desk.postponed;
  const { headline, rest } = chooseHeadline(lines, desk.layout);
  const briefs = headsBriefs(lines);
  if (desk.pending.length > 0 && !briefs) dropLines(desk, rest);
  else desk.orphans.push(...rest.map(({ text }) => text));
  desk.pending = [];
  desk.postponed = [];
  return begin(desk, headline, { ...options, briefs });
}

/** Lines that turned out to be no headline: subheads and picture lines of the article they stand in, or orphans. */
function dropLines({ current, orphans }: Desk, lines: readonly Piece[]): void {
  for (const line of lines)
    if (current && !current.closed && current.items.length > 0 && line.kind !== 'interviewee')
      addPiece(current, line, 'line');
    else orphans.push(line.text);
}

function takeLine(desk: Desk, piece: Piece, index: number): void {
  const { current, layout } = desk;
  const signs =
    piece.kind === 'line' &&
    current !== null &&
    current.items.length > 0 &&
    isNotice(current) &&
    !isBareDate(current.items.at(-1)?.text ?? '') &&
    piece.block.gap <= layout.paragraphGap &&
    !leadsToByline(layout, index);
  if (signs) addPiece(current, piece, 'line');
  else desk.pending.push(piece);
}

function takeByline(desk: Desk, piece: Piece, index: number): void {
  const { current } = desk;
  const hasHeadline = desk.pending.length > 0 || desk.postponed.length > 0;
  const isTailCredit = isCredit(piece) && current !== null && !textFollows(desk.layout.content, index);
  if (hasHeadline && !isTailCredit) beginUnderLines(desk, { signedAbove: true }).byline.push(...piece.byline);
  else if (current === null) desk.unplaced.push(...piece.byline);
  else {
    current.byline.push(...piece.byline);
    if (current.items.length > 0) current.closed = true;
  }
}

function takeContinuation(desk: Desk, piece: Piece): void {
  const isLabel = (line: Piece) =>
    piece.block.index - line.block.index === 1 || line.block.gap > desk.layout.paragraphGap;
  dropLines(
    desk,
    desk.pending.filter((line) => !isLabel(line)),
  );
  desk.pending = [];
  addPiece(begin(desk, [], { jumpFrom: piece.jumpFrom }), piece, 'text');
}

function takeNote(desk: Desk, piece: Piece): void {
  if (desk.pending.length > 0) desk.postponed = desk.pending;
  desk.pending = [];
  addPiece(begin(desk, [], { note: true }), piece, 'text');
}

function takeCaption(desk: Desk, piece: Piece): void {
  const { current } = desk;
  const isApart = current !== null && (isOpen(current) ? isBox(piece, desk.layout) : isOwnPicture(piece, current));
  if (current !== null && desk.pending.length === 0 && !isApart) {
    const isWholeText = current.items.length === 0 && current.title.length > 0;
    addPiece(current, piece, isWholeText ? 'text' : 'caption');
    return;
  }
  const caption = beginUnderLines(desk, { caption: true });
  addPiece(caption, piece, 'text');
  caption.closed = true;
  if (current !== null && !current.closed) desk.current = current;
}

/** A signed picture set off from the column that it interrupts; within an article's own spacing it is one of its pictures. */
function isBox({ byline, block }: Piece, { paragraphGap }: PageLayout): boolean {
  return byline.length > 0 && block.gap > paragraphGap;
}

function takeText(desk: Desk, piece: Piece): void {
  const { current, pending, layout } = desk;
  if (pending.length === 0 && piece.marked && current && (current.closed || (current.briefs && !isOpen(current)))) {
    addPiece(begin(desk, [], { briefs: current.briefs }), piece, 'text');
    return;
  }
  if (current === null || opensArticle(desk, piece, current)) {
    addPiece(beginUnderLines(desk), piece, 'text');
    return;
  }
  if (isBareNote(current) && pending.length > 0) {
    desk.drafts.splice(desk.drafts.indexOf(current), 1);
    const author = takeAuthor(desk);
    const note = beginUnderLines(desk, { note: true });
    note.byline.push(...author);
    addPiece(note, piece, 'text');
    return;
  }
  const near = [...pending, piece].every(({ block }) => block.gap <= layout.paragraphGap);
  if (near && isOpen(current)) for (const line of pending) addPiece(current, line, 'text');
  else dropLines(desk, pending);
  desk.pending = [];
  desk.current = goesOnIn(desk, current, piece);
  addPiece(desk.current, piece, 'text');
}

function opensArticle({ pending, postponed, layout }: Desk, piece: Piece, current: Draft): boolean {
  const hasHeadline = pending.length > 0 || postponed.length > 0;
  if (piece.lead !== null && !(piece.lead.second && pending.length === 0))
    return hasHeadline || current.items.length > 0;
  if (isBareNote(current)) return false;
  return (
    (pending.length > 0 && isNewArticle(pending, piece, current, layout)) || (postponed.length > 0 && current.note)
  );
}

/** Who comments signs below the headline by his bare name. */
function takeAuthor(desk: Desk): readonly Byline[] {
  const byline = desk.pending.length > 1 ? parseByline(desk.pending.at(-1)?.text ?? '', 'reporter') : null;
  if (byline?.length !== 1) return [];
  desk.pending.pop();
  return byline;
}

/** A heading like 短评 whose own headline and text come next. */
function isBareNote(draft: Draft): boolean {
  return draft.note && draft.items.length === 0;
}

/** A line with commas or a question mark is a headline at the top of a page, in a headline already begun, or above a byline. */
function isHeadlineHere({ current, pending, layout }: Desk, piece: Piece, index: number): boolean {
  const next = layout.content[index + 1];
  if (next === undefined) return false;
  const last = current?.items.at(-1);
  if (current && !current.closed && last?.kind === 'text' && breaksOff(last.text)) return false;
  if (endsInColon(piece.text)) return ['line', 'maybe'].includes(next.kind) && !endsInColon(next.text);
  if (leadsToByline(layout, index)) return true;
  if (current && isBareNote(current) && pending.length === 0) return next.kind === 'text' && !endsSentence(piece.text);
  if (current === null || current.closed)
    return !endsSentence(piece.text) || next.kind === 'line' || next.block.gap > 0 || next.block.indented;
  return (pending.length > 0 || piece.block.gap > layout.paragraphGap) && !endsSentence(piece.text);
}

/** Which draft a text without headline belongs to: the current one, or an earlier one that was broken off by a box or a picture. */
function goesOnIn({ drafts, layout }: Desk, current: Draft, piece: Piece): Draft {
  const last = current.items.at(-1);
  if (last === undefined || breaksOff(last.text)) return current;
  const open = drafts.findLast((draft) => draft !== current && !draft.closed && isOpen(draft));
  const isParted = current.closed || current.note || startsInside(piece.text) || piece.block.gap > layout.paragraphGap;
  if (open && isParted) return open;
  if (!current.caption) return current;
  return drafts.findLast((draft) => !draft.caption && !draft.closed && !draft.note) ?? current;
}
