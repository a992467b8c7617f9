/** Joins lines that were broken at a fixed width, as in text taken from a print layout. */
import { parseByline } from './bylines.ts';
import { endsSentence, joinText } from './chinese.ts';
import { readLead } from './datelines.ts';
import { isFurniture } from './furniture.ts';

export interface PrintedLine {
  /** Empty for a blank line. */
  readonly text: string;
  readonly indented: boolean;
  /** 1 to 6 for a web heading, else 0. */
  readonly heading: number;
}

/** A line's width is counted in characters or in columns, where a Han character takes two; `slack` is what a line end may be short of it. */
interface Measure {
  readonly of: (line: PrintedLine) => number;
  readonly slack: number;
  readonly min: number;
  readonly max: number;
}

const MEASURES: readonly Measure[] = [
  { of: ({ text, indented }) => text.length + (indented ? 2 : 0), slack: 2, min: 12, max: 60 },
  {
    of: ({ text, indented }) => text.length + (text.match(/\P{ASCII}/gu)?.length ?? 0) + (indented ? 4 : 0),
    slack: 4,
    min: 24,
    max: 120,
  },
];
/** A page is wrapped if so many of its lines that break off inside running text are of one width … */
const FULL_SHARE = 0.7;
const FULL_LINES = 4;
/** … and if not more lines than this share are longer. */
const LONGER_SHARE = 0.15;

/** The lines with those that belong to one paragraph joined. Blank lines, headings, indents, bylines and datelines part paragraphs. */
export function unwrap<L extends PrintedLine>(lines: readonly L[]): readonly L[] {
  const isFull = fullLines(lines.filter(({ text, heading }) => text !== '' && heading === 0));
  if (isFull === null) return lines;
  const usesIndent = lines.some(({ text, indented }) => indented && text !== '');
  const out: L[] = [];
  let open = false;
  for (const line of lines) {
    const last = out.at(-1);
    if (last && open && goesOn(line)) out[out.length - 1] = { ...last, text: joinText(last.text, line.text) };
    else out.push(line);
    const stops = line.text === '' || line.heading > 0 || (!usesIndent && endsSentence(line.text));
    open = !stops && isFull(line) && !isFurniture(line.text) && parseByline(line.text) === null;
  }
  return out;
}

function goesOn(line: PrintedLine): boolean {
  if (line.text === '' || line.indented || line.heading > 0) return false;
  return readLead(line.text) === null && parseByline(line.text) === null && !isFurniture(line.text);
}

/** Tells the lines that reach the width of the page's columns; null if the page was not wrapped. */
function fullLines(lines: readonly PrintedLine[]): ((line: PrintedLine) => boolean) | null {
  const broken = lines.filter(({ text }) => /[，。、,]/u.test(text) && !endsSentence(text));
  for (const { of, slack, min, max } of MEASURES) {
    const counts = new Map<number, number>();
    for (const line of broken) counts.set(of(line), (counts.get(of(line)) ?? 0) + 1);
    for (const width of counts.keys()) {
      if (width < min || width > max) continue;
      const isFull = (line: PrintedLine) => of(line) <= width && of(line) >= width - slack;
      const full = [...counts].reduce(
        (sum, [own, count]) => sum + (own <= width && own >= width - slack ? count : 0),
        0,
      );
      if (full < FULL_LINES || full < broken.length * FULL_SHARE) continue;
      if (lines.filter((line) => of(line) > width).length <= lines.length * LONGER_SHARE) return isFull;
    }
  }
  return null;
}
