/** An answer on the map of the cities of Zhejiang: how many rows each has, and the rows of the one that is chosen. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { QueryResult } from '../../api/queries.ts';
import { pageOf } from '../page-of.ts';
import { QueryTable } from '../parts/query-table.tsx';
import { writeAddress } from '../route.ts';
import { Cartogram } from '../spread/cartogram.tsx';
import type { TileView } from '../spread/drawn.ts';
import { CITY_TILES } from '../spread/hexagons.ts';
import { shortName } from '../spread/names.ts';
import { answerWords } from '../words/answers.ts';
import { queryWords } from '../words/queries.ts';
import { idOfCity, rowsByCity } from './result-places.ts';
import '../styles/spread/map.css';
import '../styles/result-views.css';

/** What is chosen beside the cities. */
const [ELSEWHERE, NOWHERE] = ['elsewhere', 'nowhere'] as const;

export function ResultMap({ result }: { readonly result: QueryResult }): JSX.Element {
  const { cities, elsewhere, nowhere } = rowsByCity(result.rows);
  const chosen = useSignal<string>([...cities.keys()][0] ?? ELSEWHERE);
  const tiles = CITY_TILES.map((tile): TileView => {
    const count = cities.get(tile.name)?.length ?? 0;
    const page = pageOf(idOfCity(tile.name));
    return {
      tile,
      key: tile.name,
      name: shortName(tile.name),
      mark: null,
      covered: true,
      note: count > 0 ? answerWords().rows(count) : '',
      label: queryWords().cityRows(tile.name, count),
      href: page ? writeAddress(page) : '#',
    };
  });
  const listed = { [ELSEWHERE]: elsewhere, [NOWHERE]: nowhere }[chosen.value] ?? cities.get(chosen.value) ?? [];
  const others = [
    { key: ELSEWHERE, rows: elsewhere, label: queryWords().elsewhereRows },
    { key: NOWHERE, rows: nowhere, label: queryWords().nowhereRows },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <div class="result-map">
      <div class="result-map-side">
        <Cartogram
          label={queryWords().mapOf(cities.size)}
          tiles={tiles}
          selected={chosen.value}
          open={(key) => {
            chosen.value = key;
          }}
        />
        {others.map(({ key, rows, label }) => (
          <button
            key={key}
            type="button"
            class="link"
            aria-pressed={chosen.value === key}
            onClick={() => {
              chosen.value = key;
            }}
          >
            {label(rows.length)}
          </button>
        ))}
      </div>
      <section class="result-map-rows" aria-live="polite" aria-label={headOf(chosen.value, listed.length)}>
        <h3>{headOf(chosen.value, listed.length)}</h3>
        {listed.length > 0 && (
          <QueryTable
            key={chosen.value}
            result={{ ...result, rows: listed.map((index) => result.rows[index] ?? []) }}
          />
        )}
      </section>
    </div>
  );
}

function headOf(chosen: string, count: number): string {
  if (chosen === ELSEWHERE) return queryWords().elsewhereRows(count);
  return chosen === NOWHERE ? queryWords().nowhereRows(count) : queryWords().cityRows(chosen, count);
}
