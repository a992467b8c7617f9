/** Half-width punctuation as it is meant: the rules for people, posts and events are written for the full-width signs. */

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
/** Between two Latin letters or digits (1,000 · 15:30 · http://) a sign is part of the word. */
const HALF = /[,;:!?()]/gu;
const INSIDE_WORD = /[A-Za-z0-9/]/u;

/** The text with full-width punctuation; every character keeps its offset. */
export function widenPunctuation(text: string): string {
  return text.replace(HALF, (sign, at: number) => {
    const isInside = INSIDE_WORD.test(text[at - 1] ?? '') && INSIDE_WORD.test(text[at + 1] ?? '');
    return isInside ? sign : (WIDE[sign] as string);
  });
}
