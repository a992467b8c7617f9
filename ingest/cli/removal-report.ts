/** The lines that tell a person what a removal did. */
import type { RemovalReport } from '../remove.ts';
import { plural, table } from './report.ts';

/** Ids of articles that are named one by one; of more only the number is said. */
const NAMED = 20;

/** What went and what stayed, and for a dry run what would. */
export function removalLines(report: RemovalReport, dryRun: boolean): readonly string[] {
  const { sources, articles, elsewhere, removed, stayed, written } = report;
  const kinds = Object.entries(removed).sort(([, a], [, b]) => b - a);
  if (sources.length === 0 && articles.length === 0) return ['Nothing was removed.'];
  return [
    dryRun ? 'This would go (nothing was changed):' : 'Removed:',
    ...table([
      ...(sources.length === 0 ? [] : [[String(sources.length), 'files or lines of files']]),
      ...kinds.map(([kind, count]) => [String(count), kind]),
      [String(written.relationsRemoved), 'relations'],
    ]).map((line) => `  ${line}`),
    ...named(articles, 'articles'),
    `${plural(stayed.nodes, 'node')} and ${plural(stayed.relations, 'relation')} stay, because other articles state them.`,
    ...(elsewhere.length === 0
      ? []
      : [`${plural(elsewhere.length, 'article')} of these files stay, because another file holds them.`]),
    ...named(elsewhere, 'articles that stay'),
  ];
}

function named(ids: readonly string[], what: string): readonly string[] {
  if (ids.length === 0) return [];
  if (ids.length > NAMED) return [`${what}: ${ids.slice(0, NAMED).join(' ')} and ${ids.length - NAMED} more`];
  return [`${what}: ${ids.join(' ')}`];
}
