/** The saved queries, asked for once: they change only when the server starts again. */
import type { SavedQueries } from '../../api/queries.ts';
import { call } from '../http.ts';

let asked: Promise<SavedQueries> | null = null;

/** A call that failed is made again the next time. */
export function queryList(): Promise<SavedQueries> {
  asked ??= call('SavedQueries', '/api/queries').catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}
