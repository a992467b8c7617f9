/** The page about one person, place, organization or event. */
import type { JSX } from 'preact';
import type { EntityHead, SharedName } from '../../api/entity.ts';
import { openNode } from '../actions.ts';
import { getEntity, getEvents, getReporting } from '../entity/calls.ts';
import { NodeLink } from '../entity/chip.tsx';
import { Conflicts } from '../entity/conflicts.tsx';
import { EgoPicture } from '../entity/ego.tsx';
import { Events } from '../entity/events.tsx';
import { FactsSection } from '../entity/facts-section.tsx';
import { onlyWrites } from '../entity/figures.ts';
import { eventsInput, readFilters } from '../entity/filters.ts';
import { Head } from '../entity/head.tsx';
import { useKept } from '../entity/kept.ts';
import { Posts } from '../entity/posts.tsx';
import { ReportingLists } from '../entity/reporting.tsx';
import { MAIN, type Section, SIDE } from '../entity/sections.ts';
import { ChoiceLists } from '../entity/side.tsx';
import { useLoaded } from '../load.ts';
import { Icon } from '../parts/icon.tsx';
import { Await, Loading } from '../parts/states.tsx';
import { NodeQueries } from '../queries/node-queries.tsx';
import type { Fields } from '../route.ts';
import { entityWords } from '../words/entity.ts';
import { words as allWords } from '../words.ts';
import '../entity/styles.ts';

interface EntityPageProps {
  readonly id: string;
  readonly fields: Fields;
}

export function EntityPage({ id, fields }: EntityPageProps): JSX.Element {
  const loaded = useLoaded(() => getEntity(id), id);
  return (
    <main class="entity">
      <Await of={loaded}>
        {(answer) =>
          'node' in answer ? <OneEntity key={id} head={answer} fields={fields} /> : <People shared={answer} />
        }
      </Await>
    </main>
  );
}

/** A name that several people bear: the way to each. */
function People({ shared: { name, people } }: { readonly shared: SharedName }): JSX.Element {
  return (
    <div class="entity-main shared-name">
      <h1>{entityWords().sharedName(name, people.length)}</h1>
      <p class="soft">{entityWords().sharedNameHelp}</p>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <NodeLink node={{ ...person, name: person.id.slice('person/'.length) }} note={person.note ?? ''} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneEntity({ head, fields }: { readonly head: EntityHead; readonly fields: Fields }): JSX.Element {
  const { node } = head;
  const { id, kind } = node;
  const filters = readFilters(fields);
  const input = eventsInput(id, filters);
  const { of: events, isBusy } = useKept(
    useLoaded(() => getEvents(input), JSON.stringify(input)),
    id,
  );
  const reporting = useLoaded(() => getReporting(id), id);
  const words = entityWords();
  // All at once: what came later would push down what a reader is at.
  const isReady = events.state !== 'loading' && reporting.state !== 'loading';
  const isPerson = kind === 'Person';
  const hasPosts = isPerson ? head.counts.some(({ relation }) => relation === 'HOLDS') : kind !== 'Event';
  return (
    <>
      <div class="entity-main">
        <Head head={head} />
        <Conflicts id={id} />
        {hasPosts && <Posts key={id} head={head} />}
        {kind !== 'Event' && !onlyWrites(head) && (
          <Events id={id} filters={filters} of={events} isBusy={isBusy} isAny={head.events > 0} />
        )}
        {sectionsOf(MAIN[kind], head).map((section) => (
          <FactsSection key={`${section.relation}${section.direction}`} id={id} {...section} />
        ))}
      </div>
      <aside class="entity-side">
        {isReady ? (
          <>
            {events.state === 'done' && events.value.events.length > 0 && (
              <EgoPicture centre={node} rows={events.value.events} />
            )}
            {kind === 'Event' && (
              <div class="side-action">
                <button type="button" class="button" onClick={() => void openNode(id)}>
                  <Icon name="layout" small />
                  {words.toExplorer}
                </button>
              </div>
            )}
            {events.state === 'done' && <ChoiceLists id={id} events={events.value} filters={filters} />}
            <Await of={reporting}>{(value) => <ReportingLists id={id} of={value} />}</Await>
            {sectionsOf(SIDE[kind], head).map((section) => (
              <FactsSection key={`${section.relation}${section.direction}`} id={id} {...section} />
            ))}
            <section>
              <div class="head">
                <h2>{words.runQueries}</h2>
              </div>
              <NodeQueries node={node} />
            </section>
          </>
        ) : (
          <Loading text={allWords().loading} />
        )}
      </aside>
    </>
  );
}

/** The sections that have anything to show, with as many facts as there are in both directions at most. */
function sectionsOf(
  sections: readonly Section[] | undefined,
  { counts }: EntityHead,
): readonly (Section & { readonly most: number })[] {
  return (sections ?? []).flatMap((section) => {
    const most = counts.find(({ relation }) => relation === section.relation)?.count ?? 0;
    return most > 0 ? [{ ...section, most }] : [];
  });
}
