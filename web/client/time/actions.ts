/** What a reader does to the time window. While it is dragged or played it is a draft; where it comes to rest it is a step that can be taken back. */
import { computed, signal } from '@preact/signals';
import { MAX_SHOWN } from '../../api/limits.ts';
import { call } from '../http.ts';
import { say } from '../notices.ts';
import * as state from '../state.ts';
import type { TimeWindow } from '../view.ts';
import { timeWords } from '../words/time.ts';
import { indexOf, type Unit } from './days.ts';
import { fittingUnit, histogramOf } from './histogram.ts';
import { type Clock, momentOf } from './moments.ts';
import { moved, spanOf, windowText, withUnits } from './window.ts';

/** The window moves on by one unit in this time, in milliseconds. */
const PLAY_MS = 600;
/** Further keys within this time, in milliseconds, belong to the same step back. */
const REST_MS = 500;

/** The scale that a reader chose; null takes the one that fits. */
export const chosenUnit = signal<Unit | null>(null);
export const unit = computed<Unit>(() => chosenUnit.value ?? fittingUnit(state.timeline.value.dated));
export const histogram = computed(() => histogramOf(state.timeline.value.dated, unit.value));
/** The first unit in sight, where a reader has panned. */
export const pannedTo = signal<number | null>(null);
export const playing = signal(false);

export const printedState = signal<'none' | 'loading' | 'done' | 'failed'>('none');
/** Articles of the whole graph by year; null until they are known. */
export const articleYears = signal<ReadonlyMap<number, number> | null>(null);

/** Nodes of the picture outside the window. */
export const outsideCount = computed(
  () => state.drawable.value.nodes.filter(({ id }) => state.outside.value.has(id)).length,
);

let resting: ReturnType<typeof setTimeout> | undefined;
let ticking: ReturnType<typeof setInterval> | undefined;

/** A window that says how the present one says it, or how a new one does. */
export function plainWindow(): Pick<TimeWindow, 'clock' | 'outside'> {
  return { clock: state.clock.peek(), outside: state.timeWindow.peek()?.outside ?? 'fade' };
}

/** Moves the window without a step back: `restWindow` makes it one. */
export function dragWindow(next: TimeWindow): void {
  clearTimeout(resting);
  state.draftWindow.value = next;
}

/** The window stays where it was dragged to. */
export function restWindow(): void {
  clearTimeout(resting);
  const draft = state.draftWindow.peek();
  if (!draft) return;
  commitWindow(draft, timeWords().windowStep(windowText(draft)));
  sayWindow();
}

/** A window moved by a key: it rests when no further key comes. */
export function nudgeWindow(next: TimeWindow): void {
  dragWindow(next);
  resting = setTimeout(restWindow, REST_MS);
}

/** `[` and `]`. Whether there is a window to move. */
export function stepWindow(by: 1 | -1): boolean {
  const window = state.timeWindow.peek();
  if (!window) return false;
  nudgeWindow(moved(window, by, unit.peek()));
  return true;
}

export function clearWindow(): void {
  pause();
  commitWindow(null, timeWords().clearWindow);
  say(timeWords().windowCleared, true);
}

export function setClock(clock: Clock): void {
  pause();
  state.restingClock.value = clock;
  pannedTo.value = null;
  const window = state.view.peek().window;
  if (!window) return;
  commitWindow({ ...window, clock }, timeWords().clockStep);
  sayWindow();
}

export function setOutside(outside: TimeWindow['outside']): void {
  const window = state.timeWindow.peek();
  if (!window) return;
  commitWindow({ ...window, outside }, timeWords().outsideStep);
  sayWindow();
}

/** What the window is, and what became of what lies outside it. */
function sayWindow(): void {
  const window = state.view.peek().window;
  if (window) say(timeWords().windowSet(windowText(window), outsideCount.peek(), window.outside === 'hide'), true);
}

/** Moves the window on until its end is that of the bars; a window at the end begins again. Where motion is not wanted, one unit a call. */
export function play(): void {
  const drawn = histogram.peek();
  if (!drawn) return;
  const first = state.timeWindow.peek();
  const start = first && indexOf(spanOf(first).to, drawn.unit) < drawn.last ? first : fromStart(first);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    nudgeWindow(start === first ? moved(start, 1, drawn.unit) : start);
    return;
  }
  playing.value = true;
  dragWindow(start);
  ticking = setInterval(() => {
    const window = state.timeWindow.peek();
    const bars = histogram.peek();
    if (!window || !bars || indexOf(spanOf(window).to, bars.unit) >= bars.last) pause();
    else dragWindow(moved(window, 1, bars.unit));
  }, PLAY_MS);
}

export function pause(): void {
  if (!playing.peek()) return;
  playing.value = false;
  clearInterval(ticking);
  restWindow();
}

/** Asks for the days on which what is shown was printed. */
export async function loadPrinted(): Promise<void> {
  const ids = state.drawable.peek().nodes.map(({ id }) => id);
  printedState.value = 'loading';
  try {
    const { articles, of } = await call('PrintedAnswer', '/api/printed', { ids: ids.slice(0, MAX_SHOWN) });
    state.printed.value = {
      articles: new Map(articles.map(({ id, date, precision }) => [id, momentOf(date, null, precision)])),
      of: new Map(Object.entries(of)),
    };
    printedState.value = 'done';
  } catch {
    printedState.value = 'failed';
  }
}

/** Asks once how many articles there are of each year: the axis does without where there is no answer. */
export async function loadArticleYears(): Promise<void> {
  const { years } = await call('ArticleYears', '/api/article-years').catch(() => ({ years: null }));
  if (years) articleYears.value = new Map(years.map(({ year, articles }) => [year, articles]));
}

function fromStart(window: TimeWindow | null): TimeWindow {
  const { first = 0, unit: bars = 'month' } = histogram.peek() ?? {};
  const units = window ? indexOf(spanOf(window).to, bars) - indexOf(spanOf(window).from, bars) : 0;
  return withUnits(plainWindow(), first, first + units, bars);
}

function commitWindow(window: TimeWindow | null, name: string): void {
  state.commit({ ...state.view.peek(), window }, name);
  state.draftWindow.value = null;
}
