/** One program: where it was, when, and what that rests on. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Grain, type Spread, SpreadLevel } from '../../api/spread.ts';
import { Conflicts } from '../entity/conflicts.tsx';
import { useLoaded } from '../load.ts';
import type { Fields } from '../route.ts';
import { adjust } from '../state.ts';
import { spreadWords } from '../words/spread.ts';
import { cellHref, type ProgramRoute, programRoute, withFields } from './address.ts';
import { getCarriers, getSpread, type SpreadView } from './calls.ts';
import { CountedMain } from './counted-main.tsx';
import { CurveCard } from './curve-card.tsx';
import { DetailHead } from './detail-head.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { Figures } from './figures.tsx';
import { LaneCard } from './lane-card.tsx';
import { MapCard } from './map-card.tsx';
import { hasMap } from './map-view.ts';
import { panelOf } from './panel.ts';
import { readSelection } from './selection.ts';
import { TimeCard } from './time-card.tsx';

export function ProgramDetail({ id, fields }: { readonly id: string; readonly fields: Fields }): JSX.Element {
  const view = {
    level: SpreadLevel.catch('city').parse(fields.level),
    grain: Grain.catch('year').parse(fields.grain),
    implied: fields.implied === '1',
  };
  const route = programRoute(id, fields);
  return (
    <CountedMain
      class="spread of-program"
      load={() => getSpread(id, view)}
      by={`${id} ${view.level} ${view.grain} ${view.implied}`}
    >
      {(spread) => <Loaded spread={spread} view={view} route={route} />}
    </CountedMain>
  );
}

interface LoadedProps {
  readonly spread: Spread;
  readonly view: SpreadView;
  readonly route: ProgramRoute;
}

function Loaded({ spread, view, route }: LoadedProps): JSX.Element {
  const { id } = spread.program;
  const carriers = useLoaded(() => getCarriers(id, view), `${id} ${view.level} ${view.implied}`);
  const day = useSignal<number | null>(null);
  const selected = route.fields.cell ?? null;
  const selection = readSelection(route.fields.cell);
  const panel = selection && panelOf(spread, selection, carriers.state === 'done' ? carriers.value.carriers : []);
  const open = (cell: string) => adjust(withFields(route, { cell }));
  const href = (cell: string) => cellHref(route, cell);
  return (
    <>
      <div class="spread-main">
        <DetailHead spread={spread} route={route} />
        <TimeCard spread={spread} route={route} selected={selected} href={href} open={open} />
        <LaneCard spread={spread} route={route} selected={selected} href={href} open={open} />
        <Figures spread={spread} route={route} carriers={carriers} />
        <Conflicts id={id} />
      </div>
      <aside class="spread-side" aria-label={spreadWords().side}>
        {hasMap(spread) && (
          <MapCard
            spread={spread}
            selected={selected}
            href={href}
            open={open}
            moved={(next) => {
              day.value = next;
            }}
          />
        )}
        <CurveCard spread={spread} now={day.value} />
        {panel ? (
          <EvidencePanel key={selected} panel={panel} close={() => adjust(withFields(route, { cell: null }))} />
        ) : (
          <p class="hint evidence-hint">{spreadWords().pickCell}</p>
        )}
      </aside>
    </>
  );
}
