/** What went wrong with a typed query, in plain words and with its place in the text. */
import { ConsoleFault } from '../../api/console.ts';
import type { Failure } from '../http.ts';
import { consoleWords } from '../words/console.ts';

export interface ShownFault {
  readonly title: string;
  readonly text: string;
  /** Half-open UTF-16 offsets; null where nothing tells the place. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** Null for a failure that is not the query's: the page says those as it says all. */
export function faultOf({ code, message, details }: Failure): ShownFault | null {
  const words = consoleWords();
  if (code === 'limit-exceeded') return { title: words.slow, text: words.slowHelp, place: null };
  const parsed = ConsoleFault.safeParse(details.fault);
  if (!parsed.success) return null;
  const { reason, word, start, end } = parsed.data;
  const own = words.fault(reason, word);
  return {
    title: code === 'unsupported' ? words.unsupported : words.notRun,
    text: reason === 'syntax' ? (code === 'unsupported' ? message : `${own} ${message}`) : own,
    place: start === null || end === null ? null : { start, end },
  };
}

/** Line and column of an offset, both counted from 1. */
export function lineOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
