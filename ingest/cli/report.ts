/** The lines that tell a person what a run did. Everything here is pure; the commands decide where it is written. */
import type { ExtractOnlyReport } from '../extract-only.ts';
import type { FileProblem } from '../files.ts';
import type { IssueCount } from '../issue-tally.ts';
import { hasChanges, type IngestReport } from '../page-writer.ts';
import { seconds } from './progress.ts';

/** Exit status of a run over pages: 0 where all gave something, 3 where some did, 1 where none did. */
export function exitStatus(good: number, bad: number): 0 | 1 | 3 {
  if (good === 0) return 1;
  return bad === 0 ? 0 : 3;
}

/** `seeds/x.txt: empty: it holds no text. …` */
export function problemLine({ file, reason, message }: FileProblem): string {
  return `${file}: ${reason}: ${message}`;
}

/** Doubts of the stages by reason, the most frequent first, each with the words of its first case. */
export function issueLines(issues: readonly IssueCount[]): readonly string[] {
  return table(issues.map(({ stage, reason, count, first }) => [String(count), `${stage}: ${reason}`, first]));
}

/** Time by stage in the order in which the stages ran, and the sum. Milliseconds. */
export function timingLines(timings: ReadonlyMap<string, number>): readonly string[] {
  const stages = [...timings];
  const sum = stages.reduce((total, [, ms]) => total + ms, 0);
  return table([...stages, ['all stages', sum] as const].map(([stage, ms]) => [seconds(ms), stage]));
}

/** What an ingest did to the graph: counts by kind and relation, what is new of them, and the doubts. */
export function ingestLines(report: IngestReport, milliseconds: number): readonly string[] {
  const { pages, failed, issues, written, before, after } = report;
  const nodes = countRows(before.byKind, after.byKind);
  const relations = countRows(before.byType, after.byType);
  const notes = [
    ...(report.known === 0 ? [] : [`${report.known} known and not read again`]),
    ...(failed === 0 ? [] : [`${failed} not usable`]),
  ];
  const read = notes.length === 0 ? plural(pages, 'page') : `${plural(pages, 'page')} (${notes.join(', ')})`;
  const doubtful = issues.reduce((sum, { count }) => sum + count, 0);
  const doubts =
    issues.length === 0
      ? []
      : ['', `${plural(doubtful, 'issue')} by reason, each with its first case`, ...issueLines(issues)];
  const size = `${plural(after.nodes, 'node')} and ${plural(after.relations, 'relation')}`;
  const outcome = hasChanges(written)
    ? [
        ...table([['node', 'in graph', 'new'], ...nodes, ['relation', 'in graph', 'new'], ...relations]),
        '',
        `nodes      ${written.nodesCreated} created, ${written.nodesChanged} changed, ${written.nodesUnchanged} unchanged${removed(written.nodesRemoved)}`,
        `relations  ${written.relationsCreated} created, ${written.relationsChanged} changed, ${written.relationsUnchanged} unchanged${removed(written.relationsRemoved)}`,
      ]
    : [
        pages === 0
          ? `Nothing changed: ${report.stopped ? 'it was stopped before that' : 'no page could be used'} (the graph has ${size}).`
          : `Nothing changed: the graph holds what these pages state (${size}).`,
      ];
  return [...outcome, ...doubts, '', `${read} in ${seconds(milliseconds)}`];
}

/** What a run found that wrote nothing. */
export function dryRunLines(report: ExtractOnlyReport, milliseconds: number): readonly string[] {
  const { pages, failed, facts, issues } = report;
  const unusable = failed === 0 ? '' : ` (${failed} not usable)`;
  return [
    ...issueLines(issues),
    ...(issues.length === 0 ? [] : ['']),
    `${plural(pages, 'page')}${unusable} with ${plural(facts, 'fact')} extracted in ${seconds(milliseconds)}; nothing was written.`,
    'Compare with an earlier run: npm run diff -- last~1 last',
  ];
}

type Counts = Readonly<Record<string, number>>;

function countRows(before: Counts, after: Counts): readonly (readonly string[])[] {
  return Object.entries(after)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => [name, String(count), signed(count - (before[name] ?? 0))]);
}

function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : `+${difference}`;
}

/** Pages that changed took something back. */
function removed(count: number): string {
  return count === 0 ? '' : `, ${count} removed`;
}

/** `1 page`, `2 pages`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Rows as lines with their columns aligned: numbers to the right, words to the left. The last column may hold Chinese text. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, index) =>
        /^[+−]?[\d.,]+(?: s)?$/u.test(cell) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
