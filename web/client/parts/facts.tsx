/** The facts of a node: grouped by relation, each with the sentence that states it. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Fact, FactGroup } from '../../api.ts';
import { addNodes, openNode } from '../actions.ts';
import { useFolded } from '../decide/folded.tsx';
import { FactFlag, JudgeFact } from '../decide/judge-fact.tsx';
import { dateOf } from '../kinds.ts';
import { pageOf } from '../page-of.ts';
import { writeAddress } from '../route.ts';
import { navigate, shownIds } from '../state.ts';
import { relationWord, stageWord } from '../terms.ts';
import { decideWords } from '../words/decide.ts';
import { words } from '../words.ts';
import { AllSentences } from './all-sentences.tsx';
import { EvidenceCount } from './evidence-count.tsx';
import { Icon, NodeGlyph } from './icon.tsx';
import { QuoteView } from './quote.tsx';
import { ShowAll } from './show-all.tsx';

/** Facts of a group whose sentence is open at first; the others are a click away. */
const OPEN_FACTS = 3;
/** Facts listed of one group before "show all". */
const LISTED = 12;

interface FactGroupProps {
  readonly group: FactGroup;
  /** Id of the node whose facts these are. */
  readonly of: string;
}

export function FactGroupView({ group, of }: FactGroupProps): JSX.Element {
  const all = useSignal(false);
  const { listed: facts, foot } = useFolded(group.facts, ({ relation }) => [relation.key]);
  const listed = all.value ? facts : facts.slice(0, LISTED);
  const missing = group.facts.filter(({ other }) => !shownIds.value.has(other.id)).map(({ other }) => other.id);
  const quoted = group.relation !== 'MENTIONS';
  return (
    <section class="fact-group">
      <h2>
        {relationWord(group.relation, group.direction)} <span>{group.total}</span>
        {missing.length > 0 && (
          <button
            type="button"
            class="add-group"
            onClick={() => void addNodes([...new Set(missing)].slice(0, LISTED))}
            title={words().addToGraph}
          >
            <Icon name="plus" small />
            {words().join(Math.min(LISTED, new Set(missing).size))}
          </button>
        )}
      </h2>
      <ul>
        {listed.map((fact, index) => (
          <FactRow key={fact.relation.key} fact={fact} openAtFirst={quoted && index < OPEN_FACTS} />
        ))}
      </ul>
      <ShowAll
        shown={listed.length}
        total={facts.length}
        ask={() => {
          all.value = true;
        }}
      />
      {foot}
      {group.facts.length < group.total && <MoreFacts of={of} shown={group.facts.length} total={group.total} />}
    </section>
  );
}

/** The panel takes so many; the page of its own has all. */
function MoreFacts({
  of,
  shown,
  total,
}: {
  readonly of: string;
  readonly shown: number;
  readonly total: number;
}): JSX.Element {
  const page = pageOf(of);
  return (
    <p class="hint">
      {words().firstShown(shown, total)}{' '}
      {page && (
        <a
          class="link"
          href={writeAddress(page)}
          onClick={(event) => {
            event.preventDefault();
            navigate(page);
          }}
        >
          {decideWords().allOnPage}
        </a>
      )}
    </p>
  );
}

function FactRow({
  fact: { relation, other, quote },
  openAtFirst,
}: {
  readonly fact: Fact;
  readonly openAtFirst: boolean;
}): JSX.Element {
  const open = useSignal(openAtFirst);
  const more = useSignal(false);
  const judging = useSignal(false);
  return (
    <li class="fact">
      <div class="fact-line">
        <NodeGlyph node={other} />
        <button type="button" class="fact-name" title={other.name} onClick={() => void openNode(other.id)}>
          {other.name}
        </button>
        <span class="fact-note clip grow">
          {factNote(
            relation.properties,
            other.kind === 'Event' || other.kind === 'Article' ? dateOf(other) : (other.note ?? ''),
          )}
        </span>
        <FactFlag relation={relation.key} />
        {!shownIds.value.has(other.id) && (
          <button
            type="button"
            class="icon-button tiny"
            aria-label={`${words().addToGraph} ${other.name}`}
            title={words().addToGraph}
            onClick={() => void addNodes([other.id])}
          >
            <Icon name="plus" small />
          </button>
        )}
        {relation.evidence > 0 && <EvidenceCount count={relation.evidence} open={open} />}
      </div>
      {open.value && !more.value && quote && <QuoteView quote={quote} fact={relation.key} />}
      {open.value && (more.value || !quote) && relation.evidence > 0 && <AllSentences relationKey={relation.key} />}
      {open.value && relation.evidence > 0 && (
        <p class="fact-links">
          {quote && relation.evidence > 1 && !more.value && (
            <button
              type="button"
              class="link"
              onClick={() => {
                more.value = true;
              }}
            >
              {words().otherSentences(relation.evidence - 1)}
            </button>
          )}
          <span class="grow" />
          <button
            type="button"
            class="link"
            aria-expanded={judging.value}
            onClick={() => {
              judging.value = !judging.value;
            }}
          >
            {decideWords().wrong}
          </button>
        </p>
      )}
      {open.value && judging.value && <JudgeFact relation={relation.key} open />}
    </li>
  );
}

/** What a fact says beside its ends: the post in the text's words, the stage, the dates. */
export function factNote(properties: Fact['relation']['properties'], fallback: string): string {
  const { title, stage, former, acting, dateFrom, dateTo, program } = properties;
  const days = [dateFrom, dateTo].filter((day) => typeof day === 'string');
  const said = [
    former === true ? words().former : null,
    acting === true ? words().acting : null,
    title,
    typeof stage === 'string' ? stageWord(stage) : null,
    [...new Set(days)].join(' – '),
    program,
  ].filter(Boolean);
  return said.length > 0 ? said.join(' ') : fallback;
}
