/** The canvas with its strip of tools, and the expand menu that floats over it. */
import { effect, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RelationBrief } from '../../api.ts';
import { clear, layOut, moveNodes, select, undo } from '../actions.ts';
import { createGraphCanvas, type GraphCanvas } from '../canvas.ts';
import { language } from '../language.ts';
import { expanding, inSight, nodes, notice, scene, view } from '../state.ts';
import { relationWord, stageWord } from '../terms.ts';
import { theme } from '../theme.ts';
import { words } from '../words.ts';
import { ExpandMenu } from './expand-menu.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Icon, type IconName } from './icon.tsx';

const ZOOM_STEP = 1.25;
/** The menu is this large at most, and keeps this far from the canvas's edge. */
const MENU = { width: 300, height: 400, gap: 12 };

const ARROWS: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function GraphView(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<GraphCanvas | null>(null);
  const menuAt = useSignal({ x: 0, y: 0 });

  useEffect(() => {
    const container = box.current as HTMLDivElement;
    const drawn = createGraphCanvas(container, {
      select,
      move: moveNodes,
      menu: (id) => {
        select(id);
        expanding.value = id;
      },
      viewport: () => placeMenu(),
    });
    const placeMenu = () => {
      const point = expanding.peek() === null ? null : drawn.pointOf(expanding.peek() as string);
      if (point) menuAt.value = beside(point, container);
    };
    canvas.current = drawn;
    const stops = [
      effect(() => {
        void language.value;
        drawn.show({ ...scene.value, selected: view.value.selected, menu: expanding.value, edgeLabel });
        placeMenu();
      }),
      effect(() => {
        drawn.bringIn(inSight.value);
      }),
      effect(() => {
        void theme.value;
        // The attribute that the tokens follow is set by another effect: read them once it has run.
        queueMicrotask(() => drawn.restyle());
      }),
    ];
    const observer = new ResizeObserver(() => {
      drawn.resize();
      placeMenu();
    });
    observer.observe(container);
    return () => {
      observer.disconnect();
      for (const stop of stops) stop();
      drawn.destroy();
      canvas.current = null;
    };
  }, [menuAt]);

  const open = expanding.value === null ? undefined : nodes.value.get(expanding.value);
  const lone = view.value.nodes.length === 1 ? nodes.value.get(view.value.nodes[0]?.id ?? '') : undefined;
  return (
    <section class="canvas" aria-label={words().canvasLabel}>
      <Strip canvas={canvas} />
      <div class="canvas-area">
        <div
          ref={box}
          class="drawing"
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is one tab stop and handles its own keys
          tabIndex={0}
          aria-label={`${words().canvasLabel}：${summary()}`}
          onKeyDown={(event) => onCanvasKey(event, canvas.current)}
        />
        {lone && !open && <FirstSteps key={lone.id} node={lone} />}
        {open && <ExpandMenu key={open.id} node={open} at={menuAt.value} />}
      </div>
    </section>
  );
}

function Strip({ canvas }: { readonly canvas: { readonly current: GraphCanvas | null } }): JSX.Element {
  return (
    <div class="strip">
      <span class="summary">{summary()}</span>
      <span class="grow notice" role="status" aria-live="polite">
        <span class="clip">{notice.value?.text}</span>
        {notice.value?.undoable && (
          <button type="button" class="link" onClick={undo}>
            {words().undo} <kbd>Z</kbd>
          </button>
        )}
      </span>
      <Tool name="plus" label={words().zoomIn} onClick={() => canvas.current?.zoomBy(ZOOM_STEP)} />
      <Tool name="minus" label={words().zoomOut} onClick={() => canvas.current?.zoomBy(1 / ZOOM_STEP)} />
      <Tool name="fit" label={words().fit} onClick={() => canvas.current?.fit()} />
      <span class="divider" />
      <Tool name="layout" label={`${words().layout} (L)`} onClick={() => void layOutAndFit(canvas.current)} />
      <Tool name="clear" label={words().clear} onClick={clear} />
    </div>
  );
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

async function layOutAndFit(canvas: GraphCanvas | null): Promise<void> {
  await layOut();
  canvas?.fitTo(view.value.nodes);
}

/** Keys of the drawing itself. Those that work everywhere are in `keys.ts`. */
function onCanvasKey(event: KeyboardEvent, canvas: GraphCanvas | null): void {
  const { selected } = view.value;
  const direction = ARROWS[event.key];
  if (direction) {
    const next = canvas?.nearest(selected ?? '', direction);
    if (next) {
      select(next);
      inSight.value = [next];
    }
  } else if (event.key === '+' || event.key === '=') canvas?.zoomBy(ZOOM_STEP);
  else if (event.key === '-') canvas?.zoomBy(1 / ZOOM_STEP);
  else if (event.key === '0') canvas?.fit();
  else if (event.key === 'l' || event.key === 'L') void layOutAndFit(canvas);
  else if (event.key === 'Enter' && selected !== null && nodes.value.has(selected)) expanding.value = selected;
  else return;
  event.preventDefault();
}

function summary(): string {
  return words().nodesAndEdges(scene.value.nodes.length, scene.value.relations.length);
}

/** `讲话 6`; where a post or a stage tells more than the relation's own word, that: `书记 2`, `首创 1`. */
function edgeLabel({ type, evidence, properties: { stage, title } }: RelationBrief): string {
  const word =
    typeof stage === 'string'
      ? stageWord(stage)
      : type === 'HOLDS' && typeof title === 'string'
        ? title
        : relationWord(type, 'edge');
  return evidence > 0 ? `${word} ${evidence}` : word;
}

/** Right of the node where there is room, else left of it; never over the edge. */
function beside(
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  container: HTMLElement,
): { x: number; y: number } {
  const right = x + radius + MENU.gap;
  const left = x - radius - MENU.gap - MENU.width;
  const room = right + MENU.width + MENU.gap <= container.clientWidth;
  const wanted = room ? right : Math.max(MENU.gap, left);
  return { x: wanted, y: Math.max(MENU.gap, Math.min(y - 40, container.clientHeight - MENU.height)) };
}
