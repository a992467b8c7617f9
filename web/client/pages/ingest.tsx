/** Add pages: drop files or paste text, watch them being read, see what is new and what was doubtful. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AddedPage } from '../../api/ingest.ts';
import '../styles/ingest.css';
import { loadOverview } from '../actions.ts';
import { added, loadState, progress, takeOut } from '../ingest/job.ts';
import { JobView } from '../ingest/job-view.tsx';
import { PageForm } from '../ingest/page-form.tsx';
import { attempt, say } from '../notices.ts';
import { notice } from '../state.ts';
import { ingestWords } from '../words/ingest.ts';

const KILO = 1_000;

export function IngestPage(): JSX.Element {
  useEffect(() => {
    void attempt(loadState);
  }, []);
  const current = progress.value;
  useEffect(() => {
    if (current?.done) void loadOverview();
  }, [current?.done]);
  return (
    <main class="ingest">
      <div class="ingest-column">
        <h1>{ingestWords().title}</h1>
        <p class="soft">{ingestWords().intro}</p>
        {current ? <JobView progress={current} /> : <PageForm />}
        <section class="added">
          <h2>{ingestWords().added}</h2>
          {added.value.length === 0 && <p class="hint">{ingestWords().noneAdded}</p>}
          <ul class="read-pages">
            {added.value.map((page) => (
              <AddedRow key={page.file} page={page} disabled={current !== null && current.done === null} />
            ))}
          </ul>
          <p class="hint" role="status">
            {notice.value?.text}
          </p>
        </section>
      </div>
    </main>
  );
}

function AddedRow({ page, disabled }: { readonly page: AddedPage; readonly disabled: boolean }): JSX.Element {
  return (
    <li>
      <bdi class="grow clip">{page.name}</bdi>
      <span class="hint nowrap">
        {page.at.slice(0, 'YYYY-MM-DD'.length)} · {ingestWords().bytes((page.bytes / KILO).toFixed(1))}
      </span>
      <button
        type="button"
        class="link"
        disabled={disabled}
        aria-label={ingestWords().removeLabel(page.name)}
        onClick={() => {
          void attempt(async () => {
            const { articles, nodes } = await takeOut(page);
            say(ingestWords().removed(page.name, articles, nodes));
            await loadOverview();
          });
        }}
      >
        {ingestWords().remove}
      </button>
    </li>
  );
}
