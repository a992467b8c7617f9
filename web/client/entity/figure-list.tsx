/** How much there is of an entity. Each number leads to the list that it counts. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { NodeKind, RelationType } from '../../../graph/model.ts';
import type { EntityHead } from '../../api/entity.ts';
import { navigate } from '../state.ts';
import { entityWords } from '../words/entity.ts';
import { figuresOf, onlyWrites } from './figures.ts';
import { isRole, PAGE_OF_EVENTS, writeFilters } from './filters.ts';
import { CAREER_PART, EVENTS_PART, factsPart, NAMES_PART, reveal } from './parts.ts';
import { MAIN, SIDE } from './sections.ts';

interface FiguresProps {
  readonly head: EntityHead;
  /** Whether the list of the articles that name the entity is open. */
  readonly namesOpen: Signal<boolean>;
}

export function Figures({ head, namesOpen }: FiguresProps): JSX.Element {
  const { node, events } = head;
  const words = entityWords();
  const open = (relation: RelationType | null): void => {
    if (relation === 'MENTIONS') namesOpen.value = true;
    const isOfEvents = node.kind !== 'Event' && (relation === null || isRole(relation));
    if (isOfEvents) {
      const fields = writeFilters({ shown: PAGE_OF_EVENTS, ...(relation !== null && { role: relation }) });
      navigate({ page: 'entity', id: node.id, fields });
    }
    reveal(isOfEvents ? EVENTS_PART : partOf(node.kind, relation));
  };
  const own = figuresOf(head).map(({ relation, count }) => ({ relation, count, name: words.figure(relation) }));
  const all =
    node.kind === 'Event' || onlyWrites(head) ? own : [{ relation: null, count: events, name: words.events }, ...own];
  return (
    <dl class="figures" aria-label={words.figures}>
      {all.map(({ relation, count, name }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {count === 0 ? (
              count
            ) : (
              <button type="button" class="link" aria-label={`${name} ${count}`} onClick={() => open(relation)}>
                {count}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function partOf(kind: NodeKind, relation: RelationType | null): string {
  if (relation === 'HOLDS') return CAREER_PART;
  const listed = [...(MAIN[kind] ?? []), ...(SIDE[kind] ?? [])].find((section) => section.relation === relation);
  return listed ? factsPart(listed) : NAMES_PART;
}
