/** The saved views in the rail: open, rename, duplicate, go back to an older version, delete and bring back. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_NAME } from '../../api/limits.ts';
import type { SavedView } from '../../api/views.ts';
import { attempt } from '../notices.ts';
import { type Choice, MenuButton } from '../parts/menu-button.tsx';
import { view as shown } from '../state.ts';
import { viewWords } from '../words/views.ts';
import {
  current,
  dayOf,
  deleteView,
  duplicateView,
  isChanged,
  loadViews,
  openSaved,
  renameView,
  savedViews,
} from './saved.ts';
import '../styles/views.css';

export function SavedViewList(): JSX.Element | null {
  const words = viewWords();
  useEffect(() => {
    if (savedViews.peek() === null) void loadViews();
  }, []);
  const views = savedViews.value;
  if (views === null) return null;
  return (
    <section class="saved-views">
      <div class="head">
        <h2>{words.savedViews}</h2>
      </div>
      {views.length === 0 && <p class="hint saved-none">{words.none}</p>}
      <ul class="rows">
        {views.map((view) => (
          <Row key={view.id} view={view} />
        ))}
      </ul>
    </section>
  );
}

function Row({ view }: { readonly view: SavedView }): JSX.Element {
  const words = viewWords();
  const renaming = useSignal(false);
  const isCurrent = current.value?.view.id === view.id && shown.value.nodes.length > 0;
  if (renaming.value)
    return (
      <li>
        <Rename
          view={view}
          done={() => {
            renaming.value = false;
          }}
        />
      </li>
    );
  return (
    <li aria-current={isCurrent ? 'true' : undefined}>
      <button
        type="button"
        class="row-button grow clip"
        title={[view.name, view.note].filter(Boolean).join('\n')}
        onClick={() => void attempt(() => openSaved(view.id))}
      >
        {view.name}
      </button>
      <span class="count" title={isCurrent && isChanged.value ? words.changed : undefined}>
        {isCurrent && isChanged.value ? words.unsaved : words.nodes(view.nodes)}
      </span>
      <MenuButton
        icon="more"
        label={words.more(view.name)}
        choices={() => [
          {
            key: 'rename',
            label: words.rename,
            run: () => {
              renaming.value = true;
            },
          },
          { key: 'duplicate', label: words.duplicate, run: () => void duplicateView(view) },
          ...(isCurrent ? versionChoices(view) : []),
          { key: 'delete', label: words.remove, run: () => void deleteView(view) },
        ]}
      />
    </li>
  );
}

/** The older versions, the latest first. */
function versionChoices({ id }: SavedView): readonly Choice[] {
  const versions = current.value?.versions ?? [];
  if (versions.length < 2) return [];
  return versions.toReversed().map(({ version, at }) => ({
    key: `version-${version}`,
    label: viewWords().version(version, dayOf(at)),
    run: () => void attempt(() => openSaved(id, version)),
  }));
}

function Rename({ view, done }: { readonly view: SavedView; readonly done: () => void }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const save = () => {
    const name = field.current?.value.trim() ?? '';
    done();
    if (name !== '' && name !== view.name) void renameView(view, name);
  };
  return (
    <form
      class="grow"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input
        ref={field}
        class="field saved-name"
        aria-label={viewWords().name}
        maxLength={MAX_NAME}
        defaultValue={view.name}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          done();
        }}
      />
    </form>
  );
}
