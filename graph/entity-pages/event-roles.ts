/** In which roles people, places and organizations stand to events. */
import { kindOfId, type NodeKind, type RelationType } from '../model.ts';

/** By kind, the most telling role first: the sentence of the first is the one that a list shows. */
const ROLES: Readonly<Partial<Record<NodeKind, readonly RelationType[]>>> = {
  Person: ['CHAIRED', 'SPOKE_AT', 'ATTENDED'],
  Place: ['HELD_IN', 'PRESENTED_AT'],
  Organization: ['ORGANIZED', 'PRESENTED_AT'],
};

/** The roles that the entity of an id can have in events; none for what has no list of events. */
export function rolesOf(id: string): readonly RelationType[] {
  return ROLES[kindOfId(id) ?? 'Article'] ?? [];
}

/** A pattern from the entity `f` with the id `$id` by relation `r` to an event `e`. */
export function toEvents(roles: readonly RelationType[]): string {
  return `(f:Entity {id: $id})-[r:${roles.join('|')}]-(e:Entity)`;
}

/**
 * The relations `r` of the entity with the id `$id` to the events `$events`, walked from `event`, each of these: the entity may have many
 * thousands. Its id is compared as an expression, so that no planner starts from the index of ids instead, and walks them all for each event.
 */
export function fromEvents(roles: readonly RelationType[]): string {
  return `UNWIND $events AS event MATCH (e:Entity {id: event})-[r:${roles.join('|')}]-(f:Entity) WHERE coalesce(f.id, '') = $id`;
}
