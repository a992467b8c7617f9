/** The lanes, in the order of time or of the regions. */
import type { JSX } from 'preact';
import { Empty } from '../parts/states.tsx';
import { spreadWords } from '../words/spread.ts';
import { Card } from './card.tsx';
import { asListed, rowsOf } from './claims.ts';
import { change, Segments } from './controls.tsx';
import { arrowsOf, laneOf, laneScale, orderedPlaces } from './lane-view.ts';
import { Lanes } from './lanes.tsx';
import { shortName } from './names.ts';
import { shownPlaces } from './shown-places.ts';
import type { PictureProps } from './time-card.tsx';
import { whenText } from './times.ts';

export function LaneCard({ spread, route, selected, href, open }: PictureProps): JSX.Element {
  const w = spreadWords();
  const order = route.fields.order === 'region' ? 'region' : 'time';
  const scale = laneScale(spread);
  const { shown } = shownPlaces(spread.places, false);
  const lanes = scale
    ? asListed(spread.within, spread.above, orderedPlaces(shown, order)).map((row) => laneOf(spread, row, scale, href))
    : [];
  const begun = orderedPlaces(rowsOf(spread), 'time').flatMap(({ name, adopted }) =>
    adopted ? [`${shortName(name)} ${whenText(adopted)}`] : [],
  );
  return (
    <Card
      name="lanes"
      title={w.lanes}
      hint={w.lanesHint}
      tools={
        <Segments
          label={w.orderLabel}
          choices={[
            { value: 'time', text: w.byTime },
            { value: 'region', text: w.byRegion },
          ]}
          value={order}
          choose={(value) => change(route, { order: value === 'time' ? null : value })}
        />
      }
    >
      {scale === null ? (
        <Empty>{w.nothingPrinted}</Empty>
      ) : (
        <Lanes
          label={w.lanesLabel(spread.program.name, begun.length > 0 ? w.list(begun) : w.noneDated)}
          lanes={lanes}
          arrows={arrowsOf(spread, lanes, scale, href)}
          axis={scale.years.map((year) => ({ start: scale.yearAt(year).start, text: String(year) }))}
          selected={selected}
          open={open}
        />
      )}
    </Card>
  );
}
