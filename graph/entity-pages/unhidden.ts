/** Events without the facts that readers hid. */
import { relationKey } from '../model.ts';
import type { EventRow } from './event-list.ts';

/**
 * An event of an entity's page as far as nobody hid it: parts of the entity, places, programs and people whose relation to the event is
 * hidden are left out. Null where all parts of the entity are.
 * @param hidden keys of relations
 */
export function unhiddenEvent(row: EventRow, hidden: ReadonlySet<string>): EventRow | null {
  const { id } = row.node;
  const parts = row.parts.filter(({ key }) => !hidden.has(key));
  if (row.parts.length > 0 && parts.length === 0) return null;
  return {
    ...row,
    parts,
    places: row.places.filter((place) => !hidden.has(relationKey('HELD_IN', id, place.id))),
    programs: row.programs.filter((program) => !hidden.has(relationKey('ABOUT', id, program.id))),
    people: row.people.flatMap((person) => {
      const roles = person.roles.filter((role) => !hidden.has(relationKey(role, person.id, id)));
      return roles.length === 0 ? [] : [{ ...person, roles }];
    }),
  };
}
