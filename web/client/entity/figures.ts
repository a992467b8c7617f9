/** Which figures the head of a page shows. */
import type { RelationType } from '../../../graph/model.ts';
import type { EntityHead } from '../../api/entity.ts';

/** Figures by kind, in the order in which they stand; the number of events comes before them. */
const FIGURES: Readonly<Record<string, readonly RelationType[]>> = {
  Person: ['CHAIRED', 'SPOKE_AT', 'ATTENDED', 'REPORTED_BY', 'MENTIONS'],
  Place: ['PRESENTED_AT', 'LAUNCHED_IN', 'HOLDS', 'MENTIONS'],
  Organization: ['ORGANIZED', 'PRESENTED_AT', 'HOLDS', 'MENTIONS'],
  Event: ['REPORTED_IN', 'MENTIONS'],
};
/** Left out where there are none: few people are reporters. */
const ONLY_IF_ANY: readonly RelationType[] = ['REPORTED_BY', 'PRESENTED_AT'];
/** Left out of a page that is about something else: a reporter's. */
const NOT_OF_WRITERS: readonly RelationType[] = ['CHAIRED', 'SPOKE_AT', 'ATTENDED', 'MENTIONS'];

/** The figures that the page of an entity shows, without that of its events. */
export function figuresOf(head: EntityHead): readonly { readonly relation: RelationType; readonly count: number }[] {
  const numbers = new Map(head.counts.map(({ relation, count }) => [relation, count]));
  return (FIGURES[head.node.kind] ?? []).flatMap((relation) => {
    const count = numbers.get(relation) ?? 0;
    const isLeftOut = ONLY_IF_ANY.includes(relation) || (onlyWrites(head) && NOT_OF_WRITERS.includes(relation));
    return count === 0 && isLeftOut ? [] : [{ relation, count }];
  });
}

/** Whether a person signs articles and has no part in any event. */
export function onlyWrites({ events, counts }: Pick<EntityHead, 'events' | 'counts'>): boolean {
  return events === 0 && counts.some(({ relation }) => relation === 'REPORTED_BY');
}
