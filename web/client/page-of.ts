/** Which page is about a node. */
import { ID_PREFIX, kindOfId } from '../../graph/model.ts';
import type { Route } from './route.ts';

/** The page of a node by its id. Every kind has one; an id of no kind leads to the canvas's search. */
export function pageOf(id: string): Route {
  const kind = kindOfId(id);
  if (kind === 'Article') return { page: 'article', id, passage: null, fact: null };
  if (kind === 'Program') return { page: 'program', id, fields: {} };
  return { page: 'entity', id: kind === null ? ID_PREFIX.Person + id : id, fields: {} };
}
