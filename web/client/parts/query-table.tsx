/** The rows of an answer: nodes are links, and the sentences behind the chosen row stand below. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { QueryResult } from '../../api/queries.ts';
import type { NodeBrief, Quote } from '../../api.ts';
import { openNode } from '../actions.ts';
import { termWord } from '../terms.ts';
import { answerWords } from '../words/answers.ts';
import { columnWord } from '../words/columns.ts';
import { queryWords } from '../words/queries.ts';
import { words } from '../words.ts';
import { NodeGlyph } from './icon.tsx';
import { QuoteView } from './quote.tsx';

/** Of a number in a table; confidences have no more that mean anything. */
const DECIMALS = 2;

export function QueryTable({ result }: { readonly result: QueryResult }): JSX.Element {
  const selected = useSignal<number | null>(null);
  const nodes = new Map(result.nodes.map((node) => [node.id, node]));
  const quotes = new Map(result.quotes.map((quote) => [quote.ref, quote]));
  const row = selected.value === null ? undefined : result.rows[selected.value];
  const stated = row ? refsOf(row).flatMap((ref) => quotes.get(ref) ?? []) : [];
  return (
    <>
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="number">
                #
              </th>
              {result.columns.map((column) => (
                <th key={column} scope="col">
                  {columnWord(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.rows.map((cells, index) => (
              <tr
                key={index}
                aria-selected={index === selected.value}
                onClick={() => {
                  selected.value = index;
                }}
              >
                <td class="number">
                  <button
                    type="button"
                    class="row-pick"
                    aria-pressed={index === selected.value}
                    aria-label={queryWords().rowEvidence(index + 1)}
                  >
                    {index + 1}
                  </button>
                </td>
                {cells.map((cell, column) => (
                  <td key={result.columns[column]} data-column={columnWord(result.columns[column] ?? '')}>
                    <CellView cell={cell} nodes={nodes} quotes={quotes} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {stated.length > 0 && (
        <div class="result-foot">
          {stated.map((quote) => (
            <QuoteView key={quote.ref} quote={quote} current />
          ))}
        </div>
      )}
    </>
  );
}

interface CellProps {
  readonly cell: QueryResult['rows'][number][number];
  readonly nodes: ReadonlyMap<string, NodeBrief>;
  readonly quotes: ReadonlyMap<string, Quote>;
}

function CellView({ cell, nodes, quotes }: CellProps): ComponentChildren {
  if (cell === null) return <span class="hint">—</span>;
  if (Array.isArray(cell)) {
    const passages = cell.flatMap((item) => (typeof item === 'string' ? (quotes.get(item) ?? []) : []));
    if (passages.length > 0) return <Passage quote={passages[0] as Quote} more={passages.length - 1} />;
    return (
      <>
        {cell.map((item, index) => (
          <span key={index} class="cell-item">
            <CellView cell={item} nodes={nodes} quotes={quotes} />
          </span>
        ))}
      </>
    );
  }
  if (typeof cell === 'string') {
    const node = nodes.get(cell);
    if (node) return <NodeCell node={node} />;
    const quote = quotes.get(cell);
    return quote ? <Passage quote={quote} more={0} /> : termWord(cell);
  }
  if (typeof cell === 'boolean') return cell ? answerWords().yes : answerWords().no;
  return typeof cell === 'number' ? String(Number(cell.toFixed(DECIMALS))) : JSON.stringify(cell);
}

function NodeCell({ node }: { readonly node: NodeBrief }): JSX.Element {
  return (
    <button type="button" class="node-cell" lang="zh-CN" title={node.name} onClick={() => void openNode(node.id)}>
      <NodeGlyph node={node} small />
      <span class="clip">{node.name}</span>
    </button>
  );
}

/** The marked words in one line; the row's own foot shows them with their source. */
function Passage({ quote, more }: { readonly quote: Quote; readonly more: number }): JSX.Element {
  return (
    <span class="passage" lang="zh-CN">
      <span class="clip">
        <mark>{quote.quote}</mark>
      </span>
      {more > 0 && <span class="hint nowrap"> {words().otherSentences(more)}</span>}
    </span>
  );
}

function refsOf(row: QueryResult['rows'][number]): readonly string[] {
  return row.flat(2).filter((item) => typeof item === 'string');
}
