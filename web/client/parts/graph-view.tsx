/** The canvas with its strip of tools, and the menu that floats over it. */
import { effect, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moveNodes, select, selectAll, toggleSelected } from '../actions.ts';
import { createGraphCanvas, type GraphCanvas } from '../canvas.ts';
import type { Way } from '../canvas-camera.ts';
import { drawn } from '../drawing.ts';
import { openGroup } from '../marks.ts';
import { isGroupId } from '../picture/groups.ts';
import { expanding, inSight, nodes, pairing, tints, view } from '../state.ts';
import { tableOpen } from '../table/state.ts';
import { theme } from '../theme.ts';
import { TimeBar } from '../time/time-bar.tsx';
import { selectionOf } from '../view.ts';
import { fresh } from '../views/saved.ts';
import { words } from '../words.ts';
import { FirstSteps } from './first-steps.tsx';
import { FocusBar } from './focus-bar.tsx';
import { lazyPage } from './lazy.tsx';
import { NodeMenu } from './node-menu.tsx';
import { layOutAndFit, Strip, summary, ZOOM_STEP } from './strip.tsx';

/** The menu is this large at most, and keeps this far from the canvas's edge. */
const MENU = { width: 300, height: 470, gap: 12 };

const LinkedTable = lazyPage('table', () => import('../table/linked-table.tsx').then((module) => module.LinkedTable));

const ARROWS: Readonly<Record<string, Way>> = {
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
    const graph = createGraphCanvas(container, {
      select,
      toggle: toggleSelected,
      frame: selectAll,
      move: moveNodes,
      menu: openMenu,
      viewport: () => placeMenu(),
    });
    const placeMenu = () => {
      const point = expanding.peek() === null ? null : graph.pointOf(expanding.peek() as string);
      if (point) menuAt.value = beside(point, container);
    };
    canvas.current = graph;
    let drawnIn = theme.peek();
    const stops = [
      effect(() => {
        graph.show({
          ...drawn.value,
          selected: selectionOf(view.value),
          menu: expanding.value,
          tints: tints.value?.of ?? null,
          fresh: fresh.value,
        });
        placeMenu();
      }),
      effect(() => {
        graph.bringIn(inSight.value);
      }),
      effect(() => {
        if (theme.value === drawnIn) return;
        drawnIn = theme.value;
        // The attribute that the tokens follow is set by another effect: read them once it has run.
        queueMicrotask(() => graph.restyle());
      }),
    ];
    const observer = new ResizeObserver(() => {
      graph.resize();
      placeMenu();
    });
    observer.observe(container);
    return () => {
      observer.disconnect();
      for (const stop of stops) stop();
      graph.destroy();
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
        <FocusBar />
        {lone && !open && <FirstSteps key={lone.id} node={lone} />}
        {open && <NodeMenu key={open.id} node={open} at={menuAt.value} />}
      </div>
      {tableOpen.value && <LinkedTable />}
      <TimeBar />
    </section>
  );
}

/** Keys of the drawing itself. Those that work everywhere are in `keys.ts`. */
function onCanvasKey(event: KeyboardEvent, canvas: GraphCanvas | null): void {
  const { selected } = view.value;
  const way = ARROWS[event.key];
  if (way || event.key === 'Tab') {
    const next = way ? canvas?.nearest(selected ?? '', way) : nextByName(selected, event.shiftKey);
    if (next) goTo(next);
    else if (!way) return;
  } else if (event.key === '+' || event.key === '=') canvas?.zoomBy(ZOOM_STEP);
  else if (event.key === '-') canvas?.zoomBy(1 / ZOOM_STEP);
  else if (event.key === '0') canvas?.fit();
  else if (event.key === 'l' || event.key === 'L') void layOutAndFit(canvas);
  else if (event.key === 'Enter' && selected !== null) (pairing.value === null ? openMenu : select)(selected);
  else return;
  event.preventDefault();
}

/** The selection moves on; a second node that is wanted is not picked by passing over it. */
function goTo(id: string): void {
  selectAll([id]);
  inSight.value = [id];
}

/** The menu of a node; a group has none, it opens. */
function openMenu(id: string): void {
  if (isGroupId(id)) openGroup(id);
  else if (nodes.peek().has(id)) {
    select(id);
    expanding.value = id;
  }
}

/** The node that comes next by name. Nothing after the last one or where nothing is selected: the focus then leaves the drawing. */
function nextByName(selected: string | null, backwards: boolean): string | undefined {
  const sorted = drawn.peek().nodes.toSorted((one, other) => one.label.localeCompare(other.label, 'zh'));
  const at = sorted.findIndex(({ id }) => id === selected);
  return at < 0 ? undefined : sorted[at + (backwards ? -1 : 1)]?.id;
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
