/** Programs side by side: their rows in one table, their curves in one drawing. */
import type { JSX } from 'preact';
import type { Matrix as MatrixAnswer, SpreadLevel } from '../../api/spread.ts';
import { useLoaded } from '../load.ts';
import { Await } from '../parts/states.tsx';
import { spreadWords } from '../words/spread.ts';
import { cellHref, type ProgramRoute } from './address.ts';
import { getSpread } from './calls.ts';
import { Card } from './card.tsx';
import { change } from './controls.tsx';
import { Curve } from './curve.tsx';
import { coveredLine, curveScale, curveText, programLine } from './curve-view.ts';
import { Matrix } from './matrix.tsx';
import { columnsOf, overviewCells, overviewHeads } from './overview-table.ts';
import { StageLegend } from './stage-legend.tsx';

interface CompareRowsProps {
  readonly matrix: MatrixAnswer;
  readonly route: ProgramRoute;
}

export function CompareRows({ matrix, route }: CompareRowsProps): JSX.Element {
  const w = spreadWords();
  const columns = columnsOf(matrix);
  return (
    <Card name="programs" title={w.programsAndPlaces} tools={<StageLegend />}>
      <Matrix
        label={w.programsLabel}
        corner={w.articlesOf}
        sumHead={w.level[matrix.level]}
        columns={overviewHeads(columns)}
        rows={matrix.programs.map((program) => ({
          key: program.id,
          head: <span lang="zh-CN">{program.name}</span>,
          cells: overviewCells(program, columns, (cell) => cellHref(route, cell)),
          apart: false,
          sum: program.adopted,
        }))}
        selected={route.fields.cell ?? null}
        open={(cell) => change(route, { cell })}
      />
    </Card>
  );
}

interface CompareCurvesProps {
  readonly programs: readonly string[];
  readonly level: SpreadLevel;
}

export function CompareCurves({ programs, level }: CompareCurvesProps): JSX.Element {
  const loaded = useLoaded(
    () => Promise.all(programs.map((program) => getSpread(program, { level, grain: 'year', implied: false }))),
    `${level} ${programs.join()}`,
  );
  return (
    <Await of={loaded}>
      {([first, ...others]) => {
        const scale = first && curveScale(first.periods);
        if (!first || !scale) return null;
        const w = spreadWords();
        const lines = [
          coveredLine(first.curve),
          programLine(first, 'main'),
          ...others.map((other) => programLine(other, 'other')),
        ];
        return (
          <Card name="curve" title={w.curve} hint={w.curveHint}>
            <Curve
              label={w.curveLabel(curveText(lines))}
              lines={lines}
              all={{ count: first.totals.declared, name: w.all }}
              scale={scale}
              now={null}
            />
          </Card>
        );
      }}
    </Await>
  );
}
