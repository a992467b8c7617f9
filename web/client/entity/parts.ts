/** The parts of a page about one thing, by which its figures find what they count. */
import type { Section } from './sections.ts';

export const EVENTS_PART = 'part-events';
export const CAREER_PART = 'part-career';
export const NAMES_PART = 'part-names';

/** The list of facts of one kind. */
export function factsPart({ relation, direction }: Pick<Section, 'relation' | 'direction'>): string {
  return `part-${relation}-${direction}`;
}

/** Brings a part into sight and moves the focus there; nothing where the page has no such part. */
export function reveal(part: string): void {
  const found = document.getElementById(part);
  found?.scrollIntoView({ block: 'start' });
  found?.focus({ preventScroll: true });
}
