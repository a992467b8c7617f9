/** Stage: text and places → the organizations an article names. */
import type { Gazetteer } from './gazetteer.ts';
import { readOrganizations } from './organization-reader.ts';
import { unify } from './organization-unify.ts';
import { type OrganizationWords, organizationWords } from './organization-words.ts';
import type { Document, OrganizationMention, PlaceMention, Staged } from './types.ts';

/**
 * Every organization the document names, in text order; two centres shared out over 南浔区、吴兴区 are two mentions whose
 * spans overlap. Kinds of bodies (派出所, 各部门) are left out. Offsets count UTF-16 units of `doc.text`. Never throws.
 * @param places what `findPlaces` found in the same document
 */
export function findOrganizations(
  doc: Document,
  places: readonly PlaceMention[],
  gazetteer: Gazetteer,
  words: OrganizationWords = organizationWords(),
): Staged<OrganizationMention> {
  const items = unify(readOrganizations(doc, places, gazetteer, words)).map(
    ({ start, end, name, aliases, seat, rule, confidence }): OrganizationMention => ({
      kind: 'Organization',
      start,
      end,
      name,
      aliases,
      seat,
      rule,
      confidence,
    }),
  );
  // A level word whose place is not known (市公安局 in an article that names no city).
  const issues = items
    .filter(({ seat, rule }) => seat === null && /\.(committee|seat|level)$/u.test(rule))
    .map(({ name }) => ({ stage: 'organizations', reason: 'no-seat', text: name }));
  return { items, issues };
}
