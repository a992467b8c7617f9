/** Puts the blocks of one article together as paragraphs: column ends and page furniture cut sentences anywhere. */
import { endsSentence, hasOpenPair, joinText } from './chinese.ts';
import { isEnumerated } from './headlines.ts';
import { loadWordLists } from './lexicon.ts';

export interface BodyItem {
  readonly text: string;
  /** `line`: subhead or picture line; `caption`: words under a picture. Both stand between paragraphs, never inside a sentence. */
  readonly kind: 'text' | 'line' | 'caption';
  readonly indented: boolean;
}

const NEEDS_RIGHT = new RegExp(
  `(?:${loadWordLists('layout.lex').list('needs-right').join('|')}|[，、；：,;“（(《「])$`,
  'u',
);
const STARTS_INSIDE = /^[，。、；：！？）)”’》」,;:!?%％]/u;

/** Whether a text can only be the rest of a sentence. */
export function startsInside(text: string): boolean {
  return STARTS_INSIDE.test(text);
}

/** Whether a text breaks off: it ends without a stop, or inside a bracket or quotation. A line that is one bracket is complete. */
export function breaksOff(text: string): boolean {
  return (!endsSentence(text) && !/^[（(][^（()）]+[）)]$/u.test(text)) || NEEDS_RIGHT.test(text);
}

/**
 * The paragraphs of a body, in order. A block that breaks off is joined with the next text, and lines or captions printed between the two halves
 * follow the paragraph that they interrupt. No character is added or lost, except a blank between Latin words.
 */
export function joinBody(items: readonly BodyItem[]): readonly string[] {
  const paragraphs: string[] = [];
  let open: string | null = null;
  let held: string[] = [];
  const close = () => {
    if (open !== null) paragraphs.push(open);
    paragraphs.push(...held);
    open = null;
    held = [];
  };
  for (const item of items) {
    if (item.kind !== 'text') {
      if (open === null) paragraphs.push(item.text);
      else held.push(item.text);
      continue;
    }
    if (open !== null && belongTogether(open, item)) {
      const inside = startsInside(item.text) && !held.some((line) => endsSentence(line)) ? held.splice(0) : [];
      open = [...inside, item.text].reduce(joinText, open);
    } else {
      close();
      open = item.text;
    }
    if (!breaksOff(open) && !hasOpenPair(open)) close();
  }
  close();
  return paragraphs;
}

function belongTogether(open: string, next: BodyItem): boolean {
  if (startsInside(next.text)) return true;
  if (isEnumerated(next.text)) return false;
  if (endsSentence(open)) return hasOpenPair(open) && !/^[“「『（(]/u.test(next.text) && !next.indented;
  if (NEEDS_RIGHT.test(open)) return !/[：:]$/u.test(open) || !/^[“「『]/u.test(next.text);
  return !next.indented;
}
