/** The button that runs what a form asks, and while that runs the one that stops it. */
import type { JSX } from 'preact';
import { answerWords } from '../words/answers.ts';
import { queryWords } from '../words/queries.ts';
import { Icon } from './icon.tsx';

interface FormHandlers {
  readonly onSubmit: (event: Event) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a form does when it is sent, and on Ctrl or ⌘ with Enter in any of its fields. */
export function runsOn(ask: () => void): FormHandlers {
  return {
    onSubmit: (event) => {
      event.preventDefault();
      ask();
    },
    onKeyDown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        ask();
      }
    },
  };
}

export function RunButton({ running, stop }: { readonly running: boolean; readonly stop: () => void }): JSX.Element {
  // Keys: one element that turned into the other would submit the form by the click that stops.
  return running ? (
    <button key="stop" type="button" class="button large" onClick={stop}>
      <Icon name="close" small />
      {queryWords().stop}
    </button>
  ) : (
    <button key="run" type="submit" class="button ink large">
      <Icon name="play" small />
      {answerWords().run}
      <kbd>Ctrl ↵</kbd>
    </button>
  );
}
