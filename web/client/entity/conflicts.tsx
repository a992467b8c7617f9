/** Facts that cannot all be so: every side with its sentence, for the reader to judge. Nothing is settled without one. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Conflict, ConflictKind } from '../../api/conflicts.ts';
import { SpreadStage } from '../../api/spread.ts';
import { FactFlag, JudgeFact } from '../decide/judge-fact.tsx';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Icon } from '../parts/icon.tsx';
import { QuoteView } from '../parts/quote.tsx';
import { Recounting } from '../parts/recounting.tsx';
import { Await } from '../parts/states.tsx';
import '../styles/conflicts.css';
import { entityWords } from '../words/entity.ts';
import { spreadWords } from '../words/spread.ts';
import { words } from '../words.ts';
import { getConflicts } from './calls.ts';
import { NodeLink } from './chip.tsx';
import { useKept } from './kept.ts';
import { ListFoot } from './list-foot.tsx';
import { Unfold } from './unfold.tsx';

/** Cards shown at first, and added by each "more". */
const PAGE = 10;
/** As many as the server gives at once. */
const MOST = 100;

interface ConflictsProps {
  /** Only those that this entity is a side of; null for all of the graph. */
  readonly id: string | null;
  readonly kind?: ConflictKind;
}

/** Nothing at all on the page of an entity without conflicts; on a list of all it says that there are none. */
export function Conflicts({ id, kind }: ConflictsProps): JSX.Element | null {
  const shown = useSignal(PAGE);
  const round = useSignal(0);
  const about = `${id} ${kind}`;
  const { of: loaded } = useKept(
    useLoaded(
      () => getConflicts({ ...(id !== null && { id }), ...(kind && { kind }), take: shown.value }),
      `${about} ${shown.value} ${round.value}`,
    ),
    about,
  );
  if (id !== null && (loaded.state !== 'done' || loaded.value.total === 0)) return null;
  return (
    <section class="card conflicts" aria-label={entityWords().conflicts}>
      <Await of={loaded}>
        {({ conflicts, total, counted }) => (
          <>
            {counted && (
              <Recounting
                of={counted}
                again={() => {
                  round.value += 1;
                }}
              />
            )}
            <div class="card-head">
              <Icon name="warning" />
              <h2>
                {entityWords().conflicts} <span class="count">{total}</span>
              </h2>
              <span class="hint">{total === 0 ? entityWords().noConflicts : entityWords().conflictsHelp}</span>
            </div>
            <ul>
              {conflicts.map((conflict) => (
                <Card key={conflict.id} conflict={conflict} />
              ))}
            </ul>
            <ListFoot listed={conflicts.length} total={total} take={shown} step={PAGE} most={MOST} />
          </>
        )}
      </Await>
    </section>
  );
}

function Card({ conflict }: { readonly conflict: Conflict }): JSX.Element {
  const { about, sides, sidesTotal, isJudged } = conflict;
  const open = useSignal(false);
  return (
    <li class="conflict">
      <div class="conflict-line">
        <NodeLink node={about} />
        <b>{claimOf(conflict)}</b>
        <span class="hint">{whyOf(conflict)}</span>
        <span class="grow" />
        {isJudged && <span class="hint">{entityWords().judged}</span>}
        <Unfold open={open} label={entityWords().compareSides(sidesTotal)} />
      </div>
      {open.value && (
        <ul class="sides">
          {sides.map(({ relation, from, to, quote, date }, index) => (
            <li key={`${relation.key} ${date}`}>
              <p class="conflict-line">
                <NodeLink node={conflict.kind === 'post' ? from : to} note={saidOf(relation.properties, date)} />
                <FactFlag relation={relation.key} />
              </p>
              {quote && <QuoteView quote={quote} fact={relation.key} />}
              {/* Sides of one fact follow each other, and it is judged once. */}
              {sides[index + 1]?.relation.key !== relation.key && <JudgeFact relation={relation.key} />}
            </li>
          ))}
          {sides.length < sidesTotal && <li class="hint">{words().firstShown(sides.length, sidesTotal)}</li>}
        </ul>
      )}
    </li>
  );
}

/** Whether texts only differ on when a program began. */
function isOnBeginning({ kind, sides, from }: Conflict): boolean {
  return kind === 'launch' && from !== '' && sides.every(({ relation }) => relation.properties.stage === 'origin');
}

function claimOf(conflict: Conflict): string {
  const { kind, post, sidesTotal, from } = conflict;
  if (isOnBeginning(conflict)) return entityWords().beganConflict;
  if (kind === 'launch') return from === '' ? entityWords().originConflict : entityWords().beginConflict;
  if (kind === 'post') return entityWords().postConflict(post?.name ?? '', sidesTotal);
  return kind === 'places' ? entityWords().placeConflict(sidesTotal) : entityWords().dateConflict;
}

function whyOf(conflict: Conflict): string {
  const { kind, post, from, to } = conflict;
  if (isOnBeginning(conflict)) return entityWords().beganAt(from, to);
  if (kind === 'date') return entityWords().printedBefore(from, to);
  if (kind === 'launch') return from === '' ? entityWords().oneOrigin : entityWords().hadBefore(from, to);
  if (!post) return entityWords().onePlace;
  return entityWords().bothSeen(post.reason[language.value], from, to);
}

/** A post and the days on which it was printed; of a launch its stage and when it was. */
function saidOf(
  { title, stage, observedFrom, observedTo, dateFrom, dateTo }: Conflict['sides'][number]['relation']['properties'],
  date: string | null,
): string {
  const stated = date === null ? [observedFrom, observedTo, dateFrom, dateTo] : [date];
  const days = [...new Set(stated.filter((day) => typeof day === 'string'))];
  const known = SpreadStage.safeParse(stage);
  return [title, known.success && spreadWords().stage[known.data], days.join(' – ')].filter(Boolean).join(' ');
}
