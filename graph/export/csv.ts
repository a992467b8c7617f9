/** Three tables for a spreadsheet: nodes, relations, and a line for every sentence that states a relation. */
import { csvLine } from '../table-text.ts';
import { moreOf, NODE_COLUMNS, RELATION_COLUMNS, valueText } from './columns.ts';
import type { Chunk, Format } from './format.ts';

const NODES = 'nodes.csv';
const RELATIONS = 'relations.csv';
const EVIDENCE = 'evidence.csv';
/** Without it, spreadsheets take Chinese for another encoding. */
export const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180 with a byte order mark. Lists are separated by `；`; texts that a spreadsheet would run begin with an apostrophe. */
export const csv: Format = {
  files: [NODES, RELATIONS, EVIDENCE],
  begin: () => [
    head(NODES, ['id', 'label', 'labels', ...NODE_COLUMNS, 'more']),
    head(RELATIONS, ['key', 'type', 'from', 'fromName', 'to', 'toName', ...RELATION_COLUMNS, 'sentences', 'more']),
    head(EVIDENCE, [
      'relation',
      'article',
      'articleTitle',
      'publication',
      'issue',
      'publishedOn',
      'reporters',
      'start',
      'end',
      'quote',
      'rule',
      'confidence',
    ]),
  ],
  node: ({ id, kind, labels, properties }) => [
    line(NODES, [id, kind, labels.join('；'), ...cells(properties, NODE_COLUMNS)]),
  ],
  relation: ({ key, type, from, fromName, to, toName, properties, citations }) => [
    line(RELATIONS, [
      key,
      type,
      from,
      fromName,
      to,
      toName,
      ...cells(properties, RELATION_COLUMNS).toSpliced(-1, 0, citations.length),
    ]),
    ...citations.map((citation) =>
      line(EVIDENCE, [
        key,
        citation.articleId,
        citation.title,
        citation.publication ?? '',
        citation.issue ?? '',
        citation.publishedOn ?? '',
        citation.reporters.join('；'),
        citation.start,
        citation.end,
        citation.quote,
        citation.rule,
        citation.confidence,
      ]),
    ),
  ],
  end: () => [],
};

function cells(properties: Parameters<typeof moreOf>[0], columns: readonly string[]): (string | number)[] {
  const more = moreOf(properties, columns);
  return [
    ...columns.map((column) => {
      const value = properties[column];
      return typeof value === 'number' ? value : valueText(value);
    }),
    Object.keys(more).length > 0 ? JSON.stringify(more) : '',
  ];
}

function head(file: string, names: readonly string[]): Chunk {
  return { file, text: BYTE_ORDER_MARK + csvLine(names) };
}

function line(file: string, values: readonly (string | number)[]): Chunk {
  return { file, text: csvLine(values) };
}
