/** How many places had it by when, over how many had been reported on at all. */
import type { JSX } from 'preact';
import { labelOf } from '../kinds.ts';
import { isoOf } from '../time/days.ts';
import { spreadWords } from '../words/spread.ts';
import { CURVE, type CurveLine } from './drawn.ts';
import type { TimeScale } from './scale.ts';
import { spaced, stepArea, stepPath } from './steps.ts';

interface CurveProps {
  readonly label: string;
  readonly lines: readonly CurveLine[];
  /** The count that could be reached at most, and its name. */
  readonly all: { readonly count: number; readonly name: string } | null;
  readonly scale: TimeScale;
  /** A day to draw a line at: where the map stands. */
  readonly now: number | null;
}

/** Between the lines of words at the right. */
const WORD_GAP = 16;
/** From one line of a name to the next. */
const LINE = 14;
/** From the end of a line to its words, and from the middle of words to their ground line. */
const [WORD_SPACE, BASELINE] = [7, 4];
const AXIS_TEXT = 16;
/** What a pointer hits around a step to be told of it. */
const HIT = 9;
/** More years than this get no room for their number each. */
const MOST_YEARS = 8;

export function Curve({ label, lines, all, scale, now }: CurveProps): JSX.Element {
  const { width, height, left, right, top, bottom } = CURVE;
  const most = Math.max(1, all?.count ?? 0, ...lines.flatMap(({ steps }) => steps.map(({ count }) => count)));
  const y = (count: number) => bottom - (count / most) * (bottom - top);
  const drawn = lines.map((line) => {
    const steps = line.steps.map(({ day, count }) => ({ x: scale.at(day), day, count }));
    return { ...line, points: steps, end: y(steps.at(-1)?.count ?? 0), last: steps.at(-1)?.count ?? 0 };
  });
  const named = [
    ...(all ? [{ key: 'all', kind: 'all', name: all.name, last: all.count, end: y(all.count) }] : []),
    ...drawn,
  ];
  const words = named.map(({ name, last }) => `${labelOf(name)} ${last}`.split('\n'));
  const heights = spaced(
    named.map(({ end }) => end),
    WORD_GAP * Math.max(...words.map((lines) => lines.length)),
    bottom,
  );
  const every = Math.ceil(scale.years.length / MOST_YEARS);
  const half = Math.floor(most / 2);
  return (
    <svg class="curve" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {[...new Set([0, half, most])].map((count) => (
        <g key={count}>
          <line class={all?.count === count ? 'grid limit' : 'grid'} x1={left} x2={right} y1={y(count)} y2={y(count)} />
          <text class="axis end" x={left - WORD_SPACE + 2} y={y(count) + BASELINE}>
            {count}
          </text>
        </g>
      ))}
      {scale.years.map(
        (year, index) =>
          index % every === 0 && (
            <text key={year} class="axis" x={scale.yearAt(year).start} y={bottom + AXIS_TEXT}>
              {year}
            </text>
          ),
      )}
      {drawn.map(({ key, name, kind, points }) => (
        <g key={key} class={`line ${kind}`}>
          {kind === 'covered' && <path class="ground" d={stepArea(points, left, right, y)} />}
          <path class="step" d={stepPath(points, left, right, y)} />
          {points.map(({ x, day, count }) => (
            <circle key={day} class="curve-hit" cx={x} cy={y(count)} r={HIT}>
              <title>{spreadWords().byDay(name, isoOf(day), count)}</title>
            </circle>
          ))}
        </g>
      ))}
      {now !== null && <line class="now" x1={scale.at(now)} x2={scale.at(now)} y1={top} y2={bottom} />}
      {named.map(({ key, kind }, index) => (
        <text key={key} class={`words ${kind}`} y={(heights[index] as number) + BASELINE} lang="zh-CN">
          {words[index]?.map((line, number) => (
            <tspan key={line} x={right + WORD_SPACE} dy={number === 0 ? 0 : LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}
