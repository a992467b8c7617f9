/** The bars, the axis and the bucket of what is earlier. They do not change while the window moves. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { language } from '../language.ts';
import { timeWords } from '../words/time.ts';
import { isoOf, startOf } from './days.ts';
import { type Bin, type Histogram, heightOf } from './histogram.ts';
import type { Dated } from './moments.ts';
import { type Scale, ticksOf, xOf } from './scale.ts';

/** Heights in pixels of the chart's parts; the axis has none where the bar is low. */
export interface ChartSize {
  readonly width: number;
  readonly plot: number;
  readonly axis: number;
}

export interface BarsProps {
  readonly histogram: Histogram;
  readonly scale: Scale;
  readonly size: ChartSize;
  readonly years: ReadonlyMap<number, number> | null;
}

const KINDS: readonly Dated['kind'][] = ['event', 'launch', 'article'];
/** The least height of a bar: one thing among hundreds still shows. */
const LEAST = 4;
/** Free room over the tallest bar, where the selection is marked. */
const HEAD = 12;
/** The share of its unit that a bar fills. */
const FILL = 0.72;
/** Where the bucket of what is earlier stands. */
export const BUCKET = { x: 10, width: 14 };

/** Drawn again only when something of it changes, and not when the window does. */
export function Bars({ histogram, scale, size, years }: BarsProps): JSX.Element {
  const spoken = language.value;
  // The words are read while it is drawn.
  return useMemo(() => drawn({ histogram, scale, size, years }), [histogram, scale, size, years, spoken]);
}

function drawn({ histogram, scale, size, years }: BarsProps): JSX.Element {
  const { width, plot, axis } = size;
  const heightAt = (count: number) =>
    count === 0 ? 0 : Math.max(LEAST, ((plot - HEAD) * count) / Math.max(histogram.tallest, histogram.earlier.length));
  const seen = [...histogram.bins].filter(([index]) => index >= scale.first && index <= scale.last);
  const ticks = ticksOf(scale);
  return (
    <svg class="time-bars" width={width} height={plot + axis} role="img" aria-label={sentence(histogram)}>
      <defs>
        {KINDS.map((kind) => (
          <pattern
            key={kind}
            id={`time-hatch-${kind}`}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v4" class={`time-hatch-${kind}`} />
          </pattern>
        ))}
      </defs>
      {ticks.map(({ index }) => (
        <path key={index} class="time-grid" d={`M${Math.round(xOf(scale, index)) + 0.5} 0V${plot}`} />
      ))}
      {histogram.earlier.length > 0 && (
        <g class="time-earlier">
          <rect
            x={BUCKET.x}
            y={plot - heightAt(histogram.earlier.length)}
            width={BUCKET.width}
            height={heightAt(histogram.earlier.length)}
          />
          <path
            d={`M${BUCKET.x + BUCKET.width + 6} ${plot + 3}l4 -7M${BUCKET.x + BUCKET.width + 10} ${plot + 3}l4 -7`}
          />
        </g>
      )}
      {seen.map(([index, bin]) => (
        <Bar key={index} bin={bin} x={xOf(scale, index)} step={scale.step} plot={plot} heightAt={heightAt} />
      ))}
      <path class="time-base" d={`M0 ${plot + 0.5}H${width}`} />
      {axis > 0 && (
        <g class="time-axis">
          {histogram.earlier.length > 0 && (
            <text x={BUCKET.x - 4} y={plot + 14}>
              {timeWords().earlier(histogram.earlier.length)}
            </text>
          )}
          {ticks.map(({ index, text }) => (
            <text key={index} x={xOf(scale, index) + 3} y={plot + 14}>
              {text}
              {years && text.length === 4 && (
                <tspan class="time-articles" dx="5">
                  {timeWords().articles(years.get(Number(text)) ?? 0)}
                </tspan>
              )}
            </text>
          ))}
        </g>
      )}
    </svg>
  );
}

interface BarProps {
  readonly bin: Bin;
  readonly x: number;
  readonly step: number;
  readonly plot: number;
  readonly heightAt: (count: number) => number;
}

/** What is known to the day stands below, what is not is hatched on top and fills its unit: it may lie anywhere in it. */
function Bar({ bin, x, step, plot, heightAt }: BarProps): JSX.Element {
  const inset = (step * (1 - FILL)) / 2;
  let top = plot;
  const stacked = (count: number) => {
    const height = heightAt(count);
    top -= height;
    return { y: top, height };
  };
  const solid = KINDS.filter((kind) => bin.exact[kind] > 0).map((kind) => (
    <rect key={kind} class={`time-${kind}`} x={x + inset} width={step * FILL} {...stacked(bin.exact[kind])} />
  ));
  const hatched = KINDS.filter((kind) => bin.spans[kind] > 0).map((kind) => {
    const { y, height } = stacked(bin.spans[kind]);
    return (
      <g key={kind} class={`time-hatched time-hatch-${kind}`}>
        <rect x={x} y={y} width={step} height={height} fill={`url(#time-hatch-${kind})`} />
        <path d={`M${x} ${y}h${step}`} />
      </g>
    );
  });
  return (
    <g>
      {solid}
      {hatched}
    </g>
  );
}

/** `从 2019-07 到 2021-04，最多的是 2019-07` */
function sentence({ unit, first, last, bins }: Histogram): string {
  const [most] = [...bins].sort(([, one], [, other]) => heightOf(other) - heightOf(one));
  const text = (index: number) => isoOf(startOf(index, unit), unit);
  return timeWords().chart(text(first + 1), text(last - 1), most ? text(most[0]) : '');
}
