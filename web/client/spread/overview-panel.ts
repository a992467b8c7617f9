/** What the right column says of a cell of the overview. */
import { kindOfId } from '../../../graph/model.ts';
import type { Matrix } from '../../api/spread.ts';
import type { Leaders } from '../../api/spread-compare.ts';
import { spreadWords } from '../words/spread.ts';
import { words } from '../words.ts';
import { isAdoption } from './claims.ts';
import { pathEnd, pathOfId, pathText, shortName } from './names.ts';
import { type Counted, readCountKey, readOverviewKey } from './overview-table.ts';
import type { Panel } from './panel.ts';
import { stateWord } from './time-table.ts';
import { whenText } from './times.ts';

/**
 * The panel of a cell, of a place, of two places (`a>b`), or of one of the numbers of the leaders (`a>b@led`); null where the tables have none
 * of that key.
 */
export function overviewPanel(matrix: Matrix, cell: string | undefined, leaders: Leaders | null = null): Panel | null {
  if (kindOfId(cell ?? '') !== 'Place') return cellPanel(matrix, cell);
  const { places, counted } = readCountKey(cell ?? '');
  if (counted === null) return placesPanel(matrix, places, null);
  const programs = leaders && countedPrograms(leaders, places, counted);
  return programs && placesPanel(matrix, places, { programs, counted });
}

/** The programs that a number of the leaders counts; null where there is no such number. */
function countedPrograms(
  { leaders, pairs }: Leaders,
  [one, other]: readonly string[],
  counted: Counted,
): readonly string[] | null {
  if (counted === 'first') return leaders.find(({ place }) => place === one)?.firsts ?? null;
  return pairs.find(({ leader, follower }) => leader === one && follower === other)?.[counted] ?? null;
}

interface Choice {
  readonly programs: readonly string[];
  readonly counted: Counted;
}

/** The programs that all of some places have, or those chosen of them, with what was written on each. */
function placesPanel(matrix: Matrix, places: readonly string[], choice: Choice | null): Panel | null {
  const names = places.map((place) => shortName(pathEnd(place)));
  const [one = '', other] = names;
  const chosen = choice && new Set(choice.programs);
  const groups = matrix.programs.flatMap(({ id, name, cells }) => {
    if (chosen && !chosen.has(id)) return [];
    const own = places.map((place) => cells.find((cell) => cell.place === place && isAdoption(cell)));
    const keys = own.flatMap((found) => found?.keys ?? []);
    return own.every(Boolean) ? [{ key: id, head: name, items: keys.map((key) => ({ key, claim: null })) }] : [];
  });
  if (groups.length === 0) return null;
  const { programsOf, beforeAfter, counted } = spreadWords();
  const title = other === undefined ? programsOf(one) : beforeAfter(one, other);
  return {
    title: choice ? [title, counted[choice.counted]].join(' · ') : title,
    path: '',
    lines: chosen && groups.length < chosen.size ? [words().firstShown(groups.length, chosen.size)] : [],
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
