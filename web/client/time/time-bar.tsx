/** When what is shown happened, or was printed: a bar a year, month or day, and a window over them. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MANY_EDGES } from '../canvas-style.ts';
import { Icon } from '../parts/icon.tsx';
import { useSeen } from '../seen.ts';
import { clock, drawable, scene, timeline, timeWindow } from '../state.ts';
import { timeWords } from '../words/time.ts';
import '../styles/time.css';
import {
  articleYears,
  chosenUnit,
  clearWindow,
  histogram,
  loadArticleYears,
  loadPrinted,
  outsideCount,
  pannedTo,
  pause,
  play,
  playing,
  printedState,
  setClock,
  setOutside,
  unit,
} from './actions.ts';
import { Bars, BUCKET, type ChartSize } from './bars.tsx';
import { Brush } from './brush.tsx';
import { UNITS } from './days.ts';
import type { Histogram } from './histogram.ts';
import type { Dated } from './moments.ts';
import { scaleOf } from './scale.ts';
import { inWindow, spanOf, windowText } from './window.ts';

/** What is shown changes several times while it is loaded: the server is asked when it has settled for so many milliseconds. */
const SETTLED_MS = 150;
/** The chart leaves so many pixels on either side, and on the left room for the bucket of what is earlier. */
const SIDE = 16;
const BUCKET_ROOM = BUCKET.x + BUCKET.width + 22;
/** Where the bar is this low, there is no room for the axis. */
const LOW = 60;
const AXIS = 20;

/** `onReach` is told when the pointer or the focus comes to the bar. */
export function TimeBar({ onReach }: { readonly onReach: () => void }): JSX.Element {
  useAsked();
  const isSeen = useSeen(scene.peek().relations.length > MANY_EDGES);
  return (
    <section class="time-bar" aria-label={timeWords().label} onPointerEnter={onReach} onFocusIn={onReach}>
      {isSeen && (
        <>
          <Head />
          <Chart />
        </>
      )}
    </section>
  );
}

function Head(): JSX.Element {
  const words = timeWords();
  const window = timeWindow.value;
  const drawn = histogram.value !== null;
  return (
    <div class="time-head">
      <PlayButton disabled={!drawn} />
      {window ? <b class="nowrap">{windowText(window)}</b> : null}
      <span class="grow time-summary">
        <Summary />
      </span>
      {window && (
        <button
          type="button"
          class="icon-button tiny"
          aria-label={words.clearWindow}
          title={words.clearWindow}
          onClick={clearWindow}
        >
          <Icon name="close" small />
        </button>
      )}
      <Choice
        label={words.clock}
        of={['happened', 'printed']}
        chosen={clock.value}
        choose={setClock}
        say={(name) => words[name]}
      />
      <Choice
        label={words.unit}
        of={UNITS}
        chosen={unit.value}
        choose={(name) => {
          chosenUnit.value = name;
          pannedTo.value = null;
        }}
        say={(name) => words.units[name]}
      />
      {window && (
        <Choice
          label={words.outside}
          of={['fade', 'hide']}
          chosen={window.outside}
          choose={setOutside}
          say={(mode) => words[mode]}
        />
      )}
    </div>
  );
}

function PlayButton({ disabled }: { readonly disabled: boolean }): JSX.Element {
  const words = timeWords();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const label = playing.value ? words.pause : still ? words.stepOn : words.play;
  return (
    <button
      type="button"
      class="icon-button tiny"
      disabled={disabled}
      aria-label={label}
      title={label}
      onClick={playing.value ? pause : play}
    >
      <Icon name={playing.value ? 'pause' : 'play'} small />
    </button>
  );
}

/** What is in the window, what is outside, what has no date: `窗内 21 个活动，其中 5 个不知确切日期 · 窗外 3 个节点，已淡出` */
function Summary(): JSX.Element {
  const words = timeWords();
  const { dated, undated } = timeline.value;
  const window = timeWindow.value;
  const inside = window ? dated.filter(({ moment }) => inWindow([moment], spanOf(window))) : dated;
  const vague = inside.filter(({ moment }) => !moment.exact).length;
  const count = (kind: Dated['kind']) => inside.filter((thing) => thing.kind === kind).length;
  const parts: ComponentChildren[] = [
    // That there is nothing is said below, where the bars would be.
    ...(dated.length > 0 || window
      ? [`${window ? `${words.inside} ` : ''}${words.counted(count('event'), count('launch'), count('article'))}`]
      : []),
    ...(window ? [<b key="outside">{words.outsideNow(outsideCount.value, window.outside === 'hide')}</b>] : []),
    ...(vague > 0 ? [words.vague(vague)] : []),
    ...(undated.length > 0
      ? [
          <span key="undated" title={words.undatedHelp}>
            {words.undated(undated.length)}
          </span>,
        ]
      : []),
    ...(clock.value === 'printed' && printedState.value === 'loading' ? [`${words.loading}…`] : []),
  ];
  return (
    <>
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
      {printedState.value === 'failed' && (
        <span>
          {words.failed}{' '}
          <button type="button" class="link" onClick={() => void loadPrinted()}>
            {words.retry}
          </button>
        </span>
      )}
    </>
  );
}

function Choice<Name extends string>({
  label,
  of,
  chosen,
  choose,
  say,
}: {
  readonly label: string;
  readonly of: readonly Name[];
  readonly chosen: Name;
  readonly choose: (name: Name) => void;
  readonly say: (name: Name) => string;
}): JSX.Element {
  return (
    <fieldset class="segments" aria-label={label}>
      {of.map((name) => (
        <button key={name} type="button" aria-pressed={name === chosen} onClick={() => choose(name)}>
          {say(name)}
        </button>
      ))}
    </fieldset>
  );
}

function Chart(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const size = useSignal({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current as HTMLDivElement;
    const observer = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);
  const drawn = histogram.value;
  const { width, height } = size.value;
  return (
    <div ref={box} class="time-chart">
      {drawn && width > 0 ? (
        <Drawn histogram={drawn} width={width} height={height} />
      ) : (
        <p class="hint time-nothing">{timeWords().nothing[clock.value]}</p>
      )}
    </div>
  );
}

function Drawn({
  histogram: bars,
  width,
  height,
}: {
  readonly histogram: Histogram;
  readonly width: number;
  readonly height: number;
}): JSX.Element {
  const axis = height < LOW ? 0 : AXIS;
  const plot = height - axis - (axis === 0 ? 1 : 0);
  const size = useStable<ChartSize>({ width, plot, axis });
  const left = bars.earlier.length > 0 ? BUCKET_ROOM : SIDE;
  const scale = useStable(scaleOf(bars, left, width - left - SIDE, pannedTo.value));
  return (
    <>
      <Bars histogram={bars} scale={scale} size={size} years={articleYears.value} />
      <Brush histogram={bars} scale={scale} size={size} />
      <Pan histogram={bars} first={scale.first} last={scale.last} />
    </>
  );
}

/** Where not all units are in sight: half a sight to the left or right. */
function Pan({
  histogram: { first, last },
  ...sight
}: {
  readonly histogram: Histogram;
  readonly first: number;
  readonly last: number;
}): JSX.Element | null {
  if (sight.first <= first && sight.last >= last) return null;
  const by = Math.ceil((sight.last - sight.first) / 2);
  const button = (name: 'left' | 'right', label: string, disabled: boolean) => (
    <button
      type="button"
      class={`icon-button tiny time-pan-${name}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => {
        pannedTo.value = Math.max(first, Math.min(last, sight.first + (name === 'left' ? -by : by)));
      }}
    >
      <Icon name={name} small />
    </button>
  );
  return (
    <>
      {button('left', timeWords().earlierUnits, sight.first <= first)}
      {button('right', timeWords().laterUnits, sight.last >= last)}
    </>
  );
}

/** Asks the server for what the bar needs, when what is shown has come to rest. */
function useAsked(): void {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asked = useRef('');
  useEffect(() => {
    void loadArticleYears();
    return () => clearTimeout(waiting.current);
  }, []);
  useSignalEffect(() => {
    const ids = drawable.value.nodes.map(({ id }) => id).join('\n');
    clearTimeout(waiting.current);
    if (ids === '' || ids === asked.current) return;
    waiting.current = setTimeout(() => {
      asked.current = ids;
      void loadPrinted();
    }, SETTLED_MS);
  });
}

/** The value that was there before, where the new one says the same: so that what depends on it is not drawn again. */
function useStable<T extends object>(value: T): T {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
