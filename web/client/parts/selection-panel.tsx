/** Several selected nodes: what they are, and what can be done with all of them. */
import type { JSX } from 'preact';
import { MOST_TOGETHER } from '../../api/limits.ts';
import { removeNodes } from '../actions.ts';
import { keepSelected, togglePinned } from '../marks.ts';
import { PathsSection } from '../paths/paths-section.tsx';
import { SharedSection } from '../paths/shared-section.tsx';
import { select, toggleSelected } from '../selecting.ts';
import { nodes, view } from '../state.ts';
import { selectionOf } from '../view.ts';
import { canvasWords } from '../words/canvas.ts';
import { pathWords } from '../words/paths.ts';
import { words } from '../words.ts';
import { Icon } from './icon.tsx';
import { NodeLines } from './node-lines.tsx';

export function SelectionPanel(): JSX.Element {
  const ids = selectionOf(view.value);
  const chosen = new Set(ids);
  const [one, other] = ids.map((id) => nodes.value.get(id));
  const pinned = view.value.nodes.filter(({ id }) => chosen.has(id)).every((node) => node.pinned);
  return (
    <>
      <div class="panel-head">
        <div class="panel-kind">
          <span class="grow" />
          <button type="button" class="icon-button tiny" aria-label={words().closeDetails} onClick={() => select(null)}>
            <Icon name="close" small />
          </button>
        </div>
        <h1>{canvasWords().selected(ids.length)}</h1>
        <div class="actions">
          <button type="button" class="button" onClick={() => togglePinned(ids)}>
            {pinned ? canvasWords().unpin : canvasWords().pin}
            <kbd>P</kbd>
          </button>
          <button type="button" class="button" onClick={keepSelected}>
            {canvasWords().onlySelected}
          </button>
          <button type="button" class="button" onClick={() => removeNodes(ids)}>
            <Icon name="minus" small />
            {words().remove}
            <kbd>⌫</kbd>
          </button>
        </div>
      </div>
      <div class="panel-body">
        <section class="fact-group">
          <NodeLines
            nodes={ids.flatMap((id) => nodes.value.get(id) ?? [])}
            end={({ id, name }) => (
              <button
                type="button"
                class="icon-button tiny"
                aria-label={canvasWords().unselect(name)}
                onClick={() => toggleSelected(id)}
              >
                <Icon name="close" small />
              </button>
            )}
          />
        </section>
        {ids.length <= MOST_TOGETHER ? (
          <SharedSection ids={ids} />
        ) : (
          <p class="hint">{pathWords().tooMany(MOST_TOGETHER)}</p>
        )}
        {one && other && ids.length === 2 && <PathsSection key={ids.join()} one={one} other={other} />}
      </div>
    </>
  );
}
