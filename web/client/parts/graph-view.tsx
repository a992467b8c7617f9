/** The canvas with its strip of tools, and the menu that floats over it. */

import { effect, untracked, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { moveNodes } from '../actions.ts';
import type { GraphCanvas } from '../canvas.ts';
import type { Way } from '../canvas-camera.ts';
import type { CanvasScene } from '../canvas-draw.ts';
import { drawAhead } from '../canvas-quick.ts';
import { MANY_EDGES } from '../canvas-style.ts';
import { drawn } from '../drawing.ts';
import { Failure } from '../http.ts';
import { punctuation } from '../language.ts';
import { openGroup } from '../marks.ts';
import { isGroupId } from '../picture/groups.ts';
import { select, selectAll, toggleSelected } from '../selecting.ts';
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
import { Failed } from './states.tsx';
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

/** Time for a picture that is drawn ahead to be seen. */
const SEEN_MS = 50;

const EVENTS = { select, toggle: toggleSelected, frame: selectAll, move: moveNodes, menu: openMenu };

/** Two thirds of the page's script are Cytoscape, which neither the start page nor a picture that is drawn ahead waits for. */
export const loadCanvas = (): Promise<typeof import('../canvas.ts')> => import('../canvas.ts');

export function GraphView(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<GraphCanvas | null>(null);
  const menuAt = useSignal({ x: 0, y: 0 });
  /** Why there is no canvas. */
  const lost = useSignal<{ readonly failure: Failure; readonly retry: () => void } | null>(null);

  useLayoutEffect(() => {
    const container = box.current as HTMLDivElement;
    const isLarge = drawn.peek().edges.length > MANY_EDGES;
    const ahead = isLarge ? drawAhead(container, untracked(sceneNow)) : null;
    let leave: (() => void) | null = null;
    let isGone = false;
    const begin = (): Promise<void> =>
      loadCanvas().then(
        ({ createGraphCanvas }) => {
          if (isGone) return;
          const graph = createGraphCanvas(container, { ...EVENTS, viewport: () => placeMenu() }, ahead);
          const placeMenu = () => {
            const point = expanding.peek() === null ? null : graph.pointOf(expanding.peek() as string);
            if (point) menuAt.value = beside(point, container);
          };
          canvas.current = graph;
          leave = follow(graph, container, placeMenu);
        },
        (error: unknown) => {
          const retry = () => {
            lost.value = null;
            void begin();
          };
          lost.value = { failure: new Failure('offline', String(error)), retry };
        },
      );
    // What was drawn ahead is seen before Cytoscape takes the thread.
    const timer = setTimeout(begin, ahead ? SEEN_MS : 0);
    return () => {
      isGone = true;
      clearTimeout(timer);
      leave?.();
      canvas.current?.destroy();
      canvas.current = null;
      container.replaceChildren();
    };
  }, [menuAt, lost]);

  useEffect(() => {
    const onPrint = () => keepSize(box.current as HTMLDivElement);
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, []);

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
          aria-label={`${words().canvasLabel}${punctuation().colon}${summary()}`}
          onKeyDown={(event) => onCanvasKey(event, canvas.current)}
        />
        {lost.value && (
          <div class="canvas-failure">
            <Failed {...lost.value} />
          </div>
        )}
        <FocusBar />
        {lone && !open && <FirstSteps key={lone.id} node={lone} />}
        {open && <NodeMenu key={open.id} node={open} at={menuAt.value} />}
      </div>
      {tableOpen.value && <LinkedTable />}
      <TimeBar onReach={() => canvas.current?.expectWindow()} />
    </section>
  );
}

/** Paper has another width: the drawing is made smaller as it is (styles/explore-print.css), since one that is laid on anew would be cut. */
function keepSize({ style, clientWidth, clientHeight }: HTMLElement): void {
  style.setProperty('--seen-width', String(clientWidth));
  style.setProperty('--seen-height', String(clientHeight));
}

function sceneNow(): CanvasScene {
  return {
    ...drawn.value,
    selected: selectionOf(view.value),
    menu: expanding.value,
    tints: tints.value?.of ?? null,
    fresh: fresh.value,
  };
}

/** Draws what the page shows whenever that changes. The function that is returned ends it. */
function follow(graph: GraphCanvas, container: HTMLElement, placeMenu: () => void): () => void {
  let drawnIn = theme.peek();
  const stops = [
    effect(() => {
      graph.show(sceneNow());
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
  };
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
