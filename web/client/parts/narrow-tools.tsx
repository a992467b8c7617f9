/** On a narrow screen: what the bar has no room for, behind one button. */
import type { JSX } from 'preact';
import { copyLink, redo, undo } from '../actions.ts';
import { exportChoices } from '../export/export-menu.tsx';
import { language, punctuation, setLanguage } from '../language.ts';
import { future, past, railOpen, route, view } from '../state.ts';
import { openSaveForm } from '../views/save-button.tsx';
import { exportWords } from '../words/export.ts';
import { viewWords } from '../words/views.ts';
import { words } from '../words.ts';
import { type Choice, MenuButton } from './menu-button.tsx';

export function NarrowTools(): JSX.Element {
  return (
    <span class="narrow-tools">
      <MenuButton icon="more" label={words().moreTools} choices={choices} />
    </span>
  );
}

function choices(): readonly Choice[] {
  const other = language.value === 'zh' ? 'en' : 'zh';
  const always: readonly Choice[] = [
    { key: 'link', label: words().copyLink, run: () => void copyLink() },
    { key: 'language', label: words().languageSwitch, run: () => setLanguage(other) },
  ];
  if (route.value.page !== 'explore') return always;
  const steps: readonly Choice[] = [
    ...past.value
      .slice(-1)
      .map(({ name }) => ({ key: 'undo', label: `${words().undo}${punctuation().colon}${name}`, run: () => undo() })),
    ...future.value
      .slice(-1)
      .map(({ name }) => ({ key: 'redo', label: `${words().redo}${punctuation().colon}${name}`, run: () => redo() })),
  ];
  const rail: Choice = {
    key: 'rail',
    label: `${words().legend} · ${viewWords().savedViews} · ${words().savedQueries}`,
    run: () => {
      railOpen.value = true;
    },
  };
  if (view.value.nodes.length === 0) return [rail, ...steps, ...always];
  return [
    rail,
    { key: 'save', label: viewWords().save, run: openSaveForm },
    ...exportChoices().map((choice) => ({ ...choice, label: `${exportWords().export} · ${choice.label}` })),
    ...steps,
    ...always,
  ];
}
