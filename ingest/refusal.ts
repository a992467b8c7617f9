/** Why a path gives no page. */
import { ZhituError } from '../graph/errors.ts';

/**
 * Short and stable, for counting.
 * - `missing`, `unreadable`: no such path; it is there and cannot be read
 * - `no-text-files`: a folder without any page file
 * - `too-large`, `empty`, `binary`: no page of a newspaper
 * - `damaged-text`: text with bytes that its encoding does not allow
 * - `bad-line`: a line of a `.jsonl` that gives no article
 * - `no-articles`: text in which no article was found
 * - `no-answer`: the language model gave no usable answer for some of it
 * - `failed`: a fault of this program, which the page brought out
 */
export type FileReason =
  | 'missing'
  | 'unreadable'
  | 'no-text-files'
  | 'too-large'
  | 'empty'
  | 'binary'
  | 'damaged-text'
  | 'bad-line'
  | 'no-articles'
  | 'no-answer'
  | 'failed';

/** A `bad-input` error with `details.reason`. `message` says what was expected, seen and to be done, without the path. */
export function refusal(reason: FileReason, message: string): ZhituError {
  return new ZhituError('bad-input', message, { reason });
}
