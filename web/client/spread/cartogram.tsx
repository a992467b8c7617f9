/** The cities of Zhejiang as hexagons, each with what is known of it by a day. */
import type { JSX } from 'preact';
import type { TileView } from './drawn.ts';
import { CARTOGRAM_SIZE, hexagonPath, TILE_RADIUS } from './hexagons.ts';
import { onPlainClick } from './plain-click.ts';
import { MarkShape } from './stage-mark.tsx';

interface CartogramProps {
  readonly label: string;
  readonly tiles: readonly TileView[];
  readonly selected: string | null;
  readonly open: (key: string) => void;
}

const PATTERN = 'cartogram-uncovered';

export function Cartogram({ label, tiles, selected, open }: CartogramProps): JSX.Element {
  const { width, height } = CARTOGRAM_SIZE;
  return (
    <figure aria-label={label}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure says it; a title would hang over the map as a tooltip */}
      <svg class="cartogram" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <defs>
          <pattern id={PATTERN} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="hatch" d="M0 0V6" />
          </pattern>
        </defs>
        {tiles.map((view) => (
          <Tile key={view.key} view={view} current={view.key === selected} open={open} />
        ))}
      </svg>
    </figure>
  );
}

function Tile({
  view: { tile, key, name, mark, covered, note, label, href },
  current,
  open,
}: {
  readonly view: TileView;
  readonly current: boolean;
  readonly open: (key: string) => void;
}): JSX.Element {
  const { x, y } = tile;
  // A mark takes the upper third; without one the two lines stand in the middle.
  const nameAt = mark === null ? y + 2 : y + 10;
  const kind = mark !== null ? 'tile has-mark' : covered ? 'tile' : 'tile uncovered';
  return (
    <a
      class={current ? `${kind} current` : kind}
      href={href}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      onClick={onPlainClick(() => open(key))}
    >
      <title>{label}</title>
      <path
        class="tile-shape"
        d={hexagonPath(x, y, TILE_RADIUS)}
        fill={mark || covered ? undefined : `url(#${PATTERN})`}
      />
      {mark !== null && <MarkShape mark={mark} x={x} y={y - 12} />}
      <text class="tile-name" x={x} y={nameAt} lang="zh-CN">
        {name}
      </text>
      <text class="tile-note" x={x} y={nameAt + 14}>
        {note}
      </text>
    </a>
  );
}
