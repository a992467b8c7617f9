/** Characters looked for at positions of long texts: by their codes, so that no string is made to ask. */

const CODES = 0x10000;

/** A set of UTF-16 units, one bit each. */
export class CharacterSet {
  readonly #bits = new Uint32Array(CODES / 32);

  /** @param characters each its own item, or several in one string; of a character outside the BMP both halves count */
  constructor(characters: Iterable<string>) {
    for (const item of characters)
      for (let at = 0; at < item.length; at += 1) {
        const code = item.charCodeAt(at);
        this.#bits[code >>> 5] = (this.#bits[code >>> 5] as number) | (1 << (code & 31));
      }
  }

  /** Whether one of the characters stands at `position`; false outside the text. */
  at(text: string, position: number): boolean {
    if (position < 0 || position >= text.length) return false;
    const code = text.charCodeAt(position);
    return (((this.#bits[code >>> 5] as number) >>> (code & 31)) & 1) === 1;
  }
}
