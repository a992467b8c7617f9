/** Articles while they are being put together. */
import { isNoticeHeadline } from './headlines.ts';
import { type BodyItem, breaksOff } from './joins.ts';
import type { Piece } from './pieces.ts';
import type { Byline } from './types.ts';

export interface Draft {
  readonly title: readonly string[];
  readonly items: BodyItem[];
  readonly byline: Byline[];
  dateline: string | null;
  /** The dateline stands below the text, as in papers that do not sign above. */
  datedBelow: boolean;
  jumpTo: number | null;
  readonly jumpFrom: number | null;
  readonly note: boolean;
  readonly caption: boolean;
  /** It stands in a column of short news. */
  readonly briefs: boolean;
  signedAbove: boolean;
  /** A byline, a jump or a credit ended it. */
  closed: boolean;
}

export type DraftOptions = Partial<Pick<Draft, 'jumpFrom' | 'note' | 'caption' | 'briefs' | 'signedAbove'>>;

/** An article of which only the headline has been read. */
export function newDraft(headline: readonly Piece[], options: DraftOptions = {}): Draft {
  return {
    title: headline.map(({ text }) => text),
    items: [],
    byline: [],
    dateline: null,
    datedBelow: false,
    jumpTo: null,
    jumpFrom: null,
    note: false,
    caption: false,
    briefs: false,
    signedAbove: false,
    closed: false,
    ...options,
  };
}

/** Adds a piece to the body, and what it says about byline, dateline and jump. */
export function addPiece(draft: Draft, piece: Piece, kind: BodyItem['kind']): void {
  if (piece.text !== '') draft.items.push({ text: piece.text, kind, indented: piece.block.indented });
  draft.byline.push(...(piece.lead?.byline ?? []), ...piece.byline);
  draft.dateline ??= piece.lead?.dateline ?? null;
  draft.jumpTo ??= piece.jumpTo;
  if (piece.jumpTo !== null || (piece.byline.length > 0 && kind === 'text')) draft.closed = true;
}

/** The last text of the body; captions and lines are passed over. */
function lastText(draft: Draft): BodyItem | undefined {
  return draft.items.findLast(({ kind }) => kind === 'text');
}

/** Whether the body breaks off inside a sentence. */
export function isOpen(draft: Draft): boolean {
  const last = lastText(draft);
  return last !== undefined && breaksOff(last.text);
}

/** Whether it is a notice and no report: a notice's headline, and nobody who signs or reports. */
export function isNotice(draft: Draft): boolean {
  return !draft.signedAbove && draft.dateline === null && draft.title.some(isNoticeHeadline);
}
