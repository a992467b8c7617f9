/** Saved views as the page knows them, and what a reader does to them. */
import { batch, computed, effect, signal } from '@preact/signals';
import { openedAt } from '../../api/limits.ts';
import type { SavedView, Since } from '../../api/views.ts';
import { call, Failure } from '../http.ts';
import { attempt, say } from '../notices.ts';
import { readAddress } from '../route.ts';
import * as state from '../state.ts';
import { samePicture, type View } from '../view.ts';
import { viewWords } from '../words/views.ts';
import { contentOf, viewOf } from './content.ts';
import { rememberLink } from './links.ts';

/** Names of vanished nodes that the strip has room for. */
const NAMED = 3;

/** Those there are, the last changed first; null until they are loaded. */
export const savedViews = signal<readonly SavedView[] | null>(null);

interface Current {
  readonly view: SavedView;
  /** As it was opened or saved. */
  readonly shown: View;
  readonly since: Since | null;
  readonly versions: readonly { readonly version: number; readonly at: string }[];
}
/** The saved view that the canvas shows, perhaps changed since. */
export const current = signal<Current | null>(null);
export const isChanged = computed(() => current.value !== null && !samePicture(current.value.shown, state.view.value));

// A cleared canvas is the beginning of another picture, and no version of this one.
effect(() => {
  if (state.view.value.nodes.length === 0) current.value = null;
});

/** Ids of nodes and keys of relations that are new since the view was saved, and of nodes that just came in with pages. */
export const fresh = computed<ReadonlySet<string>>(() => {
  const since = current.value?.since;
  const saved = since ? [...since.newNodes, ...since.newRelations.map(({ key }) => key)] : [];
  return new Set([...saved, ...state.newcomers.value]);
});

export async function loadViews(): Promise<void> {
  const answer = await call('SavedViews', '/api/views').catch(() => null);
  if (answer) savedViews.value = answer.views;
}

/** Saves what is shown under a name of its own. */
export function saveAsNew(name: string, note: string | null): Promise<void> {
  return attempt(async () => {
    const shown = state.view.value;
    const view = await call('SavedView', '/api/views', { name, note, content: contentOf(shown) });
    settle(view, shown, [{ version: 1, at: view.changedAt }]);
    say(viewWords().saved(view.name));
  });
}

/** Saves what is shown as the next version of the view that is open; its older versions stay. */
export function saveVersion(open: SavedView, name: string, note: string | null): Promise<void> {
  return attempt(async () => {
    const shown = state.view.value;
    const view = await change(open.id, { name, note, content: contentOf(shown) });
    const versions = current.value?.view.id === open.id ? current.value.versions : [];
    settle(view, shown, [...versions, { version: view.version, at: view.changedAt }]);
    say(viewWords().savedVersion(view.name, view.version));
  });
}

export function renameView({ id }: SavedView, name: string): Promise<void> {
  return attempt(async () => {
    const view = await change(id, { name });
    if (current.value?.view.id === id) current.value = { ...current.value, view };
    await loadViews();
    say(viewWords().renamed(view.name));
  });
}

export function duplicateView({ id }: SavedView): Promise<void> {
  return attempt(async () => {
    const opened = await call('Opened', openedAt(id));
    if (opened.kind !== 'view') return;
    const { name, note } = opened.view;
    const view = await call('SavedView', '/api/views', {
      name: viewWords().copyOf(name),
      note,
      content: opened.content,
    });
    await loadViews();
    say(viewWords().saved(view.name));
  });
}

export function deleteView(view: SavedView): Promise<void> {
  return attempt(async () => {
    await call('SavedView', `/api/views/${view.id}`, undefined, undefined, 'DELETE');
    if (current.value?.view.id === view.id) current.value = null;
    await loadViews();
    state.notice.value = {
      text: viewWords().removed(view.name),
      undoable: false,
      next: { label: viewWords().undo, run: () => void restore(view) },
    };
  });
}

function restore(view: SavedView): Promise<void> {
  return attempt(async () => {
    await change(view.id, { isDeleted: false });
    await loadViews();
    say(viewWords().restored(view.name));
  });
}

/**
 * Opens what `/v/<id>` leads to: a saved view, or a long address.
 * @param version one of its versions; without it the latest
 * @throws Failure
 */
export async function openSaved(id: string, version?: number): Promise<void> {
  const opened = await call('Opened', `${openedAt(id)}${version === undefined ? '' : `?version=${version}`}`);
  if (opened.kind === 'link') {
    rememberLink(id, opened.address);
    const next = readAddress(new URL(opened.address, location.href));
    if (next.page === 'saved') throw new Failure('bad-input', opened.address);
    // Together, so that the picture is drawn once.
    batch(() => {
      state.learn(opened.picture);
      state.resume(next, viewWords().openedLink);
    });
    return;
  }
  const { view, content, since, versions, picture } = opened;
  const shown = viewOf(content, new Set(since.goneNodes.map((node) => node.id)));
  state.learn(picture);
  state.commit(shown, viewWords().opened(view.name));
  state.resume({ page: 'explore', view: shown }, viewWords().opened(view.name), `/v/${id}`);
  current.value = { view, shown, since, versions };
  state.inSight.value = shown.nodes.map((node) => node.id);
  sayWhatChanged(
    view,
    since,
    versions.find((known) => known.version === (version ?? view.version))?.at ?? view.changedAt,
  );
}

function sayWhatChanged({ name }: SavedView, since: Since, at: string): void {
  const words = viewWords();
  const hidden = new Set(state.view.value.hidden);
  const drawn = since.newRelations.filter(({ type }) => !hidden.has(type));
  const count = (isNew: boolean) => drawn.filter((relation) => relation.isNew === isNew).length;
  const names = since.goneNodes.slice(0, NAMED).map((node) => node.name);
  if (since.goneNodes.length > NAMED) names.push('…');
  const parts = [
    count(true) > 0 ? words.newRelations(count(true)) : '',
    count(false) > 0 ? words.moreSentences(count(false)) : '',
    since.newNodes.length > 0 ? words.newNodes(since.newNodes.length) : '',
    since.goneNodes.length > 0 ? words.goneNodes(names.join('、'), since.goneNodes.length) : '',
    since.goneRelations.length > 0 ? words.goneRelations(since.goneRelations.length) : '',
  ].filter(Boolean);
  say(parts.length > 0 ? words.since(name, dayOf(at), parts) : words.unchanged(name, dayOf(at)));
}

/** The day of an ISO time where the reader is. */
export function dayOf(at: string): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function change(id: string, body: Record<string, unknown>): Promise<SavedView> {
  return call('SavedView', `/api/views/${id}`, body, undefined, 'PUT');
}

function settle(view: SavedView, shown: View, versions: Current['versions']): void {
  current.value = { view, shown, since: null, versions };
  history.replaceState(null, '', `/v/${view.id}`);
  void loadViews();
}
