/** What is shown as a file, in the format of the reader's choice. What makes the files is loaded when it is asked for. */
import type { JSX } from 'preact';
import { type Choice, MenuButton } from '../parts/menu-button.tsx';
import { drawable, route } from '../state.ts';
import { exportWords } from '../words/export.ts';
import { FORMATS } from './formats.ts';

export function ExportMenu(): JSX.Element | null {
  if (route.value.page !== 'explore') return null;
  const words = exportWords();
  return (
    <MenuButton
      icon="download"
      label={words.export}
      text={words.export}
      disabled={drawable.value.nodes.length === 0}
      choices={exportChoices}
    />
  );
}

/** A choice for each format; none while there is nothing to export, as before a picture has come. */
export function exportChoices(): readonly Choice[] {
  if (drawable.value.nodes.length === 0) return [];
  return FORMATS.map((format) => ({
    key: format,
    label: exportWords().formats[format],
    run: () => void import('./files.ts').then(({ exportAs }) => exportAs(format)),
  }));
}
