/** What the list of events leaves out, and why: one line, which opens the sentences of what was left out. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { UncountedAnswer } from '../../api/entity.ts';
import { useLoaded } from '../load.ts';
import { QuoteView } from '../parts/quote.tsx';
import { entityWords } from '../words/entity.ts';
import { getUncounted } from './calls.ts';
import { NodeLink } from './chip.tsx';
import { ListFoot } from './list-foot.tsx';
import { Unfold } from './unfold.tsx';

/** Events shown at first, and added by each "more". */
const PAGE = 10;
/** As many as the server gives at once. */
const MOST = 200;

export function Uncounted({ id }: { readonly id: string }): JSX.Element {
  const shown = useSignal(PAGE);
  const open = useSignal(false);
  const loaded = useLoaded(() => getUncounted({ id, take: shown.value }), `${id} ${shown.value}`);
  const words = entityWords();
  const answer = loaded.state === 'done' ? loaded.value : null;
  return (
    <div class="uncounted">
      <p class="uncounted-line">
        <span class="tag">
          {words.uncounted} {answer?.total ?? ''}
        </span>
        {answer && (answer.total === 0 ? <span>{words.uncountedNone}</span> : <Line answer={answer} />)}
        {answer && answer.total > 0 && <Unfold open={open} label={words.uncountedShow} />}
      </p>
      {answer && answer.looked < answer.articles && (
        <p class="hint">{words.uncountedLooked(answer.looked, answer.articles)}</p>
      )}
      {open.value && answer && (
        <>
          <ul class="uncounted-list">
            {answer.events.map(({ event, date, quote }) => (
              <li key={event.id}>
                <NodeLink node={event} note={date ?? words.undated} />
                {quote && <QuoteView quote={quote} />}
              </li>
            ))}
          </ul>
          <ListFoot listed={answer.events.length} total={answer.total} take={shown} step={PAGE} most={MOST} />
        </>
      )}
    </div>
  );
}

/** The first sentence, and why it is not counted. */
function Line({ answer }: { readonly answer: UncountedAnswer }): JSX.Element {
  const first = answer.events.find(({ quote }) => quote !== null)?.quote;
  return (
    <>
      {first && (
        <q class="clip" lang="zh-CN">
          {first.quote}
        </q>
      )}
      <span class="nowrap">{entityWords().uncountedWhy}</span>
    </>
  );
}
