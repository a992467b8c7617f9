/** Carries out a call of `ingest --bulk`: files for an import, and the command that imports them. */

import type { Extent } from '../../graph/extent.ts';
import { type BulkIngestReport, bulkIngest, pipedPages, readBy } from '../bulk/bulk-ingest.ts';
import { extractFiles } from '../extract.ts';
import { readPipedExtractions } from '../piped-extractions.ts';
import { rulesVersion } from '../version.ts';
import { withExtractor } from './extractor-options.ts';
import type { IngestRequest } from './ingest-request.ts';
import { nameOf } from './ingest-run.ts';
import { bytesFrom, meterOf } from './lines-in.ts';
import { pipelineOptions } from './page-options.ts';
import { type Progress, seconds } from './progress.ts';
import { issueLines, plural, problemLine } from './report.ts';

/** @throws ZhituError what the extractor raises, `bad-input` for a folder that is not empty, `limit-exceeded` where it was stopped */
export async function carryOutBulk(
  { asked, values }: IngestRequest,
  folder: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<BulkIngestReport> {
  const onProblem = (problem: Parameters<typeof problemLine>[0]): void => progress.note(problemLine(problem));
  const options = { folder, signal, onProblem, onProgress: progress.update };
  const onRead = (extent: Extent): void => progress.update({ stage: 'read', ...extent });
  const { from } = values;
  if (from !== undefined) {
    const meter = meterOf(from);
    const lines = readPipedExtractions(bytesFrom(from, signal, meter), nameOf(from));
    return bulkIngest(pipedPages(lines, onRead, meter.share), options);
  }
  return withExtractor(values, pipelineOptions(values), signal, ({ extractor }) => {
    const results = extractFiles(asked.paths, extractor, onRead);
    return bulkIngest(readBy(extractor.version ?? rulesVersion(), extractor.settings ?? '', results), options);
  });
}

/** What was made, and how it becomes a database. @param database its name */
export function bulkLines(report: BulkIngestReport, database: string, milliseconds: number): readonly string[] {
  const { good, failed, articles, nodes, relations, kept, issues } = report;
  const unusable = failed === 0 ? '' : ` (${failed} not usable)`;
  return [
    ...issueLines(issues),
    ...(issues.length === 0 ? [] : ['']),
    `${plural(good, 'page')}${unusable} with ${plural(articles, 'article')} in ${seconds(milliseconds)}:`,
    `${plural(nodes, 'node')}, ${plural(relations, 'relation')} and ${plural(kept, 'record')} beside them are ready for import.`,
    '',
    'Import them where the server is stopped and its database is empty or not there yet (Neo4j 5.26):',
    `  ${bulkCommand(report, database)}`,
    'Then start the server; the first command that opens the store makes its indexes.',
  ];
}

/** The command, for a shell; the name of the database comes first, since lists of files have no end. */
export function bulkCommand({ args }: Pick<BulkIngestReport, 'args'>, database: string): string {
  return ['neo4j-admin', 'database', 'import', 'full', database, ...args].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
