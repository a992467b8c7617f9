/** Which facts the page of each kind lists, besides posts and events. */
import type { NodeKind, RelationType } from '../../../graph/model.ts';
import type { Direction } from '../../api.ts';

export interface Section {
  readonly relation: RelationType;
  readonly direction: Direction;
  /** How many facts begin with their sentence open. */
  readonly open: number;
}

const one = (relation: RelationType, direction: Direction, open = 0): Section => ({ relation, direction, open });

/** In the column of the list, in this order. */
export const MAIN: Readonly<Partial<Record<NodeKind, readonly Section[]>>> = {
  Person: [one('REPORTED_BY', 'in')],
  Place: [one('LAUNCHED_IN', 'in', 2), one('LEARNED_FROM', 'out', 1), one('LEARNED_FROM', 'in', 1)],
  Event: [
    one('CHAIRED', 'in', 1),
    one('SPOKE_AT', 'in', 1),
    one('ATTENDED', 'in', 1),
    one('PRESENTED_AT', 'in'),
    one('ORGANIZED', 'in', 1),
    one('HELD_IN', 'out', 1),
    one('ABOUT', 'out'),
  ],
};

/** Beside it. */
export const SIDE: Readonly<Partial<Record<NodeKind, readonly Section[]>>> = {
  Place: [one('PART_OF', 'out'), one('PART_OF', 'in'), one('LOCATED_IN', 'in')],
  Organization: [one('LOCATED_IN', 'out'), one('PART_OF', 'out'), one('PART_OF', 'in')],
  Event: [one('REPORTED_IN', 'out', 3)],
};
