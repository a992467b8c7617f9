/** Two programs, two places or two stretches of time: what both have, and what only one has. */
import type { JSX } from 'preact';
import type { CompareInput } from '../../api/spread-compare.ts';
import { useLoaded } from '../load.ts';
import { Await } from '../parts/states.tsx';
import type { Fields } from '../route.ts';
import { adjust } from '../state.ts';
import { spreadWords } from '../words/spread.ts';
import { words } from '../words.ts';
import { type ProgramRoute, withFields } from './address.ts';
import { getComparison, getMatrix } from './calls.ts';
import { CompareColumns } from './compare-columns.tsx';
import { CompareHead } from './compare-head.tsx';
import { CompareCurves, CompareRows } from './compare-programs.tsx';
import { comparedPanel, compareInput, type Pair, sideName } from './compare-view.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import { overviewPanel } from './overview-panel.ts';

export function CompareView({ pair, fields }: { readonly pair: Pair; readonly fields: Fields }): JSX.Element {
  const route: ProgramRoute = { page: 'program', id: null, fields };
  const input = compareInput(pair, fields);
  return (
    <main class="spread">
      {input === null ? (
        <div class="spread-main">
          <CompareHead pair={pair} route={route} />
          <p class="state">{spreadWords().pickBoth}</p>
        </div>
      ) : (
        <Both pair={pair} route={route} input={input} />
      )}
    </main>
  );
}

interface BothProps {
  readonly pair: Pair;
  readonly route: ProgramRoute;
  readonly input: CompareInput;
}

function Both({ pair, route, input }: BothProps): JSX.Element {
  const { level = 'city' } = input;
  const programs = pair.field === 'compare' ? pair.sides : [];
  const compared = useLoaded(() => getComparison(input), JSON.stringify(input));
  const matrix = useLoaded(
    () =>
      programs.length > 0 ? getMatrix({ level, implied: false }, programs.length, programs) : Promise.resolve(null),
    `${level} ${programs.join()}`,
  );
  const names: readonly [string, string] = [sideName(input.a), sideName(input.b)];
  const { cell } = route.fields;
  const items =
    compared.state === 'done' ? [...compared.value.shared, ...compared.value.onlyA, ...compared.value.onlyB] : [];
  const chosen = items.find(({ id }) => id === cell);
  const panel = chosen
    ? comparedPanel(chosen, names)
    : matrix.state === 'done' && matrix.value
      ? overviewPanel(matrix.value, cell)
      : null;
  return (
    <>
      <div class="spread-main">
        <CompareHead pair={pair} route={route} />
        <Await of={compared}>
          {(comparison) => <CompareColumns comparison={comparison} names={names} route={route} />}
        </Await>
        {programs.length > 0 && (
          <>
            <Await of={matrix}>{(value) => value && <CompareRows matrix={value} route={route} />}</Await>
            <CompareCurves programs={programs} level={level} />
          </>
        )}
      </div>
      <aside class="spread-side" aria-label={words().evidence}>
        {panel ? (
          <EvidencePanel key={cell} panel={panel} close={() => adjust(withFields(route, { cell: null }))} />
        ) : (
          <p class="hint evidence-hint">{spreadWords().pickCell}</p>
        )}
      </aside>
    </>
  );
}
