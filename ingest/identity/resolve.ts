/** One door to both resolvers, and the answer in the form in which writing needs it. */
import { ZhituError } from '../../graph/errors.ts';
import { resolveEvents } from './events.ts';
import { resolvePersons } from './persons.ts';
import type { Assignment, EventProfile, IdentityDecision, MentionRef, PersonProfile, Resolution } from './types.ts';

/**
 * Resolves one block, of people or of events, whatever its profiles are.
 * @throws ZhituError `bad-input` for profiles of two blocks
 */
export function resolveBlock(
  profiles: readonly (PersonProfile | EventProfile)[],
  decisions: readonly IdentityDecision[],
): Resolution {
  const people = profiles.filter((profile) => profile.kind === 'Person');
  const events = profiles.filter((profile) => profile.kind === 'Event');
  if (people.length > 0 && events.length > 0)
    throw new ZhituError(
      'bad-input',
      'expected profiles of one block, saw people and events; resolve each block by itself',
    );
  return events.length > 0 ? resolveEvents(events, decisions) : resolvePersons(people, decisions);
}

/** The assignment of each mention unit. */
export function assignmentOf({ clusters }: Resolution): ReadonlyMap<MentionRef, Assignment> {
  return new Map(clusters.flatMap(({ members }) => members.map((member) => [member.ref, member] as const)));
}
