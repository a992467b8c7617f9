/** The map with its day: played, or moved by hand. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Spread } from '../../api/spread.ts';
import { Icon } from '../parts/icon.tsx';
import { spreadWords } from '../words/spread.ts';
import { Card } from './card.tsx';
import { Cartogram } from './cartogram.tsx';
import { changesAt, type MapStop, mapStops, tilesAt } from './map-view.ts';

/** A stop a this long, while it plays. */
const STEP_MS = 600;

interface MapCardProps {
  readonly spread: Spread;
  readonly selected: string | null;
  readonly href: (cell: string) => string;
  readonly open: (cell: string) => void;
  /** Told the day on which the map stands; null at the end. */
  readonly moved: (day: number | null) => void;
}

export function MapCard({ spread, selected, href, open, moved }: MapCardProps): JSX.Element {
  const stops = mapStops(spread);
  const end = stops.length - 1;
  const index = useSignal(end);
  const playing = useSignal(false);
  const at = Math.min(index.value, end);
  // The end is always among them.
  const stop = stops[at] as MapStop;
  const go = (next: number) => {
    index.value = next;
    moved(next === end ? null : (stops[next]?.day ?? null));
  };
  useEffect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      go(Math.min(end, index.peek() + 1));
      if (index.peek() >= end) playing.value = false;
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [playing.value, spread]);
  const w = spreadWords();
  const tiles = tilesAt(spread, stop, href);
  const date = stop.date === null ? w.wholeTime : w.by(stop.date);
  const changes = changesAt(spread, stops, at) || w.noChange;
  return (
    <Card name="map" title={w.map} hint={spread.level === 'city' ? w.mapHint : w.mapCounts(spread.level)}>
      <Cartogram
        label={w.mapLabel(
          date,
          tiles.map(({ label }) => label),
        )}
        tiles={tiles}
        selected={selected}
        open={open}
      />
      <div class="map-player">
        <button
          type="button"
          class="icon-button"
          aria-label={playing.value ? w.pause : w.play}
          title={playing.value ? w.pause : w.play}
          onClick={() => {
            if (!playing.value && at === end) go(0);
            playing.value = !playing.value;
          }}
        >
          <Icon name={playing.value ? 'pause' : 'play'} small />
        </button>
        <input
          type="range"
          min={0}
          max={end}
          value={at}
          aria-label={w.mapTime}
          aria-valuetext={date}
          onInput={(event) => {
            playing.value = false;
            go(Number(event.currentTarget.value));
          }}
        />
        <span class="map-date">{date}</span>
      </div>
      {/* While it plays, what changes comes faster than it can be read out: the last state is. */}
      <p class="map-changes" aria-live={playing.value ? 'off' : 'polite'}>
        {stop.date === null ? w.wholeTimeHint(spread.totals.undated) : changes}
      </p>
    </Card>
  );
}
