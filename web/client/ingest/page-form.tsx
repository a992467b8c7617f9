/** Files or pasted words, and what the page does not print. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_PAGE_BYTES } from '../../api/ingest.ts';
import { Failure } from '../http.ts';
import { punctuation } from '../language.ts';
import { isDate } from '../params.ts';
import { Icon } from '../parts/icon.tsx';
import { failureWords } from '../words/failures.ts';
import { ingestWords } from '../words/ingest.ts';
import { checkFiles, ENDINGS, pageOf } from './chosen.ts';
import { begin } from './job.ts';

const MEGA = 1_000_000;
const ROWS = 8;

export function PageForm(): JSX.Element {
  const files = useSignal<readonly File[]>([]);
  const text = useSignal('');
  const given = useSignal({ publication: '', date: '' });
  const faults = useSignal<readonly string[]>([]);
  const busy = useSignal(false);

  const add = (more: readonly File[]) => {
    const checked = checkFiles(files.value, more);
    files.value = checked.files;
    faults.value = checked.faults;
  };
  const send = async () => {
    const { publication, date } = given.value;
    const pasted = text.value.trim() === '' ? [] : [{ text: text.value }];
    if (files.value.length + pasted.length === 0) {
      faults.value = [ingestWords().nothing];
      return;
    }
    if (date.trim() !== '' && !isDate(date.trim())) {
      faults.value = [ingestWords().badDate(date.trim())];
      return;
    }
    busy.value = true;
    try {
      const pages = [...(await Promise.all(files.value.map(pageOf))), ...pasted];
      await begin({ pages, ...(publication.trim() && { publication }), ...(date.trim() && { date }) });
    } catch (error) {
      faults.value = [faultOf(error)];
      busy.value = false;
    }
  };
  return (
    <form
      class="add-pages"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DropZone add={add} />
      {files.value.length > 0 && (
        <ul class="chosen-files" aria-label={ingestWords().chosen(files.value.length)}>
          {files.value.map((file) => (
            <li key={file.name}>
              <Icon name="table" small />
              <bdi class="grow clip">{file.name}</bdi>
              <span class="hint nowrap">{ingestWords().bytes((file.size / 1000).toFixed(1))}</span>
              <button
                type="button"
                class="icon-button tiny"
                aria-label={ingestWords().dropOne(file.name)}
                onClick={() => {
                  files.value = files.value.filter((other) => other !== file);
                }}
              >
                <Icon name="close" small />
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="pasted">
        <span>{ingestWords().paste}</span>
        <textarea
          rows={ROWS}
          spellcheck={false}
          placeholder={ingestWords().pasteHint}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      <fieldset class="given">
        <legend>{ingestWords().given}</legend>
        {(['publication', 'date'] as const).map((field) => (
          <label key={field}>
            {ingestWords()[field]}
            <input
              type="text"
              placeholder={ingestWords()[`${field}Hint`]}
              value={given.value[field]}
              onInput={(event) => {
                given.value = { ...given.value, [field]: event.currentTarget.value };
              }}
            />
          </label>
        ))}
      </fieldset>
      <ul class="faults" role="alert">
        {faults.value.map((fault) => (
          <li key={fault}>
            <Icon name="warning" small />
            <bdi>{fault}</bdi>
          </li>
        ))}
      </ul>
      <div>
        <button type="submit" class="button ink large" disabled={busy.value}>
          {ingestWords().read}
        </button>
      </div>
    </form>
  );
}

function DropZone({ add }: { readonly add: (files: readonly File[]) => void }): JSX.Element {
  const over = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const dropped = useRef(add);
  dropped.current = add;
  useEffect(() => {
    const ended = new AbortController();
    // A file that misses the field would be opened in place of the page, and what was filled in be lost.
    const listen = (name: 'dragover' | 'drop', hear: (event: DragEvent) => void) =>
      document.addEventListener(name, hear, { signal: ended.signal });
    listen('dragover', (event) => event.preventDefault());
    listen('drop', (event) => {
      event.preventDefault();
      over.value = false;
      dropped.current([...(event.dataTransfer?.files ?? [])]);
    });
    return () => ended.abort();
  }, [over]);
  return (
    // Dropping is for the mouse alone; the button in it does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      class={over.value ? 'drop over' : 'drop'}
      onDragOver={() => {
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
    >
      <span>{ingestWords().drop}</span>
      <input
        ref={input}
        type="file"
        multiple
        class="visually-hidden"
        accept={ENDINGS.join(',')}
        aria-label={ingestWords().choose}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {ingestWords().choose}
      </button>
      <span class="hint">{ingestWords().formats(MAX_PAGE_BYTES / MEGA)}</span>
    </div>
  );
}

/** In the language of the page; the server's words stand for what no word is known of. */
function faultOf(error: unknown): string {
  const said = error instanceof Failure ? failureWords().byCode[error.code] : undefined;
  return said ? said.join(punctuation().colon) : String(error);
}
