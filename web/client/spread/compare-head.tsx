/** What is compared with what: chosen here. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ID_PREFIX, type NodeKind } from '../../../graph/model.ts';
import { SpreadLevel } from '../../api/spread.ts';
import { EntityPicker } from '../parts/entity-picker.tsx';
import { navigate } from '../state.ts';
import { spreadWords } from '../words/spread.ts';
import type { ProgramRoute } from './address.ts';
import { COMPARED_FIELDS, type ComparedField, isStretch, type Pair, withSide } from './compare-view.ts';
import { change, Segments } from './controls.tsx';

interface CompareHeadProps {
  readonly pair: Pair;
  readonly route: ProgramRoute;
}

const KIND: Readonly<Partial<Record<ComparedField, NodeKind>>> = { compare: 'Program', places: 'Place' };

export function CompareHead({ pair, route }: CompareHeadProps): JSX.Element {
  const w = spreadWords();
  return (
    <header class="spread-head">
      <div class="spread-title">
        <h1>{w.compareTitle}</h1>
        <span class="grow" />
        <Segments
          label={w.compareTitle}
          choices={COMPARED_FIELDS.map((value) => ({ value, text: w.compareBy[value] }))}
          value={pair.field}
          choose={(field) => navigate({ ...route, fields: { [field]: '' } })}
        />
      </div>
      <div class="spread-tools">
        {[0, 1].map((index) => (
          <Side key={`${pair.field} ${index} ${pair.sides[index]}`} pair={pair} route={route} index={index} />
        ))}
        {pair.field === 'periods' && <OfProgram key={route.fields.program} route={route} />}
        {pair.field !== 'places' && (
          <Segments
            label={w.levelLabel}
            choices={SpreadLevel.options.map((value) => ({ value, text: w.level[value] }))}
            value={SpreadLevel.catch('city').parse(route.fields.level)}
            choose={(value) => change(route, { level: value === 'city' ? null : value, cell: null })}
          />
        )}
      </div>
    </header>
  );
}

/** Of which program the places are compared; while it is empty, all programs are. */
function OfProgram({ route }: Pick<CompareHeadProps, 'route'>): JSX.Element {
  const w = spreadWords();
  const known = route.fields.program ?? '';
  const typed = useSignal(known);
  const take = (value: string) => {
    typed.value = value;
    const program = value.trim();
    const isWhole = program === '' || program.startsWith(ID_PREFIX.Program);
    if (isWhole && program !== known) change(route, { program: program || null, cell: null });
  };
  return (
    <label class="slot" for="compare-program">
      {w.ofProgram}
      <EntityPicker
        id="compare-program"
        entity={{ kind: 'Program', property: 'id', many: false }}
        hint={w.allPrograms}
        value={typed.value}
        change={take}
      />
    </label>
  );
}

function Side({ pair, route, index }: CompareHeadProps & { readonly index: number }): JSX.Element {
  const w = spreadWords();
  const typed = useSignal(pair.sides[index] ?? '');
  const kind = KIND[pair.field];
  const id = `compare-${index}`;
  const take = (value: string) => {
    typed.value = value;
    const whole = kind === undefined ? isStretch(value) : value.startsWith(ID_PREFIX[kind]);
    if (whole && value !== pair.sides[index]) {
      const { level, program } = route.fields;
      navigate({
        ...route,
        fields: { ...withSide(pair, index, value), ...(level && { level }), ...(program && { program }) },
      });
    }
  };
  return (
    <label class="slot" for={id}>
      {index === 0 ? w.sideA : w.sideB}
      {kind ? (
        <EntityPicker id={id} entity={{ kind, property: 'id', many: false }} value={typed.value} change={take} />
      ) : (
        <input
          id={id}
          type="text"
          value={typed.value}
          placeholder={w.stretch}
          onChange={(event) => take(event.currentTarget.value.trim())}
        />
      )}
    </label>
  );
}
