/** One lane a place: what was printed each year, and when a text has the program begin there. */
import type { JSX } from 'preact';
import type { Lane, LaneArrow, LaneMark } from './drawn.ts';
import { onPlainClick } from './plain-click.ts';
import { StageMark } from './stage-mark.tsx';

interface LanesProps {
  readonly label: string;
  readonly lanes: readonly Lane[];
  readonly arrows: readonly LaneArrow[];
  readonly axis: readonly { readonly start: number; readonly text: string }[];
  readonly selected: string | null;
  readonly open: (key: string) => void;
}

/** Length of the tail that stands for "no later than": how much earlier it was is not known. */
const TAIL = 5;
/** A year has to be this much of a lane for its number of articles to stand in it. */
const ROOM_FOR_COUNT = 14;
/** Height of a lane, as the style sheet has it. */
const LANE = 23;

export function Lanes({ label, lanes, arrows, axis, selected, open }: LanesProps): JSX.Element {
  return (
    <figure class="lanes" aria-label={label}>
      <ol>
        {lanes.map((lane) => (
          <li key={lane.key} class={lane.marks.length > 0 ? 'lane with-marks' : 'lane'}>
            <span class="lane-rank">{lane.rank}</span>
            <span class="lane-name clip" lang="zh-CN" title={lane.name}>
              {lane.name}
            </span>
            <div class="lane-track">
              {lane.blocks.map(({ start, length, text }) => (
                <i
                  key={start}
                  class={text === '' ? 'lane-block uncovered' : 'lane-block'}
                  title={text || undefined}
                  style={{ left: `${start}%`, width: `calc(${length}% - 2px)` }}
                >
                  {length < ROOM_FOR_COUNT ? '' : text}
                </i>
              ))}
              {lane.marks.map((mark) => (
                <LaneMarkView key={mark.key} mark={mark} current={mark.key === selected} open={open} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <div class="lane-arrows">
        {arrows.map((arrow) => (
          <Arrow key={arrow.key} arrow={arrow} current={arrow.key === selected} open={open} />
        ))}
      </div>
      <div class="lane-axis" aria-hidden="true">
        {axis.map(({ start, text }) => (
          <span key={text} style={{ left: `${start}%` }}>
            {text}
          </span>
        ))}
      </div>
    </figure>
  );
}

interface LinkProps {
  readonly current: boolean;
  readonly open: (key: string) => void;
}

function LaneMarkView({
  mark: { key, mark, from, to, at, text, side, within, label, href },
  current,
  open,
}: LinkProps & { readonly mark: LaneMark }): JSX.Element {
  const begin = from ?? Math.max(0, to - TAIL);
  return (
    <>
      {from !== to && (
        <i
          class={from === null ? 'lane-tail' : 'lane-interval'}
          style={{ left: `${begin}%`, width: `${to - begin}%` }}
          aria-hidden="true"
        />
      )}
      <a
        class={side === 'before' ? 'lane-mark before' : 'lane-mark'}
        style={{ left: `${at}%` }}
        href={href}
        aria-label={label}
        title={label}
        aria-current={current ? 'true' : undefined}
        onClick={onPlainClick(() => open(key))}
      >
        <StageMark mark={mark} />
        {text !== '' && (
          <span>
            {text}
            {within !== '' && (
              <>
                {' '}
                <span class="lane-within" lang="zh-CN">
                  {within}
                </span>
              </>
            )}
          </span>
        )}
      </a>
    </>
  );
}

function Arrow({
  arrow: { key, from, to, at, label, href },
  current,
  open,
}: LinkProps & { readonly arrow: LaneArrow }): JSX.Element {
  const top = (Math.min(from, to) + 0.5) * LANE;
  return (
    // biome-ignore lint/a11y/useAnchorContent: the label is its content; the arrow is drawn by the style sheet
    <a
      class={from < to ? 'lane-arrow down' : 'lane-arrow up'}
      style={{ left: `${at}%`, top: `${top}px`, height: `${Math.abs(to - from) * LANE}px` }}
      href={href}
      aria-label={label}
      title={label}
      aria-current={current ? 'true' : undefined}
      onClick={onPlainClick(() => open(key))}
    />
  );
}
