/** One kind of fact of an entity, the newest first, with the sentence that states each. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { RelationType } from '../../../graph/model.ts';
import type { Direction, Fact } from '../../api.ts';
import { useFolded } from '../decide/folded.tsx';
import { FactFlag } from '../decide/judge-fact.tsx';
import { dateOf } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { pageOf } from '../page-of.ts';
import { EvidenceCount } from '../parts/evidence-count.tsx';
import { factNote } from '../parts/facts.tsx';
import { NodeGlyph } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import { QuoteView } from '../parts/quote.tsx';
import { Await } from '../parts/states.tsx';
import { relationWord } from '../terms.ts';
import { words } from '../words.ts';
import { getFacts } from './calls.ts';
import { useKept } from './kept.ts';
import { ListFoot } from './list-foot.tsx';
import { factsPart } from './parts.ts';
import { Sentences } from './sentences.tsx';

/** Facts shown at first, and added by each "more". */
const PAGE = 10;
/** As many as the server gives at once. */
const MOST = 200;

interface FactsProps {
  readonly id: string;
  readonly relation: RelationType;
  readonly direction: Direction;
  /** How many facts begin with their sentence open. */
  readonly open: number;
  /** As many facts as there may be: room is kept for them while they load. */
  readonly most: number;
}

/** Nothing where there are no such facts. */
export function FactsSection({ id, relation, direction, open, most }: FactsProps): JSX.Element {
  const shown = useSignal(PAGE);
  const about = `${id} ${relation} ${direction}`;
  const { of: loaded } = useKept(
    useLoaded(() => getFacts({ id, relation, direction, take: shown.value }), `${about} ${shown.value}`),
    about,
  );
  if (loaded.state === 'loading') return <div style={{ minHeight: roomFor(Math.min(most, shown.value), open) }} />;
  return (
    <Await of={loaded}>
      {({ facts, total }) =>
        total === 0 ? null : (
          <section class="card facts" id={factsPart({ relation, direction })} tabIndex={-1}>
            <div class="card-head">
              <h2>
                {relationWord(relation, direction)} <span class="count">{total}</span>
              </h2>
            </div>
            <FactItems facts={facts} open={open} />
            <ListFoot listed={facts.length} total={total} take={shown} step={PAGE} most={MOST} />
          </section>
        )
      }
    </Await>
  );
}

function FactItems({ facts, open }: { readonly facts: readonly Fact[]; readonly open: number }): JSX.Element {
  const { listed, foot } = useFolded(facts, ({ relation }) => [relation.key]);
  return (
    <>
      <ul>
        {listed.map((fact, index) => (
          <FactItem key={fact.relation.key} fact={fact} openAtFirst={index < open} />
        ))}
      </ul>
      {foot}
    </>
  );
}

/** Heights in pixels of a heading, of a line, and of a sentence with its source. */
const [HEADING, LINE, SENTENCE] = [46, 35, 96] as const;

function roomFor(lines: number, sentences: number): string {
  return `${HEADING + lines * LINE + Math.min(lines, sentences) * SENTENCE}px`;
}

function FactItem({ fact, openAtFirst }: { readonly fact: Fact; readonly openAtFirst: boolean }): JSX.Element {
  const { relation, other, quote } = fact;
  const open = useSignal(openAtFirst);
  const all = useSignal(false);
  const about = other.kind === 'Event' || other.kind === 'Article' ? dateOf(other) : (other.note ?? '');
  return (
    <li class="fact-item">
      <div class="fact-line">
        <NodeGlyph node={other} />
        <RouteLink to={pageOf(other.id)} class="fact-name" title={other.name}>
          <bdi lang="zh-CN">{other.name}</bdi>
        </RouteLink>
        <span class="fact-note clip grow">{factNote(relation.properties, about)}</span>
        <FactFlag relation={relation.key} />
        {relation.evidence > 0 && <EvidenceCount count={relation.evidence} open={open} />}
      </div>
      {open.value && quote && !all.value && <QuoteView quote={quote} fact={relation.key} />}
      {open.value && (all.value || !quote) && relation.evidence > 0 && <Sentences keys={[relation.key]} />}
      {open.value && quote && !all.value && relation.evidence > 1 && (
        <button
          type="button"
          class="link other-sentences"
          onClick={() => {
            all.value = true;
          }}
        >
          {words().otherSentences(relation.evidence - 1)}
        </button>
      )}
    </li>
  );
}
