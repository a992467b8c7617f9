/** Where an arrow key leads in a table of cells that are numbered row by row. */

/** The cell that a key leads to from cell `at`, or null where the key is none of ours or leads nowhere. */
export function neighbourCell(at: number, key: string, columns: number, rows: number): number | null {
  const [row, column] = [Math.floor(at / columns), at % columns];
  const targets: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    Home: [row, 0],
    End: [row, columns - 1],
    PageUp: [0, column],
    PageDown: [rows - 1, column],
  };
  const target = targets[key];
  if (!target) return null;
  const [nextRow, nextColumn] = target;
  if (nextRow < 0 || nextRow >= rows || nextColumn < 0 || nextColumn >= columns) return null;
  const next = nextRow * columns + nextColumn;
  return next === at ? null : next;
}
