/** How nodes look and are written: glyphs, labels, dates. */
import type { NodeKind } from '../../graph/model.ts';
import type { NodeBrief } from '../api.ts';

/** The order in which counts are read: who, where, what. */
export const KINDS_IN_ORDER: readonly NodeKind[] = ['Person', 'Place', 'Organization', 'Program', 'Event', 'Article'];

/** A shape and colour of the legend; people have three. */
export const GLYPH_NAMES = ['official', 'reporter', 'person', 'place', 'org', 'program', 'event', 'article'] as const;
export type GlyphName = (typeof GLYPH_NAMES)[number];

const OF_KIND: Readonly<Record<NodeKind, GlyphName>> = {
  Person: 'person',
  Place: 'place',
  Organization: 'org',
  Program: 'program',
  Event: 'event',
  Article: 'article',
};

/** An official who also signs articles is drawn as an official. */
export function glyphOf({ kind, labels }: Pick<NodeBrief, 'kind' | 'labels'>): GlyphName {
  if (labels.includes('Official')) return 'official';
  if (labels.includes('Reporter')) return 'reporter';
  return OF_KIND[kind];
}

export const glyphOfKind = (kind: NodeKind): GlyphName => OF_KIND[kind];

/** The kind whose colour a glyph has. */
export function colourOf(glyph: GlyphName): string {
  return glyph === 'official' || glyph === 'reporter' ? 'person' : glyph;
}

const LINE = 8;
const LINES = 2;
/** Marks that must not begin a line. */
const CLOSING = /[”’」』）)》】、，。：；…]/u;

/** Line breaks, tabs and marks that turn the direction of writing: in a drawing they would move the names beside them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;
/** Longer names are cut before they are taken apart. */
const MOST_READ = 200;

/** A name as a node's label: at most two lines of eight characters. A longer one ends in dots and is whole in the panel. */
export function labelOf(name: string): string {
  const characters = [...name.slice(0, MOST_READ).replace(UNSEEN, ' ').trim()];
  const fits = characters.length <= LINE * LINES;
  const kept = fits ? characters : [...characters.slice(0, LINE * LINES - 1), '…'];
  let first = kept.length > LINE ? Math.ceil(kept.length / LINES) : kept.length;
  if (/^[a-z]{2}$/iu.test(kept.slice(first - 1, first + 1).join(''))) first = nearestBlank(kept, first) ?? first;
  while (CLOSING.test(kept[first] ?? '')) first++;
  return [kept.slice(0, first), kept.slice(first)]
    .map((line) => line.join('').trim())
    .filter(Boolean)
    .join('\n');
}

/** Where a line of Latin words had better break; null where there is no blank. */
function nearestBlank(characters: readonly string[], at: number): number | null {
  const blanks = characters.flatMap((character, index) => (character === ' ' ? [index] : []));
  return blanks.sort((one, other) => Math.abs(one - at) - Math.abs(other - at))[0] ?? null;
}

/** A date as it is known: `2021-04-27`, `2021-04`, or the text's own word beside the interval it stands for. */
export function dateOf({
  date,
  dateTo,
  dateText,
  datePrecision,
}: Pick<NodeBrief, 'date' | 'dateTo' | 'dateText' | 'datePrecision'>): string {
  if (date === null) return dateText ?? '';
  const cut = { day: 10, month: 7, year: 4 }[datePrecision ?? 'day'] ?? 10;
  const from = date.slice(0, cut);
  const to = dateTo?.slice(0, cut) ?? from;
  return to === from ? from : `${from} – ${to}`;
}
