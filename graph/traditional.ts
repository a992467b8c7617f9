/** Traditional characters as simplified ones, one for one, so that offsets into a text hold for its simplified form. */
import { readFileSync } from 'node:fs';

/** By UTF-16 unit: the simplified unit, or 0 for a unit that stays. */
const SIMPLIFIED = new Uint16Array(0x10000);
/** Words in which a character stays (乾隆) or becomes another one (計畫), by their first character, the longest first. */
const PHRASES = new Map<string, (readonly [string, string])[]>();

for (const line of readFileSync(new URL('./traditional.tsv', import.meta.url), 'utf8').split('\n')) {
  const [from = '', to = ''] = line.split('\t');
  if (from === '' || from.startsWith('#')) continue;
  if (from === 'characters') for (const pair of to.split(' ')) SIMPLIFIED[pair.charCodeAt(0)] = pair.charCodeAt(1);
  else PHRASES.set(from.charAt(0), [...(PHRASES.get(from.charAt(0)) ?? []), [from, to]]);
}
for (const phrases of PHRASES.values()) phrases.sort(([a], [b]) => b.length - a.length);
/** 1 for each unit that may change. */
const TOUCHED = Uint8Array.from(SIMPLIFIED, (simplified) => (simplified === 0 ? 0 : 1));
for (const character of PHRASES.keys()) TOUCHED[character.charCodeAt(0)] = 1;

/** Each character by itself: what names and queries are compared in. The result is as long as `text`. */
export function simplifyCharacters(text: string): string {
  let out = '';
  let kept = 0;
  for (let index = 0; index < text.length; index += 1) {
    const simplified = SIMPLIFIED[text.charCodeAt(index)];
    if (!simplified) continue;
    out += text.slice(kept, index) + String.fromCharCode(simplified);
    kept = index + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}

/** The first unit that has a simplified form or begins a word of `PHRASES`; the length for none, as in most texts. */
function firstChanged(text: string): number {
  for (let index = 0; index < text.length; index += 1) if (TOUCHED[text.charCodeAt(index)]) return index;
  return text.length;
}

/** A text as it reads in simplified characters, as long as `text`: 乾淨 → 干净, but 乾隆 stays. */
export function simplifyText(text: string): string {
  let index = firstChanged(text);
  if (index === text.length) return text;
  let out = text.slice(0, index);
  while (index < text.length) {
    const character = text.charAt(index);
    const phrase = PHRASES.get(character)?.find(([from]) => text.startsWith(from, index));
    out += phrase ? phrase[1] : simplifyCharacters(character);
    index += phrase ? phrase[1].length : 1;
  }
  return out;
}

/** In traditional print every third character is one; a short headline has fewer. */
const SHARE = 0.1;
const LEAST = 3;
/** Those of GB 2312-1980, the set for simplified print: they stand in names and rare words of it, and tell nothing. */
const IN_BOTH = new Set('么乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽');
const HAN = /\p{Script=Han}/gu;
/** The beginning of a text tells its script; in UTF-16 units. */
const SAMPLE = 4_000;

/** Whether a text is printed in traditional characters. */
export function isTraditional(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const traditional: string[] = [];
  for (let index = 0; index < sample.length; index += 1)
    if (SIMPLIFIED[sample.charCodeAt(index)] && !IN_BOTH.has(sample.charAt(index)))
      traditional.push(sample.charAt(index));
  return new Set(traditional).size >= LEAST && traditional.length >= (sample.match(HAN)?.length ?? 0) * SHARE;
}
