/** Documents and mentions for tests of the stages that come after places and organizations. */
import { splitSentences } from '../../ingest/sentences.ts';
import type { Document, OrganizationMention, PlaceMention } from '../../ingest/types.ts';

const LEVELS = ['province', 'city', 'county', 'township', 'village'] as const;

/** A document with this headline and body. */
export function documentOf(body: string, title: string | null = null, home: string | null = null): Document {
  const headline = `${title ?? ''}\n`;
  const text = headline + body;
  const article = {
    id: 'article/0000000000000000',
    title,
    subtitle: null,
    kind: 'news',
    jump: null,
    byline: [],
    dateline: null,
    text: body,
  } as const;
  return {
    article,
    text,
    bodyStart: headline.length,
    sentences: splitSentences(text, headline.length),
    pageDate: { value: '2020-06-12', precision: 'day', basis: 'printed' },
    home,
  };
}

/** Mentions of places wherever their words stand, the longer words first: `{ 温岭市: '浙江省/台州市/温岭市' }`. */
export function placesIn(doc: Document, places: Readonly<Record<string, string>>): readonly PlaceMention[] {
  const words = Object.keys(places).sort((a, b) => b.length - a.length);
  return occurrences(doc.text, words).map(({ start, end, word }) => {
    const path = places[word] as string;
    const country = path === '中国';
    const level = country ? 'country' : (LEVELS[path.split('/').length - 1] ?? 'village');
    return { kind: 'Place', start, end, rule: 'test', confidence: 1, place: { path, level, code: null } };
  });
}

/** Mentions of organizations wherever their words stand, with the place they belong to. */
export function organizationsIn(
  doc: Document,
  seats: Readonly<Record<string, string | null>>,
): readonly OrganizationMention[] {
  const words = Object.keys(seats).sort((a, b) => b.length - a.length);
  return occurrences(doc.text, words).map(({ start, end, word }) => ({
    kind: 'Organization',
    start,
    end,
    rule: 'test',
    confidence: 1,
    name: word,
    aliases: [],
    seat: seats[word] ?? null,
  }));
}

function occurrences(text: string, words: readonly string[]): { start: number; end: number; word: string }[] {
  const found: { start: number; end: number; word: string }[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const word = words.find((candidate) => text.startsWith(candidate, start));
    if (word === undefined) continue;
    found.push({ start, end: start + word.length, word });
    start += word.length - 1;
  }
  return found;
}
