/** What the right column says of a cell of the overview. */
import type { Matrix } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { pathOfId, pathText, shortName } from './names.ts';
import { readOverviewKey } from './overview-table.ts';
import type { Panel } from './panel.ts';
import { stateWord } from './time-table.ts';
import { whenText } from './times.ts';

/** The panel of a cell; null where the table has none of that key. */
export function overviewPanel(matrix: Matrix, cell: string | undefined): Panel | null {
  const chosen = readOverviewKey(cell);
  const program = chosen && matrix.programs.find(({ id }) => id === chosen.program);
  if (!chosen || !program) return null;
  const stated = [...program.above, ...program.cells].find(({ place }) => place === chosen.place);
  const place = matrix.places.find(({ id }) => id === chosen.place);
  const path = pathOfId(chosen.place);
  const name = shortName(place?.name ?? path.slice(path.lastIndexOf('/') + 1));
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
