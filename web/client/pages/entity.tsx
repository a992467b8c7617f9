/** The page about one person, place, organization or event. */
import type { JSX } from 'preact';
import type { EntityHead, SharedName } from '../../api/entity.ts';
import { openNode } from '../actions.ts';
import { getEntity, getEvents, getReporting } from '../entity/calls.ts';
import { Career } from '../entity/career.tsx';
import { NodeLink } from '../entity/chip.tsx';
import { Conflicts } from '../entity/conflicts.tsx';
import { EgoPicture } from '../entity/ego.tsx';
import { Events } from '../entity/events.tsx';
import { FactsSection } from '../entity/facts-section.tsx';
import { eventsInput, readFilters } from '../entity/filters.ts';
import { Head } from '../entity/head.tsx';
import { useKept } from '../entity/kept.ts';
import { MAIN, SIDE } from '../entity/sections.ts';
import { ChoiceLists, ReportingLists } from '../entity/side.tsx';
import { useLoaded } from '../load.ts';
import { Icon } from '../parts/icon.tsx';
import { Await } from '../parts/states.tsx';
import { NodeQueries } from '../queries/node-queries.tsx';
import type { Fields } from '../route.ts';
import { entityWords } from '../words/entity.ts';
import '../styles/entity.css';

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
  const { node, posts, postsTotal, others } = head;
  const { id, kind } = node;
  const filters = readFilters(fields);
  const input = eventsInput(id, filters);
  const { of: events, isBusy } = useKept(
    useLoaded(() => getEvents(input), JSON.stringify(input)),
    id,
  );
  const reporting = useLoaded(() => getReporting(id), id);
  const words = entityWords();
  const isPerson = kind === 'Person';
  const hasPosts = isPerson ? head.counts.some(({ relation }) => relation === 'HOLDS') : kind !== 'Event';
  return (
    <>
      <div class="entity-main">
        <Head head={head} />
        <Conflicts id={id} />
        {hasPosts && (
          <Career
            title={isPerson ? words.career : words.holders}
            groups={[
              { title: null, tenures: posts, total: postsTotal, byPerson: !isPerson },
              {
                title: isPerson ? words.sameBody : words.seatedHolders,
                tenures: others.listed,
                total: others.total,
                byPerson: true,
              },
            ]}
          />
        )}
        {kind !== 'Event' && <Events id={id} filters={filters} of={events} isBusy={isBusy} />}
        {MAIN[kind]?.map((section) => (
          <FactsSection key={`${section.relation}${section.direction}`} id={id} {...section} />
        ))}
      </div>
      <aside class="entity-side">
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
        {SIDE[kind]?.map((section) => (
          <FactsSection key={`${section.relation}${section.direction}`} id={id} {...section} />
        ))}
        <Await of={reporting}>{(value) => <ReportingLists of={value} />}</Await>
        <section>
          <div class="head">
            <h2>{words.runQueries}</h2>
          </div>
          <NodeQueries node={node} />
        </section>
      </aside>
    </>
  );
}
