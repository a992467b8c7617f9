/** Bytes of a page file → text, whatever encoding an archive kept them in. Bytes that are no text are refused, never guessed at. */
import { refusal } from './refusal.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/**
 * The text of a page file and the encoding it was kept in.
 *
 * A byte order mark decides; without one, valid UTF-8 is UTF-8, and of UTF-16 and GB18030 (which includes GBK and GB 2312)
 * the one wins whose reading is most plausible as Chinese. `declared` is what the file says of itself in ASCII (a charset); it decides where the
 * bytes are not UTF-8 and fit it: a browser that saves a page as UTF-8 leaves the old charset in it. The text has no byte order mark, and every line ends in `\n`.
 *
 * @throws ZhituError `bad-input` with `details.reason` for an empty or blank file, for one that is no text,
 * and for text with bytes that its encoding does not allow
 */
export function decodeText(
  bytes: Uint8Array,
  declared: string | null = null,
): { readonly text: string; readonly encoding: TextEncodingName } {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes, declared) ?? guessEncoding(bytes);
  const text = decodeStrictly(bytes, encoding);
  if (text === null)
    throw refusal('damaged-text', `its byte order mark says ${encoding}, but ${damage(bytes, encoding)}`);
  const controls = text.match(CONTROLS)?.length ?? 0;
  if (text.includes('\0') || controls > text.length * CONTROL_SHARE) throw refusal('binary', NOT_TEXT);
  if (text.trim() === '') throw refusal('empty', 'it holds no text. Give a file with the text of one newspaper page');
  return { text: text.replace(/\r\n?/gu, '\n'), encoding };
}

const NOT_TEXT =
  'it is not a text file (expected UTF-8, UTF-16, GBK or GB18030). Convert a PDF, an image or a word-processor file to plain text first';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROLS = /[\u0001-\u0008\u000e-\u001f\u007f]/gu;
/** Old files end in a stray Ctrl-Z or carry a printer code; more control characters than one in a hundred are not text. */
const CONTROL_SHARE = 0.01;

/** Newspaper pages score 0.96 to 1 in their own encoding and at most 0.14 in a wrong one; traditional characters in GBK lie between. */
const PLAUSIBLE = 0.4;

const MARKS: readonly (readonly [TextEncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

function markedEncoding(bytes: Uint8Array): TextEncodingName | null {
  return MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/** GBK and GB 2312 are parts of GB18030, and pages that declare them hold characters of the larger set. */
const DECLARED: Readonly<Record<string, TextEncodingName>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

function declaredEncoding(bytes: Uint8Array, declared: string | null): TextEncodingName | null {
  const encoding = DECLARED[declared?.toLowerCase() ?? ''];
  if (encoding === undefined || decodeStrictly(bytes, 'utf-8') !== null) return null;
  return decodeStrictly(bytes, encoding) === null ? null : encoding;
}

function guessEncoding(bytes: Uint8Array): TextEncodingName {
  const utf8 = decodeStrictly(bytes, 'utf-8');
  // ASCII in UTF-16 without a mark is valid UTF-8 too, but full of NULs.
  if (utf8 !== null && !utf8.includes('\0')) return 'utf-8';
  const best = (['utf-16le', 'utf-16be', 'gb18030'] as const)
    .map((encoding) => ({ encoding, score: plausibility(decodeStrictly(bytes, encoding)) }))
    .reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score >= PLAUSIBLE) return best.encoding;
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (utf8 === null && plausibility(lenient) >= PLAUSIBLE) throw refusal('damaged-text', damage(bytes, 'utf-8'));
  throw refusal('binary', NOT_TEXT);
}

/** Null where the bytes do not fit the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Which line breaks the encoding: a cut or hand-mixed file is mended there. */
function damage(bytes: Uint8Array, encoding: TextEncodingName): string {
  const before = new TextDecoder(encoding).decode(bytes).split('\ufffd', 1)[0] as string;
  return `line ${before.split('\n').length} holds bytes that are not ${encoding} (a cut or mixed file?). Save it again as UTF-8`;
}

/**
 * How far a reading looks like Chinese print, 0 to 1: the share of common characters, punctuation and full-width forms
 * among all that is not ASCII. Plain ASCII counts as far as it is printable.
 */
function plausibility(text: string | null): number {
  if (text === null || text.includes('\0')) return 0;
  const foreign = text.replace(PRINTABLE_ASCII, '');
  if (foreign === '') return text === '' ? 0 : 1;
  let likely = 0;
  let total = 0;
  for (const char of foreign) {
    total += 1;
    if (COMMON_HAN.has(char) || CHINESE_PUNCTUATION.test(char)) likely += 1;
  }
  return likely / total;
}

const PRINTABLE_ASCII = /[\t\n\f\r -~]+/gu;
const CHINESE_PUNCTUATION = /[\u00b7\u2010-\u2027\u2030-\u203b\u3000-\u301f\uff01-\uff5e]/u;

/** The 3,755 characters of level 1 of GB 2312-1980 (rows 16 to 55), its list of the common ones. */
const COMMON_HAN: ReadonlySet<string> = new Set(levelOne());

function levelOne(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}
