/** How a job goes, and what came of it: what is new, what was doubtful with its words, what could not be read. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { IngestDone } from '../../api/ingest.ts';
import { addNodes } from '../actions.ts';
import { glyphOfKind, KINDS_IN_ORDER } from '../kinds.ts';
import { attempt, say } from '../notices.ts';
import { Glyph, Icon } from '../parts/icon.tsx';
import { newcomers, notice, toCanvas } from '../state.ts';
import { kindWord } from '../terms.ts';
import { ingestWords } from '../words/ingest.ts';
import { createdBy, isLost, type Progress, type ReadPage, startAgain, stop } from './job.ts';

/** Read, and without any article: such a page is told as one that was not read. */
const NOTHING = 'no-articles';
const STAGES = ['keep', 'read', 'identity', 'write'] as const;

export function JobView({ progress }: { readonly progress: Progress }): JSX.Element {
  const { done, problems } = progress;
  const pages = progress.pages.filter(
    ({ file }) => !problems.some((one) => one.file === file && one.reason === NOTHING),
  );
  return (
    <section class="job" aria-live="polite">
      {done ? <Result progress={progress} done={done} /> : <Going progress={progress} />}
      {pages.length > 0 && <Pages pages={pages} />}
      {progress.problems.length > 0 && (
        <>
          <h2>{ingestWords().problems}</h2>
          <ul class="faults">
            {progress.problems.map(({ file, reason, message }) => (
              <li key={`${file}${message}`}>
                <Icon name="warning" small />
                <span>
                  <bdi>
                    <b>{nameOf(file)}</b>
                  </bdi>{' '}
                  <bdi title={message}>{ingestWords().problem(reason) ?? message}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Doubts pages={pages} isDone={done !== null} />
    </section>
  );
}

function Going({ progress: { at, stage, pages } }: { readonly progress: Progress }): JSX.Element {
  const stopping = useSignal(false);
  const reached = STAGES.indexOf(stage);
  const of = Math.max(1, at?.of ?? 1);
  return (
    <>
      <div class="job-head">
        <b>{ingestWords().reading}</b>
        <bdi class="grow clip">{at ? nameOf(at.file) : ''}</bdi>
        {at && <span>{ingestWords().pageOf(at.at, at.of)}</span>}
      </div>
      <progress max={of} value={Math.min(of, pages.length)} aria-label={ingestWords().reading} />
      <ol class="stages">
        {STAGES.map((name, index) => (
          <li
            key={name}
            class={index < reached ? 'past' : index === reached ? 'now' : ''}
            aria-current={index === reached}
          >
            {index < reached ? <Icon name="check" small /> : <span class={index === reached ? 'spin' : 'ring'} />}
            {ingestWords().stages[name]}
          </li>
        ))}
      </ol>
      {isLost.value && <p class="hint">{ingestWords().lost}…</p>}
      <div class="job-foot">
        <button
          type="button"
          class="button"
          disabled={stopping.value}
          onClick={() => {
            stopping.value = true;
            void attempt(stop);
          }}
        >
          {stopping.value ? ingestWords().stopping : ingestWords().stopAfter}
        </button>
      </div>
    </>
  );
}

function Result({ progress, done }: { readonly progress: Progress; readonly done: IngestDone }): JSX.Element {
  const kinds = KINDS_IN_ORDER.filter((kind) => (done.created[kind] ?? 0) > 0);
  const isNothing = done.state === 'finished' && done.pages === 0;
  const total = kinds.reduce((sum, kind) => sum + (done.created[kind] ?? 0), 0);
  return (
    <>
      <div class={`job-head job-${isNothing ? 'failed' : done.state}`}>
        <Icon name={done.state === 'finished' && !isNothing ? 'check' : 'warning'} />
        <b>{isNothing ? ingestWords().nothingRead : ingestWords()[done.state]}</b>
        <span class="grow">
          {done.state !== 'failed' && ingestWords().summary(done.pages, done.known, done.failed)}
        </span>
        {done.run && <span class="hint">{ingestWords().run(done.run)}</span>}
      </div>
      {done.message && <p class="job-message">{done.message}</p>}
      {done.state !== 'finished' && <p class="hint">{ingestWords().goOn}</p>}
      {total > 0 ? (
        <ul class="counts" aria-label={ingestWords().newOnes}>
          {kinds.map((kind) => (
            <li key={kind}>
              <Glyph name={glyphOfKind(kind)} />
              <b>+{done.created[kind]}</b>
              <span>{kindWord(kind)}</span>
            </li>
          ))}
        </ul>
      ) : (
        done.state === 'finished' && !isNothing && <p class="soft">{ingestWords().nothingNew}</p>
      )}
      <div class="job-foot">
        {total > 0 && (
          <button type="button" class="button ink large" onClick={() => void showNew(progress.job)}>
            {ingestWords().openNew(total)}
          </button>
        )}
        <button type="button" class="button large" onClick={startAgain}>
          {ingestWords().more}
        </button>
      </div>
    </>
  );
}

/** Puts what is new on the canvas, beside what is there. */
async function showNew(job: string): Promise<void> {
  await attempt(async () => {
    const { nodes } = await createdBy(job);
    const ids = nodes.map(({ id }) => id);
    newcomers.value = new Set(ids);
    toCanvas();
    await addNodes(ids);
    const said = notice.peek();
    if (said?.undoable) say(`${said.text}；${ingestWords().dotted}`, true);
  });
}

function Pages({ pages }: { readonly pages: readonly ReadPage[] }): JSX.Element {
  return (
    <ul class="read-pages">
      {pages.map(({ file, isKnown, articles, facts }) => (
        <li key={file}>
          <Icon name="check" small />
          <bdi class="grow clip">{nameOf(file)}</bdi>
          <span class="hint nowrap">{isKnown ? ingestWords().known : ingestWords().perPage(articles, facts)}</span>
        </li>
      ))}
    </ul>
  );
}

function Doubts({
  pages,
  isDone,
}: {
  readonly pages: readonly ReadPage[];
  readonly isDone: boolean;
}): JSX.Element | null {
  const doubts = pages.flatMap((page) => page.doubts.map((doubt) => ({ ...doubt, file: page.file })));
  const left = pages.reduce((sum, { doubtful }) => sum + doubtful, 0) - doubts.length;
  if (doubts.length === 0)
    return isDone && pages.some(({ isKnown }) => !isKnown) ? <p class="soft">{ingestWords().noDoubts}</p> : null;
  return (
    <>
      <h2>{ingestWords().doubts}</h2>
      <ul class="doubts">
        {doubts.map(({ stage, reason, words, file }, index) => (
          <li key={`${file}${index}`}>
            <span class="tag">{ingestWords().stage(stage)}</span>
            <span>{ingestWords().reason(reason)}</span>
            <bdi class="doubt-words" lang="zh-CN" title={nameOf(file)}>
              {words === file ? nameOf(file) : words}
            </bdi>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="hint">{ingestWords().moreDoubts(left)}</p>}
    </>
  );
}

const nameOf = (file: string): string => file.split('/').at(-1) ?? file;
