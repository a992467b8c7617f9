/** What the browser's tab says: the page, or the thing that it is about. */
import { signal } from '@preact/signals';
import type { Route } from './route.ts';
import { words } from './words.ts';

/** What the page shown is about, where its id tells nobody: an article, by its headline. */
export const subject = signal<{ readonly id: string; readonly name: string } | null>(null);

/** @returns the page's own word until its subject is known */
export function tabTitle(route: Route): string {
  if (route.page === 'entity' || route.page === 'saved') return lastPart(route.id);
  if (route.page === 'program' && route.id !== null) return lastPart(route.id);
  if ('id' in route && route.id !== null && subject.value?.id === route.id) return subject.value.name;
  return words()[route.page];
}

function lastPart(id: string): string {
  return id.split('/').at(-1) ?? id;
}
