/** The page's side of the API of paths. */
import type { PathsAnswer, SharedAnswer } from '../../api/paths.ts';
import { call } from '../http.ts';

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly order: 'shortest' | 'time';
  readonly hubs: boolean;
}

/** Steps that are looked through in order of time, where the number of paths multiplies with each. */
const LONGEST_IN_TIME = 4;

export function getPaths({ from, to, order, hubs }: PathQuestion): Promise<PathsAnswer> {
  const fields = new URLSearchParams({ from, to, order, hubs: hubs ? '1' : '0' });
  if (order === 'time') fields.set('longest', String(LONGEST_IN_TIME));
  return call('PathsAnswer', `/api/paths?${fields}`);
}

export const getShared = (ids: readonly string[]): Promise<SharedAnswer> =>
  call('SharedAnswer', '/api/shared', { ids });
