/** The answer of each saved query on a graph, as a picture: the table, or the graph where the query is best seen so. */
import { runQuery } from '../../graph/queries.ts';
import type { SavedQuery } from '../../graph/query-header.ts';
import type { GraphStore } from '../../graph/store.ts';
import { subgraphOf } from '../../graph/traverse.ts';
import { type QueryResult, QueryResult as ResultShape } from '../../web/api/queries.ts';
import { nodesToShow, pictureOf } from '../../web/client/queries/result-layout.ts';
import { describeTable } from '../../web/server/described-table.ts';
import { EXAMPLES } from './examples.ts';
import { graphSvg, type ShownCell, tableSvg } from './svg.ts';

/** Rows of a table, nodes of a graph, and letters of a list that a picture has room for. */
const [ROWS, NODES] = [5, 24] as const;
/** The terms of the graph, as the page calls them in Chinese; the pages are Chinese. */
const TERMS: Readonly<Record<string, string>> = {
  CHAIRED: '主持',
  SPOKE_AT: '讲话',
  ATTENDED: '出席',
  PRESENTED_AT: '作交流发言',
  ORGANIZED: '主办',
  HELD_IN: '举办地',
  ABOUT: '涉及',
  LAUNCHED_IN: '落地',
  LEARNED_FROM: '学习、借鉴',
  HOLDS: '任职',
  PART_OF: '属于',
  LOCATED_IN: '所在地',
  REPORTED_BY: '报道者',
  REPORTED_IN: '报道',
  MENTIONS: '提到',
  CONTINUES: '续接',
};

export interface QueryPicture {
  readonly svg: string;
  /** All rows of the answer. */
  readonly rows: number;
}

/** The picture of a query's answer with its example values. */
export async function drawQuery(store: GraphStore, query: SavedQuery): Promise<QueryPicture> {
  const table = await runQuery(store, query, EXAMPLES[query.id] ?? {});
  const result = ResultShape.parse(await describeTable(store, table));
  const rows = result.rows.length;
  const alt = `${query.title}：${rows} 行`;
  if (query.views[0] === 'graph') {
    const nodes = nodesToShow(result.nodes).slice(0, NODES);
    const { relations } = await subgraphOf(
      store,
      nodes.map(({ id }) => id),
    );
    const picture = pictureOf(
      nodes,
      relations.map((relation) => ({ ...relation, properties: {} })),
    );
    return { svg: graphSvg(picture, (type) => TERMS[type] ?? type, alt), rows };
  }
  return { svg: tableOf(result, alt), rows };
}

function tableOf({ columns, rows, nodes, quotes }: QueryResult, alt: string): string {
  const named = new Map(nodes.map((node) => [node.id, node]));
  const quoted = new Map(quotes.map(({ ref, quote }) => [ref, quote]));
  const shown = (cell: QueryResult['rows'][number][number]): ShownCell => {
    if (Array.isArray(cell)) {
      const parts = cell.map(shown);
      const first = parts[0] ?? { text: '', node: null, isQuote: false };
      return first.isQuote ? first : { ...first, text: parts.map(({ text }) => text).join('、') };
    }
    const text = cell === null ? '—' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
    const node = named.get(text) ?? null;
    const quote = quoted.get(text);
    return {
      text: (node?.name ?? quote ?? TERMS[text] ?? text).replace(/\s+/gu, ' '),
      node,
      isQuote: quote !== undefined,
    };
  };
  return tableSvg(
    columns,
    rows.slice(0, ROWS).map((row) => row.map(shown)),
    Math.max(0, rows.length - ROWS),
    alt,
  );
}
