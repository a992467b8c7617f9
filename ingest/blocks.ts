/** A page's text as printed blocks: one a line, with the blank space above it, free of web markup. */
import { type PrintedLine, unwrap } from './unwrap.ts';

/** A printed line, or a paragraph that was wrapped at a fixed width. */
export interface Block {
  readonly index: number;
  /** As printed, without the blanks at both ends; never empty. */
  readonly text: string;
  /** Blank lines above it; a ruled line counts as two. Large above the first block. */
  readonly gap: number;
  readonly indented: boolean;
  /** 1 to 6 for a web heading, else 0. */
  readonly heading: number;
}

/** Numbers that typesetters leave behind the last stop: `。②7`. */
const PRINTER_MARK = /([。！？”])\s?[①-⑳]\d{0,2}$/u;
const TOP_GAP = 9;
const RULE_GAP = 2;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
};

/** Cuts the text of a page (any line ends, byte-order mark allowed) into blocks in reading order. */
export function readBlocks(text: string): readonly Block[] {
  const lines = unwrap(text.replace(/\r\n?/gu, '\n').split('\n').map(readLine));
  const blocks: Block[] = [];
  let gap = TOP_GAP;
  for (const line of lines) {
    if (line.text === '') {
      gap += line.ruled ? RULE_GAP : 1;
      continue;
    }
    blocks.push({ index: blocks.length, text: line.text, gap, indented: line.indented, heading: line.heading });
    gap = 0;
  }
  return blocks;
}

interface Line extends PrintedLine {
  readonly ruled: boolean;
}

function readLine(raw: string): Line {
  const clean = raw
    .replaceAll('\t', '\u3000')
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .replace(/!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)/gu, '')
    .replace(/\[([^\]\n]{1,200})\]\((?:https?:)?[^)\n]{1,500}\)/gu, '$1')
    .replace(/<\/?(?:p|br|div|span|strong|b|i|em|h[1-6]|font|a|img|section|center)(?:\s[^<>\n]{0,300})?\/?>/giu, ' ')
    .replace(/&([a-z]{2,6});/giu, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/\*\*|__/gu, '');
  const indented = /^\u3000|^ {2}/u.test(clean);
  const trimmed = clean.trim();
  if (/^(?:[-*_=~—─]\s?){3,}$/u.test(trimmed)) return { text: '', indented: false, heading: 0, ruled: true };
  const heading = /^(#{1,6})\s+/u.exec(trimmed)?.[1]?.length ?? 0;
  const text = trimmed
    .replace(/^#{1,6}\s+|\s+#{1,6}$/gu, '')
    .replace(/^(?:>\s?|[-*+]\s+)+/u, '')
    .replace(/^原标题\s?[:：]\s?/u, '')
    .replace(PRINTER_MARK, '$1')
    .trim();
  return { text, indented, heading, ruled: false };
}
