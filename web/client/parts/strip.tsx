/** The strip over the canvas: how much is shown, what was just done, and the tools of the picture. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { clear, undo } from '../actions.ts';
import { layingOut, layOut } from '../arrange.ts';
import type { GraphCanvas } from '../canvas.ts';
import { reveal } from '../expansion.ts';
import { LAYOUTS, type LayoutName } from '../layouts/task.ts';
import { toggleGroups, toggleTint } from '../marks.ts';
import { notice, scene, view } from '../state.ts';
import { toggleTable } from '../table/state.ts';
import { canvasWords } from '../words/canvas.ts';
import { tableWords } from '../words/table.ts';
import { words } from '../words.ts';
import { Icon, type IconName } from './icon.tsx';
import { type Choice, MenuButton } from './menu-button.tsx';

export const ZOOM_STEP = 1.25;

/** The layout that the L key repeats. */
const usual = signal<LayoutName>('force');

interface CanvasRef {
  readonly current: GraphCanvas | null;
}

export function Strip({ canvas }: { readonly canvas: CanvasRef }): JSX.Element {
  return (
    <div class="strip">
      <span class="summary">{summary()}</span>
      {layingOut.value ? <Working /> : <Notice />}
      <Tool name="plus" label={words().zoomIn} onClick={() => canvas.current?.zoomBy(ZOOM_STEP)} />
      <Tool name="minus" label={words().zoomOut} onClick={() => canvas.current?.zoomBy(1 / ZOOM_STEP)} />
      <Tool name="fit" label={words().fit} onClick={() => canvas.current?.fit()} />
      <span class="divider" />
      <MenuButton
        icon="layout"
        label={canvasWords().layouts}
        title={`${words().layout} (L)`}
        choices={() =>
          LAYOUTS.map(
            (name): Choice => ({
              key: name,
              label: canvasWords().layoutNames[name],
              checked: name === usual.value,
              run: () => void layOutAndFit(canvas.current, name),
            }),
          )
        }
      />
      <MenuButton icon="more" label={canvasWords().picture} choices={pictureChoices} />
      <Tool name="table" label={`${tableWords().table} (T)`} onClick={toggleTable} />
      <Tool name="clear" label={words().clear} onClick={clear} />
    </div>
  );
}

function Notice(): JSX.Element {
  const said = notice.value;
  return (
    <span class="grow notice" role="status" aria-live="polite">
      <span class="clip">{said?.text}</span>
      {said?.next && (
        <button type="button" class="link" onClick={said.next.run}>
          {said.next.label}
        </button>
      )}
      {said?.undoable && (
        <button type="button" class="link" onClick={() => undo()}>
          {words().undo} <kbd>Z</kbd>
        </button>
      )}
    </span>
  );
}

function Working(): JSX.Element | null {
  const work = layingOut.value;
  if (!work) return null;
  const name = canvasWords().layoutNames[work.name];
  return (
    <span class="grow notice working" role="status">
      <span class="clip">{canvasWords().layingOut(name)}…</span>
      <progress value={work.share} aria-label={canvasWords().layingOut(name)} />
      <button type="button" class="link" onClick={work.stop}>
        {canvasWords().stop} <kbd>Esc</kbd>
      </button>
    </span>
  );
}

function pictureChoices(): readonly Choice[] {
  const isGrouped = scene.value.groups.length > 0;
  return [
    { key: 'reveal', label: canvasWords().reveal, run: () => void reveal() },
    { key: 'group', label: isGrouped ? canvasWords().ungroup : canvasWords().group, hint: 'G', run: toggleGroups },
    { key: 'tint', label: view.value.tinted ? canvasWords().untint : canvasWords().tint, run: toggleTint },
  ];
}

function Tool({
  name,
  label,
  onClick,
}: {
  readonly name: IconName;
  readonly label: string;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={name} />
    </button>
  );
}

/** Lay out, by default as the last time, and show all of it. */
export async function layOutAndFit(canvas: GraphCanvas | null, name: LayoutName = usual.peek()): Promise<void> {
  usual.value = name;
  if (await layOut(name)) canvas?.fitTo(view.value.nodes);
}

/** `12 个节点，20 条关系`. */
export function summary(): string {
  return words().nodesAndEdges(scene.value.nodes.length, scene.value.relations.length);
}
