/** While a node is in focus: which one, how far around it, and the way out. */
import type { JSX } from 'preact';
import { setFocus } from '../marks.ts';
import { nodes, view } from '../state.ts';
import { canvasWords } from '../words/canvas.ts';
import { Icon, NodeGlyph } from './icon.tsx';

export function FocusBar(): JSX.Element | null {
  const { focus } = view.value;
  const node = focus ? nodes.value.get(focus.id) : undefined;
  if (!focus || !node) return null;
  return (
    <div class="focus-bar floating">
      <NodeGlyph node={node} small />
      <span class="clip">
        {canvasWords().focus} <bdi>{node.name}</bdi>
      </span>
      <label>
        {canvasWords().depth}
        <input
          type="range"
          min={1}
          max={3}
          step={1}
          value={focus.depth}
          aria-valuetext={canvasWords().focusOn(node.name, focus.depth)}
          onInput={(event) => {
            const depth = Number(event.currentTarget.value);
            if (depth === 1 || depth === 2 || depth === 3) setFocus({ id: focus.id, depth });
          }}
        />
        <output>{focus.depth}</output>
      </label>
      <button
        type="button"
        class="icon-button tiny"
        aria-label={`${canvasWords().unfocus} F`}
        title={`${canvasWords().unfocus} (F)`}
        onClick={() => setFocus(null)}
      >
        <Icon name="close" small />
      </button>
    </div>
  );
}
