/** The legend: what each shape means, how many are shown and how many there are, and a switch for each. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { type NodeKind, RELATIONS } from '../../../graph/model.ts';
import { showOnly, toggle } from '../actions.ts';
import { GLYPH_NAMES, type GlyphName, glyphOf } from '../kinds.ts';
import { toggleTint } from '../marks.ts';
import { TINTS } from '../picture/tint.ts';
import { nodes, overview, relations, shownIds, tints, view } from '../state.ts';
import { glyphWord, relationWord } from '../terms.ts';
import { canvasWords } from '../words/canvas.ts';
import { words } from '../words.ts';
import { Glyph, Icon } from './icon.tsx';

/** Relation types listed before "n more". */
const FIRST_RELATIONS = 7;

const KIND_OF: Readonly<Partial<Record<GlyphName, NodeKind>>> = {
  place: 'Place',
  org: 'Organization',
  program: 'Program',
  event: 'Event',
  article: 'Article',
};

export function Legend(): JSX.Element {
  const shown = tally([...shownIds.value].flatMap((id) => nodes.value.get(id) ?? []).map(glyphOf));
  return (
    <section>
      <div class="head">
        <h2>{words().legend}</h2>
        <span class="grow" />
        <span>{words().legendCounts}</span>
      </div>
      <ul class="rows">
        {GLYPH_NAMES.map((glyph) => (
          <LegendRow
            key={glyph}
            name={glyph}
            label={glyphWord(glyph)}
            shown={shown.get(glyph) ?? 0}
            all={totalOf(glyph)}
            glyph={<Glyph name={glyph} />}
            rows={GLYPH_NAMES}
          />
        ))}
      </ul>
      <TintLegend />
    </section>
  );
}

export function RelationLegend(): JSX.Element {
  const open = useSignal(false);
  const ids = shownIds.value;
  const shown = tally<string>(
    [...relations.value.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)).map(({ type }) => type),
  );
  const all = overview.value?.relations ?? {};
  const types = Object.keys(RELATIONS).filter((type) => (all[type] ?? 0) > 0);
  const listed = open.value ? types : types.slice(0, FIRST_RELATIONS);
  return (
    <section>
      <div class="head">
        <h2>{words().relations}</h2>
        <span class="grow" />
        <span>{words().legendCounts}</span>
      </div>
      <ul class="rows">
        {listed.map((type) => (
          <LegendRow
            key={type}
            name={type}
            label={relationWord(type, 'edge')}
            shown={shown.get(type) ?? 0}
            all={all[type] ?? 0}
            rows={types}
          />
        ))}
        {types.length > FIRST_RELATIONS && (
          <li>
            <button
              type="button"
              class="row-button more"
              aria-expanded={open.value}
              onClick={() => {
                open.value = !open.value;
              }}
            >
              {open.value ? words().fewerRelations : words().moreRelations(types.length - FIRST_RELATIONS)}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

interface LegendRowProps {
  readonly name: string;
  readonly label: string;
  readonly shown: number;
  readonly all: number;
  readonly glyph?: ComponentChildren;
  /** The rows that this one can be shown alone of. */
  readonly rows: readonly string[];
}

function LegendRow({ name, label, shown, all, glyph, rows }: LegendRowProps): JSX.Element {
  const hidden = view.value.hidden.includes(name);
  const what = hidden ? words().show(label) : words().hide(label);
  return (
    <li class={hidden || shown === 0 ? 'off' : undefined}>
      {glyph}
      <span class="grow clip">{label}</span>
      <span class="count">
        <b>{shown}</b> / {all}
      </span>
      <button
        type="button"
        class="eye"
        aria-pressed={hidden}
        aria-label={what}
        title={`${what}（${canvasWords().onlyHint}）`}
        onClick={({ altKey }) => (altKey ? showOnly(name, label, rows) : toggle(name, label))}
      >
        <Icon name={hidden ? 'eyeOff' : 'eye'} small />
      </button>
    </li>
  );
}

/** What the tints stand for, while nodes are tinted by date. */
function TintLegend(): JSX.Element | null {
  if (!view.value.tinted) return null;
  const scale = tints.value;
  return (
    <div class="tint-legend">
      <span class="tints" aria-hidden="true">
        {Array.from({ length: TINTS }, (_, tint) => (
          <i key={tint} class={`tint-${tint}`} />
        ))}
      </span>
      <span class="grow" title={canvasWords().tintHelp}>
        {scale ? canvasWords().tintScale(scale.from, scale.to) : canvasWords().tintNothing}
      </span>
      <button type="button" class="icon-button tiny" aria-label={canvasWords().untint} onClick={toggleTint}>
        <Icon name="close" small />
      </button>
    </div>
  );
}

/** How many of a glyph the whole graph has. An official who also reports counts with the officials, as drawn. */
function totalOf(glyph: GlyphName): number {
  const { kinds = {}, labels = {} } = overview.value ?? {};
  if (glyph === 'official') return labels.Official ?? 0;
  if (glyph === 'reporter') return labels.Reporter ?? 0;
  if (glyph === 'person') return Math.max(0, (kinds.Person ?? 0) - (labels.Official ?? 0) - (labels.Reporter ?? 0));
  return kinds[KIND_OF[glyph] ?? ''] ?? 0;
}

function tally<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
