/** A table of places and periods as CSV, for R, Stata or a spreadsheet. */
import { openAdjacency } from '../spread/adjacency.ts';
import { type SpreadRequest, spreadOf } from '../spread/answer.ts';
import { censusOf } from '../spread/census.ts';
import { PANEL_COLUMNS, type PanelRow, panelOf } from '../spread/panel.ts';
import type { GraphStore, Table } from '../store.ts';
import { csvText } from '../table-text.ts';

export type PanelRequest = Omit<SpreadRequest, 'program'> & {
  /** Ids, names or aliases; all programs that some place has when left out. */
  readonly programs?: readonly string[] | undefined;
};

/**
 * One row a program, place and period, with a header.
 * @throws ZhituError as `spreadOf`
 */
export async function panelCsv(store: GraphStore, request: PanelRequest): Promise<string> {
  const programs = request.programs ?? [...(await censusOf(store)).launches.keys()].sort();
  const rows: PanelRow[] = [];
  for (const program of programs) {
    const spread = await spreadOf(store, { ...request, program });
    rows.push(...panelOf(spread.program.id, spread, openAdjacency().neighbours));
  }
  return csvText(tableOf(rows), new Map());
}

function tableOf(rows: readonly PanelRow[]): Table {
  return {
    columns: PANEL_COLUMNS,
    rows: rows.map((row) => PANEL_COLUMNS.map((column) => row[column])),
    truncated: false,
  };
}
