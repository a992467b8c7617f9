/** The leaves that a counted node stands for. */
import type { JSX } from 'preact';
import { removeNodes } from '../actions.ts';
import { groupLabel } from '../drawing.ts';
import { openGroup } from '../marks.ts';
import { select } from '../selecting.ts';
import { nodes, scene } from '../state.ts';
import { canvasWords } from '../words/canvas.ts';
import { words } from '../words.ts';
import { Icon } from './icon.tsx';
import { NodeLines } from './node-lines.tsx';

export function GroupPanel({ id }: { readonly id: string }): JSX.Element | null {
  const group = scene.value.groups.find((one) => one.id === id);
  if (!group) return null;
  const anchor = nodes.value.get(group.anchor)?.name ?? group.anchor;
  return (
    <>
      <div class="panel-head">
        <div class="panel-kind">
          {canvasWords().grouping}
          <span class="grow" />
          <button type="button" class="icon-button tiny" aria-label={words().closeDetails} onClick={() => select(null)}>
            <Icon name="close" small />
          </button>
        </div>
        <h1>
          <bdi>{anchor}</bdi> · {groupLabel(group)}
        </h1>
        <p class="hint">{canvasWords().groupHint(anchor)}</p>
        <div class="actions">
          <button type="button" class="button ink" onClick={() => openGroup(id)}>
            {canvasWords().openGroup}
            <kbd>↵</kbd>
          </button>
          <button type="button" class="button" onClick={() => removeNodes([id])}>
            <Icon name="minus" small />
            {words().remove}
            <kbd>⌫</kbd>
          </button>
        </div>
      </div>
      <div class="panel-body">
        <section class="fact-group">
          <NodeLines nodes={group.members.flatMap((member) => nodes.value.get(member) ?? [])} />
        </section>
      </div>
    </>
  );
}
