/** How the pieces of a page stand to each other: usual distances, repeated lines, and what comes after a line. */
import type { Piece } from './pieces.ts';

export interface PageLayout {
  /** The pieces of the page without furniture, in reading order. */
  readonly content: readonly Piece[];
  /** Blank lines between two paragraphs of one article. */
  readonly paragraphGap: number;
  /** Paragraphs start with an indent. */
  readonly indented: boolean;
  /** Short lines that are printed more than once: column titles. */
  readonly repeated: ReadonlySet<string>;
}

/** Blank lines between the pieces of a page that has only one. */
const USUAL_GAP = 1;
/** Below this many neighbouring texts their distance proves nothing. */
const FEW = 3;
/** A headline has no more lines than this before the byline. */
const LOOK_AHEAD = 12;

/** How a page is set, read off all its lines at once; what is furniture counts for nothing. */
export function readLayout(pieces: readonly Piece[]): PageLayout {
  const content = pieces.filter(({ kind }) => kind !== 'furniture');
  const lines = content.filter(({ kind }) => kind === 'line').map(({ text }) => text);
  const seen = new Set<string>();
  const repeated = new Set(lines.filter((line) => seen.size === seen.add(line).size));
  const texts = content.filter(({ kind }) => kind === 'text');
  const indented = texts.filter(({ block }) => block.indented).length * 2 > texts.length;
  return { content, paragraphGap: typicalGap(content), indented, repeated };
}

/** The commonest number of blank lines between two texts, or between any two pieces where texts hardly follow each other. */
function typicalGap(content: readonly Piece[]): number {
  const follows = content.slice(1).map((piece, index) => ({ piece, above: content[index] }));
  const texts = follows.filter(({ piece, above }) => piece.kind === 'text' && above?.kind === 'text');
  const counts = new Map<number, number>();
  for (const { piece } of texts.length >= FEW ? texts : follows) {
    const { gap } = piece.block;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? USUAL_GAP;
}

/** Whether the lines from `index` on lead to a byline or dateline with text behind it: then they are a headline. */
export function leadsToByline({ content }: PageLayout, index: number): boolean {
  for (let i = index; i < index + LOOK_AHEAD; i += 1) {
    const piece = content[i];
    if (piece === undefined) return false;
    if (piece.kind === 'interviewee' || piece.lead !== null) return true;
    if (piece.kind === 'byline') return textFollows(content, i);
    if (piece.kind !== 'line' && piece.kind !== 'maybe') return false;
  }
  return false;
}

/** Whether a text stands behind the bylines at `index`. */
export function textFollows(content: readonly Piece[], index: number): boolean {
  const next = content.slice(index + 1, index + LOOK_AHEAD).find(({ kind }) => kind !== 'byline');
  return ['text', 'maybe', 'note'].includes(next?.kind ?? '');
}

/** Whether the texts from `first` on, up to the next line of another kind, end in a byline. */
export function isSignedBelow({ content }: PageLayout, first: Piece): boolean {
  for (const piece of content.slice(content.indexOf(first))) {
    if (piece.kind === 'byline') return true;
    if (piece.kind !== 'text' || piece.lead !== null) return false;
    if (piece.byline.length > 0) return true;
  }
  return false;
}
