/** What the right column says of a cell of the overview. */
import { kindOfId } from '../../../graph/model.ts';
import type { Matrix } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { isAdoption } from './claims.ts';
import { pathEnd, pathOfId, pathText, shortName } from './names.ts';
import { readOverviewKey } from './overview-table.ts';
import type { Panel } from './panel.ts';
import { stateWord } from './time-table.ts';
import { whenText } from './times.ts';

/** The panel of a cell, of a place, or of two places (`a>b`); null where the table has none of that key. */
export function overviewPanel(matrix: Matrix, cell: string | undefined): Panel | null {
  if (kindOfId(cell ?? '') === 'Place') return placesPanel(matrix, (cell ?? '').split('>'));
  return cellPanel(matrix, cell);
}

/** The programs that all of some places have, with what was written on each. */
function placesPanel(matrix: Matrix, places: readonly string[]): Panel | null {
  const names = places.map((place) => shortName(pathEnd(place)));
  const [one = '', other] = names;
  const groups = matrix.programs.flatMap(({ id, name, cells }) => {
    const own = places.map((place) => cells.find((cell) => cell.place === place && isAdoption(cell)));
    const keys = own.flatMap((found) => found?.keys ?? []);
    return own.every(Boolean) ? [{ key: id, head: name, items: keys.map((key) => ({ key, claim: null })) }] : [];
  });
  if (groups.length === 0) return null;
  const { programsOf, beforeAfter } = spreadWords();
  return {
    title: other === undefined ? programsOf(one) : beforeAfter(one, other),
    path: '',
    lines: [],
    groups,
    articles: null,
    nodes: [...places, ...groups.map(({ key }) => key)],
  };
}

function cellPanel(matrix: Matrix, cell: string | undefined): Panel | null {
  const chosen = readOverviewKey(cell);
  const program = chosen && matrix.programs.find(({ id }) => id === chosen.program);
  if (!chosen || !program) return null;
  const stated = [...program.above, ...program.cells].find(({ place }) => place === chosen.place);
  const place = matrix.places.find(({ id }) => id === chosen.place);
  const path = pathOfId(chosen.place);
  const name = shortName(place?.name ?? pathEnd(path));
  const articles = place?.articles ?? 0;
  const { noReport, reportedSilent, list } = spreadWords();
  const silent = articles === 0 ? noReport(name) : reportedSilent(name, articles);
  return {
    title: [program.name, name].join(' × '),
    path: pathText(path),
    lines: [stated ? list([stateWord(stated.stage), whenText(stated.when)]) : silent],
    groups: stated ? [{ key: chosen.place, head: null, items: stated.keys.map((key) => ({ key, claim: null })) }] : [],
    articles: articles > 0 ? { place: chosen.place, period: null } : null,
    nodes: [program.id, chosen.place],
  };
}
