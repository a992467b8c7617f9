/** Steps back and forward; a long press or the down key lists them by name, and one of them is gone to at once. */

import type { JSX } from 'preact';
import { redo, undo } from '../actions.ts';
import { punctuation } from '../language.ts';
import { future, past } from '../state.ts';
import type { Step } from '../steps.ts';
import { canvasWords } from '../words/canvas.ts';
import { words } from '../words.ts';
import { type Choice, MenuButton } from './menu-button.tsx';

export function Undo(): JSX.Element {
  return (
    <>
      <Steps icon="undo" label={words().undo} shortcut="Z" steps={past.value} go={undo} />
      <Steps icon="redo" label={words().redo} shortcut="⇧Z" steps={future.value} go={redo} />
      <span class="divider" />
    </>
  );
}

interface StepsProps {
  readonly icon: 'undo' | 'redo';
  readonly label: string;
  readonly shortcut: string;
  /** The next one last. */
  readonly steps: readonly Step[];
  readonly go: (count: number) => void;
}

function Steps({ icon, label, shortcut, steps, go }: StepsProps): JSX.Element {
  const name = steps.at(-1)?.name ?? '';
  return (
    <MenuButton
      icon={icon}
      label={`${label} ${name}`}
      title={`${label} ${name} (${shortcut})${punctuation().comma}${canvasWords().stepsHint}`}
      disabled={steps.length === 0}
      press={() => go(1)}
      choices={() =>
        steps
          .toReversed()
          .map((step, index): Choice => ({ key: String(index), label: step.name, run: () => go(index + 1) }))
      }
    />
  );
}
