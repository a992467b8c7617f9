/** The table of places and times. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { PlaceRow, Spread } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { type ProgramRoute, withFields } from './address.ts';
import { Card } from './card.tsx';
import { asListed } from './claims.ts';
import { StayLink } from './controls.tsx';
import { Matrix, type MatrixRow } from './matrix.tsx';
import { shortName } from './names.ts';
import { placeKey } from './selection.ts';
import { shownPlaces } from './shown-places.ts';
import { columnHeads, timeCells, timeColumns } from './time-table.ts';

export interface PictureProps {
  readonly spread: Spread;
  readonly route: ProgramRoute;
  readonly selected: string | null;
  readonly href: (cell: string) => string;
  readonly open: (cell: string) => void;
}

export function TimeCard({ spread, route, selected, href, open }: PictureProps): JSX.Element {
  const all = useSignal(false);
  const w = spreadWords();
  const columns = timeColumns(spread);
  const { shown, left } = shownPlaces(spread.places, all.value);
  const row = (place: PlaceRow): MatrixRow => ({
    key: place.id,
    head: (
      <StayLink to={withFields(route, { cell: placeKey(place.id) })} title={place.path}>
        <span lang="zh-CN">{shortName(place.name)}</span>
      </StayLink>
    ),
    cells: timeCells(spread, place, columns, href),
    apart: spread.above.includes(place),
    sum: w.articles(place.articles),
  });
  return (
    <Card name="times" title={w.times} hint={w.timesHint}>
      <Matrix
        label={w.timesLabel(spread.program.name)}
        corner={w.coveredPlaces}
        sumHead={w.articlesOf}
        columns={columnHeads(spread, columns)}
        rows={asListed(spread.within, spread.above, shown).map(row)}
        selected={selected}
        open={open}
      />
      {left > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            all.value = true;
          }}
        >
          {w.showRest(w.places(spread.level, left))}
        </button>
      )}
    </Card>
  );
}
