/** Save what is shown, under a name and with a note; an open view gets a new version or a twin. */
import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_NAME, MAX_NOTE } from '../../api/limits.ts';
import { Icon } from '../parts/icon.tsx';
import { nodes, route, view } from '../state.ts';
import { viewWords } from '../words/views.ts';
import { current, saveAsNew, saveVersion } from './saved.ts';
import '../styles/views.css';

const open = signal(false);
/** What the focus goes back to. */
let opener: Element | null = null;

/** Opens the form that names what is shown; a narrow screen does so from a menu. */
export function openSaveForm(): void {
  opener = document.activeElement;
  open.value = true;
}

export function SaveButton(): JSX.Element | null {
  const words = viewWords();
  const box = useRef<HTMLSpanElement>(null);
  const close = () => {
    open.value = false;
    if (opener instanceof HTMLElement) opener.focus();
  };
  useEffect(() => {
    if (!open.value) return;
    const away = ({ target }: PointerEvent) => {
      if (!box.current?.contains(target as Node)) open.value = false;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open.value]);
  if (route.value.page !== 'explore') return null;
  return (
    <span ref={box} class="save-view">
      <button
        type="button"
        class="button ink"
        aria-label={words.save}
        aria-expanded={open.value}
        title={words.saveTitle}
        disabled={view.value.nodes.length === 0}
        onClick={() => {
          if (open.value) open.value = false;
          else openSaveForm();
        }}
      >
        <Icon name="bookmark" small />
        {words.save}
      </button>
      {open.value && <SaveForm close={close} />}
    </span>
  );
}

function SaveForm({ close }: { readonly close: () => void }): JSX.Element {
  const words = viewWords();
  const opened = current.value?.view ?? null;
  const name = useSignal(opened?.name ?? suggestedName());
  const note = useSignal(opened?.note ?? '');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.select(), []);
  const given = () => [name.value.trim(), note.value.trim() || null] as const;
  const save = (asNew: boolean) => {
    if (name.value.trim() === '') return;
    close();
    void (asNew || !opened ? saveAsNew(...given()) : saveVersion(opened, ...given()));
  };
  return (
    <form
      class="save-form floating"
      aria-label={words.save}
      onSubmit={(event) => {
        event.preventDefault();
        save(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <label>
        {words.name}
        <input
          ref={first}
          class="field"
          required
          maxLength={MAX_NAME}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        {words.note}
        <textarea
          class="field"
          rows={3}
          maxLength={MAX_NOTE}
          placeholder={words.noteHint}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
        />
      </label>
      <div class="save-actions">
        <button type="button" class="button quiet" onClick={close}>
          {words.cancel}
        </button>
        {opened && (
          <button type="button" class="button" onClick={() => save(true)}>
            {words.saveNew}
          </button>
        )}
        <button type="submit" class="button ink">
          {opened ? words.newVersion(opened.version + 1) : words.save}
        </button>
      </div>
    </form>
  );
}

/** The name of the first node, which is mostly what the picture is about. */
function suggestedName(): string {
  const [first] = view.value.nodes;
  const name = first ? (nodes.value.get(first.id)?.name ?? '') : '';
  return view.value.nodes.length > 1 ? viewWords().suggested(name, view.value.nodes.length) : name;
}
