/** The window over the bars: two edges and what is between them, each to drag and to move by keys; elsewhere a new one is drawn. */
import { useSignal } from '@preact/signals';
import type { JSX, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { select } from '../selecting.ts';
import { timeline, timeWindow, view } from '../state.ts';
import type { TimeWindow } from '../view.ts';
import { timeWords } from '../words/time.ts';
import { clearWindow, dragWindow, nudgeWindow, pannedTo, pause, plainWindow, restWindow } from './actions.ts';
import type { ChartSize } from './bars.tsx';
import { indexOf, isoOf, startOf } from './days.ts';
import type { Histogram } from './histogram.ts';
import { indexAt, type Scale, xOfDay } from './scale.ts';
import { moved, spanOf, stretched, windowText, withUnits } from './window.ts';

type Part = 'from' | 'middle' | 'to';

/** What is being dragged: a part of the window as it was when the pointer went down, a new window, or the bars. */
type Drag =
  | { readonly part: Part; readonly at: number; readonly window: TimeWindow }
  | { readonly part: 'new'; readonly at: number; readonly moved: boolean }
  | { readonly part: 'pan'; readonly x: number; readonly first: number };

/** Half the width that can be grabbed, by pointer kind: 24 and 44 pixels are the least that mouse and finger hit. */
const GRAB = { fine: 12, coarse: 22 };
/** The handle that is drawn. */
const HANDLE = { width: 7, height: 20 };
/** Units that Page Up and Page Down move by. */
const PAGE = 12;
/** Pixels that a turn of the wheel moves the bars by, for each of its own. */
const WHEEL = 0.5;

interface BrushProps {
  readonly histogram: Histogram;
  readonly scale: Scale;
  readonly size: ChartSize;
}

export function Brush({ histogram, scale, size }: BrushProps): JSX.Element {
  const drag = useRef<Drag | null>(null);
  const isDragging = useSignal(false);
  /** The unit under the pointer. */
  const over = useSignal<number | null>(null);
  const { unit } = scale;

  const onPointerDown = (event: TargetedPointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    pause();
    const { x, y } = pointIn(event);
    const part = (event.target as Element).closest('[data-part]')?.getAttribute('data-part') as Part | undefined;
    const window = timeWindow.peek();
    const at = indexAt(scale, x);
    if (y > size.plot) drag.current = { part: 'pan', x, first: scale.first };
    else if (part && window) drag.current = { part, at, window };
    else drag.current = { part: 'new', at, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
    isDragging.value = true;
  };
  const onPointerMove = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const held = drag.current;
    const { x, y } = pointIn(event);
    if (!held) {
      over.value = y > size.plot ? null : indexAt(scale, x);
      return;
    }
    if (held.part === 'pan') {
      pannedTo.value = Math.round(held.first - (x - held.x) / scale.step);
      return;
    }
    const by = indexAt(scale, x) - held.at;
    if (held.part === 'new') {
      if (by !== 0) drag.current = { ...held, moved: true };
      if (!held.moved && by === 0) return;
      dragWindow(withUnits(plainWindow(), Math.min(held.at, held.at + by), Math.max(held.at, held.at + by), unit));
    } else if (held.part === 'middle') dragWindow(moved(held.window, by, unit));
    else dragWindow(stretched(held.window, held.part, by, unit));
  };
  const onPointerUp = () => {
    const held = drag.current;
    drag.current = null;
    isDragging.value = false;
    if (held?.part === 'new' && !held.moved) pickUnit(histogram, held.at);
    else if (held?.part !== 'pan') restWindow();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing
    <svg
      class={`time-brush${isDragging.value ? ' dragging' : ''}`}
      width={size.width}
      height={size.plot + size.axis}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onWheel={(event) => {
        event.preventDefault();
        pannedTo.value = Math.round(scale.first + ((event.deltaX || event.deltaY) * WHEEL) / scale.step);
      }}
      role="group"
      aria-label={timeWords().window}
    >
      <title>{over.value === null ? '' : barText(histogram, over.value)}</title>
      <rect class="time-ground" width={size.width} height={size.plot} />
      <rect class="time-pan" y={size.plot} width={size.width} height={size.axis} />
      <Marks scale={scale} />
      {timeWindow.value && <Handles window={timeWindow.value} scale={scale} size={size} />}
    </svg>
  );
}

/** What a bar stands for; empty where there is none. */
function barText({ bins, unit }: Histogram, index: number): string {
  const bin = bins.get(index);
  if (!bin) return '';
  const [exact, spans] = [bin.exact, bin.spans].map(({ event, launch, article }) => event + launch + article);
  return timeWords().bar(isoOf(startOf(index, unit), unit), exact ?? 0, spans ?? 0);
}

interface HandlesProps {
  readonly window: TimeWindow;
  readonly scale: Scale;
  readonly size: ChartSize;
}

function Handles({ window, scale, size }: HandlesProps): JSX.Element {
  const span = spanOf(window);
  const inSight = (x: number) => Math.max(0, Math.min(size.width, x));
  const [left, right] = [inSight(xOfDay(scale, span.from)), inSight(xOfDay(scale, span.to + 1))];
  const grab = matchMedia('(pointer: coarse)').matches ? GRAB.coarse : GRAB.fine;
  const text = { from: window.from, to: window.to, middle: windowText(window) };
  const label = { from: timeWords().windowFrom, to: timeWords().windowTo, middle: timeWords().window };
  const slider = (part: Part) => ({
    'data-part': part,
    role: 'slider' as const,
    // In lower case: an element of a drawing knows no other.
    tabindex: 0,
    'aria-label': label[part],
    'aria-valuemin': scale.first,
    'aria-valuemax': scale.last,
    'aria-valuenow': indexOf(part === 'to' ? span.to : span.from, scale.unit),
    'aria-valuetext': text[part],
    onKeyDown: (event: KeyboardEvent) => onKey(event, part, window, scale),
  });
  return (
    <>
      <rect
        class="time-window"
        x={left}
        y={0}
        width={Math.max(1, right - left)}
        height={size.plot}
        {...slider('middle')}
      />
      {(['from', 'to'] as const).map((edge) => {
        const x = edge === 'from' ? left : right;
        // Edges of a narrow window are grabbed from their outer side, so that both can be.
        const inner = Math.min(grab, (right - left) / 3);
        return (
          <g key={edge} class="time-edge" {...slider(edge)}>
            <rect
              class="time-grab"
              x={edge === 'from' ? x - grab : x - inner}
              y={0}
              width={grab + inner}
              height={size.plot}
            />
            <path d={`M${x} 0V${size.plot}`} />
            <rect
              class="time-handle"
              x={x - HANDLE.width / 2}
              y={(size.plot - HANDLE.height) / 2}
              width={HANDLE.width}
              height={HANDLE.height}
              rx={3}
            />
          </g>
        );
      })}
    </>
  );
}

/** When the selected node or relation was. */
function Marks({ scale }: { readonly scale: Scale }): JSX.Element | null {
  const { selected } = view.value;
  const moments = selected === null ? undefined : timeline.value.of.get(selected);
  if (!moments) return null;
  const end = scale.left + (scale.last - scale.first + 1) * scale.step;
  return (
    <g class="time-marks">
      {moments.map((moment) => {
        const [from, to] = [xOfDay(scale, moment.from), xOfDay(scale, moment.to + 1)];
        if (to < scale.left || from > end) return null;
        const middle = (from + to) / 2;
        return (
          <g key={`${moment.from}-${moment.to}`}>
            {!moment.exact && <path class="time-mark-span" d={`M${from} 3.5H${to}`} />}
            <path d={`M${middle - 4} 1h8l-4 6z`}>
              <title>{`${timeWords().selected} ${windowText({ from: isoOf(moment.from), to: isoOf(moment.to) })}`}</title>
            </path>
          </g>
        );
      })}
    </g>
  );
}

/** A click on a bar: its unit becomes the window, and where it stands for one thing that is selected, so that its sentences open. */
function pickUnit({ bins, unit }: Histogram, index: number): void {
  const bin = bins.get(index);
  if (!bin) return;
  dragWindow(withUnits(plainWindow(), index, index, unit));
  restWindow();
  const [only, ...more] = bin.ids;
  if (only !== undefined && more.length === 0) select(only);
}

function onKey(event: KeyboardEvent, part: Part, window: TimeWindow, scale: Scale): void {
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -PAGE, PageUp: PAGE }[event.key];
  if (by !== undefined)
    nudgeWindow(part === 'middle' ? moved(window, by, scale.unit) : stretched(window, part, by, scale.unit));
  else if (event.key === 'Delete' || event.key === 'Backspace' || event.key === 'Escape') clearWindow();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function pointIn(event: TargetedPointerEvent<SVGSVGElement>): { readonly x: number; readonly y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
