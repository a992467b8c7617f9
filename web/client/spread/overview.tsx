/** All programs side by side: where each was, and which to compare. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Matrix as MatrixAnswer, SpreadLevel } from '../../api/spread.ts';
import { RouteLink } from '../parts/link.tsx';
import { Empty } from '../parts/states.tsx';
import type { Fields } from '../route.ts';
import { adjust, navigate } from '../state.ts';
import { spreadWords } from '../words/spread.ts';
import { words } from '../words.ts';
import { cellHref, type ProgramRoute, programRoute, readList, withFields, writeList } from './address.ts';
import { getMatrix } from './calls.ts';
import { Card } from './card.tsx';
import { change, Segments, Switch } from './controls.tsx';
import { CountedMain } from './counted-main.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { Leaders } from './leaders.tsx';
import { useLeaders } from './leaders-loaded.ts';
import { Matrix, type MatrixRow } from './matrix.tsx';
import { overviewPanel } from './overview-panel.ts';
import {
  columnsOf,
  overviewCells,
  overviewHeads,
  type ProgramRow,
  SORTS,
  type Sort,
  sortedRows,
} from './overview-table.ts';
import { StageLegend } from './stage-legend.tsx';

/** Programs fetched at most; the rest is counted. */
const MOST_PROGRAMS = 200;
/** Rows shown before a reader asks for more. */
const FIRST_ROWS = 24;

export function ProgramOverview({ fields }: { readonly fields: Fields }): JSX.Element {
  const view = { level: SpreadLevel.catch('city').parse(fields.level), implied: fields.implied === '1' };
  const route: ProgramRoute = { page: 'program', id: null, fields };
  return (
    <CountedMain class="spread" load={() => getMatrix(view, MOST_PROGRAMS)} by={`${view.level} ${view.implied}`}>
      {(matrix) => <Loaded matrix={matrix} route={route} implied={view.implied} />}
    </CountedMain>
  );
}

interface LoadedProps {
  readonly matrix: MatrixAnswer;
  readonly route: ProgramRoute;
  readonly implied: boolean;
}

function Loaded({ matrix, route, implied }: LoadedProps): JSX.Element {
  const w = spreadWords();
  const { loaded: leaders, morePairs } = useLeaders(matrix, route.fields.cell);
  const panel = overviewPanel(matrix, route.fields.cell, leaders.state === 'done' ? leaders.value : null);
  const picked = readList(route.fields.pick);
  return (
    <>
      <div class="spread-main">
        <header class="spread-head">
          <div class="spread-title">
            <h1>{w.overview}</h1>
            <span class="grow" />
            <StageLegend />
          </div>
          <p class="spread-summary">{w.overviewSummary(matrix.programs.length + matrix.left)}</p>
          <Tools matrix={matrix} route={route} implied={implied} />
        </header>
        <Programs matrix={matrix} route={route} picked={picked} />
        <Leaders loaded={leaders} route={route} morePairs={morePairs} />
      </div>
      <aside class="spread-side" aria-label={words().evidence}>
        <Picked matrix={matrix} route={route} picked={picked} />
        {panel ? (
          <EvidencePanel
            key={route.fields.cell}
            panel={panel}
            close={() => adjust(withFields(route, { cell: null }))}
          />
        ) : (
          <p class="hint evidence-hint">{w.pickCell}</p>
        )}
      </aside>
    </>
  );
}

function Tools({ matrix, route, implied }: LoadedProps): JSX.Element {
  const w = spreadWords();
  return (
    <div class="spread-tools">
      <input
        type="search"
        class="spread-filter"
        value={route.fields.q ?? ''}
        placeholder={w.filter}
        aria-label={w.filter}
        onInput={(event) => change(route, { q: event.currentTarget.value || null })}
      />
      <Segments
        label={w.levelLabel}
        choices={SpreadLevel.options.map((value) => ({ value, text: w.level[value] }))}
        value={matrix.level}
        choose={(value) => change(route, { level: value === 'city' ? null : value, cell: null })}
      />
      <Segments
        label={w.orderLabel}
        choices={SORTS.map((value) => ({ value, text: w.sort[value] }))}
        value={sortOf(route.fields)}
        choose={(value) => change(route, { sort: value === 'places' ? null : value })}
      />
      <Switch
        text={w.implied}
        hint={w.impliedHint}
        on={implied}
        turn={(on) => change(route, { implied: on ? '1' : null, cell: null })}
      />
      <span class="grow" />
      <button type="button" class="button" onClick={() => navigate({ ...route, fields: { places: '' } })}>
        {w.comparePlaces}
      </button>
    </div>
  );
}

interface ProgramsProps {
  readonly matrix: MatrixAnswer;
  readonly route: ProgramRoute;
  readonly picked: readonly string[];
}

function Programs({ matrix, route, picked }: ProgramsProps): JSX.Element {
  const w = spreadWords();
  const all = useSignal(false);
  const rows = sortedRows(matrix.programs, route.fields.q ?? '', sortOf(route.fields));
  const shown = all.value ? rows : rows.slice(0, FIRST_ROWS);
  const columns = columnsOf(matrix);
  const covered = matrix.places.filter(({ declared, articles }) => declared && articles > 0).length;
  const rowOf = (program: ProgramRow): MatrixRow => ({
    key: program.id,
    head: <ProgramHead program={program} route={route} picked={picked} />,
    cells: overviewCells(program, columns, (cell) => cellHref(route, cell)),
    apart: false,
    sum: program.adopted,
  });
  return (
    <Card name="programs" title={w.programsAndPlaces} hint={w.programsHint}>
      {rows.length === 0 ? (
        <Empty>{matrix.programs.length === 0 ? w.noPrograms : w.noSuchProgram(route.fields.q ?? '')}</Empty>
      ) : (
        <Matrix
          label={w.programsLabel}
          corner={w.articlesOf}
          sumHead={`${w.level[matrix.level]} / ${covered}`}
          columns={overviewHeads(columns)}
          rows={shown.map(rowOf)}
          selected={route.fields.cell ?? null}
          open={(cell) => change(route, { cell })}
        />
      )}
      {shown.length < rows.length && (
        <button
          type="button"
          class="link"
          onClick={() => {
            all.value = true;
          }}
        >
          {w.showPrograms(rows.length - shown.length)}
        </button>
      )}
      {matrix.left > 0 && <p class="hint">{w.programsLeft(matrix.left)}</p>}
    </Card>
  );
}

/** A box to tick for the comparison, and the name that leads to the program's own page. */
function ProgramHead({ program, route, picked }: Omit<ProgramsProps, 'matrix'> & { readonly program: ProgramRow }) {
  const on = picked.includes(program.id);
  return (
    <span class="program-head">
      <input
        type="checkbox"
        checked={on}
        aria-label={spreadWords().pick(program.name)}
        title={spreadWords().pick(program.name)}
        onChange={() => {
          const next = on ? picked.filter((id) => id !== program.id) : [...picked, program.id];
          change(route, { pick: next.length > 0 ? writeList(next) : null });
        }}
      />
      <RouteLink to={programRoute(program.id)} class="clip" title={program.name}>
        <span lang="zh-CN">{program.name}</span>
      </RouteLink>
    </span>
  );
}

/** The programs ticked, and the way to their comparison. */
function Picked({ matrix, route, picked }: ProgramsProps): JSX.Element | null {
  if (picked.length === 0) return null;
  const w = spreadWords();
  const names = new Map(matrix.programs.map(({ id, name }) => [id, name]));
  const to: ProgramRoute = { page: 'program', id: null, fields: { compare: writeList(picked) } };
  return (
    <section class="picked">
      <div class="card-head">
        <h2>{w.picked}</h2>
        <span class="grow" />
        <button type="button" class="link" onClick={() => change(route, { pick: null })}>
          {w.unpick}
        </button>
      </div>
      <p lang="zh-CN">{w.join(picked.map((id) => names.get(id) ?? id))}</p>
      <button type="button" class="button ink" disabled={picked.length < 2} onClick={() => navigate(to)}>
        {picked.length < 2 ? w.pickTwo : w.compare(picked.length)}
      </button>
    </section>
  );
}

function sortOf({ sort }: Fields): Sort {
  return SORTS.find((one) => one === sort) ?? 'places';
}
