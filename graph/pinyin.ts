/** Pinyin is stored without blanks (`wangchangrong`); this finds the syllables again, to show which letters were hit. */

/** A syllable: an initial or none, vowels, and an ending that the next syllable does not need for itself. */
const SYLLABLE = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]+(?:ng|n|r)?';

/** Letters that begin a syllable, as `initials` holds them. */
const LETTERS = /^[a-z]+$/u;

/**
 * The syllables of `pinyin`, of which there is one for each letter of `initials`; null where they do not fit together
 * (names with digits or Latin words). `xian` with `x` is one syllable, with `xa` two.
 */
export function splitPinyin(pinyin: string, initials: string): readonly string[] | null {
  if (!LETTERS.test(initials)) return null;
  const pattern = [...initials].map((letter) => `((?=${letter})${SYLLABLE})`).join('');
  return new RegExp(`^${pattern}$`, 'u').exec(pinyin)?.slice(1) ?? null;
}
