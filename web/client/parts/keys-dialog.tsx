/** The list of keys. */

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { setSingleKeys, singleKeys } from '../keys.ts';
import { punctuation } from '../language.ts';
import { keysOpen } from '../state.ts';
import { canvasWords } from '../words/canvas.ts';
import { keyWords } from '../words/keys.ts';
import { tableWords } from '../words/table.ts';
import { timeWords } from '../words/time.ts';
import { words } from '../words.ts';
import { Icon } from './icon.tsx';

export function KeysDialog(): JSX.Element | null {
  return keysOpen.value ? <Dialog /> : null;
}

function Dialog(): JSX.Element {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    close.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const keys: readonly (readonly [string, string])[] = [
    ['/', keyWords().keySearch],
    ['E', keyWords().keyExpand],
    ['F', canvasWords().focus],
    ['P', canvasWords().pin],
    ['⌫', keyWords().keyRemove],
    ['G', `${canvasWords().group}${punctuation().comma}${canvasWords().ungroup}`],
    [canvasWords().shiftClick, canvasWords().keySelect],
    ['Tab', canvasWords().keyTab],
    ['← ↑ → ↓', keyWords().keyArrows],
    ['+ − 0', keyWords().keyZoom],
    ['L', keyWords().keyLayout],
    ['T', tableWords().table],
    ['[ ]', timeWords().keyMove],
    ['Z', words().undo],
    ['⇧ Z', words().redo],
    ['J K', keyWords().keyFacts],
    ['Ctrl ↵', keyWords().keyRun],
    ['Esc', keyWords().keyEscape],
    ['?', keyWords().keyHelp],
  ];
  return (
    <div class="keys floating" role="dialog" aria-label={words().keys}>
      <div class="menu-head">
        <b class="grow">{words().keys}</b>
        <button
          ref={close}
          type="button"
          class="icon-button tiny"
          aria-label={words().close}
          onClick={() => {
            keysOpen.value = false;
          }}
        >
          <Icon name="close" small />
        </button>
      </div>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="keys-switch">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        {canvasWords().singleKeys}
        {!singleKeys.value && <span class="hint">{canvasWords().singleKeysOff}</span>}
      </label>
    </div>
  );
}
