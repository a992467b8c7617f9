/** Name, what was found in one sentence, and how it is looked at. */
import type { JSX } from 'preact';
import { Grain, type Spread, SpreadLevel } from '../../api/spread.ts';
import { openNode } from '../actions.ts';
import { Glyph } from '../parts/icon.tsx';
import { navigate } from '../state.ts';
import { spreadWords } from '../words/spread.ts';
import { type ProgramRoute, programRoute } from './address.ts';
import { panelHref, reportHref } from './calls.ts';
import { change, Segments, Switch } from './controls.tsx';
import { ToCanvas } from './evidence-panel.tsx';
import { shortName } from './names.ts';
import { StageLegend } from './stage-legend.tsx';

export function DetailHead({ spread, route }: { readonly spread: Spread; readonly route: ProgramRoute }): JSX.Element {
  const w = spreadWords();
  const { program, totals, level, implied, grain } = spread;
  const places = spread.places.filter(({ claims }) => claims.length > 0).map(({ id }) => id);
  return (
    <header class="spread-head">
      <div class="spread-title">
        <Glyph name="program" />
        <h1 lang="zh-CN">{program.name}</h1>
        <button type="button" class="link" onClick={() => void openNode(program.id)}>
          {w.itsFacts}
        </button>
        <span class="grow" />
        <StageLegend />
      </div>
      <p class="spread-summary">
        {summaryOf(spread)} {totals.evidence > 0 && <span class="hint">{w.coarser(totals.evidence)}</span>}
      </p>
      <div class="spread-tools">
        <Segments
          label={w.levelLabel}
          choices={SpreadLevel.options.map((value) => ({ value, text: w.level[value] }))}
          value={level}
          choose={(value) => change(route, { level: value === 'city' ? null : value, cell: null })}
        />
        <Segments
          label={w.grainLabel}
          choices={Grain.options.map((value) => ({ value, text: w.grain[value] }))}
          value={grain}
          choose={(value) => change(route, { grain: value === 'year' ? null : value, cell: null })}
        />
        <Switch
          text={w.implied}
          hint={w.impliedHint}
          on={implied}
          turn={(on) => change(route, { implied: on ? '1' : null, cell: null })}
        />
        <span class="grow" />
        <button
          type="button"
          class="button"
          onClick={() => navigate({ ...programRoute(program.id), id: null, fields: { pick: program.id } })}
        >
          {w.compareWith}
        </button>
        <a class="button" href={panelHref(program.id, spread)} download title={w.csvTitle}>
          {w.csv}
        </a>
        <a class="button" href={reportHref(program.id, spread, 'html')} download title={w.reportTitle}>
          {w.report}
        </a>
        <ToCanvas nodes={[program.id, ...places]} />
      </div>
    </header>
  );
}

/** The picture in one sentence: how many of those reported on, which were not, and whether a text says who learned from whom. */
export function summaryOf(spread: Spread): string {
  const w = spreadWords();
  const { totals, level, learned, program } = spread;
  const without = spread.places.filter(({ declared, articles }) => declared && articles === 0);
  return w.sentencesOf([
    w.adoptedOf(program.name, w.places(level, totals.adopted), w.places(level, totals.covered)),
    ...(without.length === 0
      ? []
      : [
          w.notReported(
            without.length <= MOST_NAMED
              ? w.join(without.map(({ name }) => shortName(name)))
              : w.places(level, without.length),
          ),
        ]),
    ...(totals.undated > 0 ? [w.undatedOf(totals.undated)] : []),
    learned.length === 0 ? w.noneLearned : w.someLearned(learned.length),
  ]);
}

/** Places without articles are named up to this many; beyond it they are counted. */
const MOST_NAMED = 6;
