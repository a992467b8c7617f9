/** What is behind a number: facts and nodes, each with its sentence. */
import type { JSX } from 'preact';
import { type BoardItem, BoardList } from '../../api/board.ts';
import { addNodes, openNode } from '../actions.ts';
import { FactFlag } from '../decide/judge-fact.tsx';
import { call, fields } from '../http.ts';
import { dateOf } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { factNote } from '../parts/facts.tsx';
import { Icon, NodeGlyph } from '../parts/icon.tsx';
import { QuoteView } from '../parts/quote.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { navigate, toCanvas } from '../state.ts';
import { relationWord } from '../terms.ts';
import { boardWords } from '../words/board.ts';
import { decideWords } from '../words/decide.ts';
import { words } from '../words.ts';

const getList = (list: string): Promise<BoardList> => call(BoardList, `/api/board/list?${fields({ list })}`);

interface ListPanelProps {
  readonly list: string;
  readonly title: string;
  readonly close: () => void;
}

export function ListPanel({ list, title, close }: ListPanelProps): JSX.Element {
  const loaded = useLoaded(() => getList(list), list);
  return (
    <aside class="board-list" aria-label={title}>
      <div class="board-list-head">
        <h2 class="grow">
          <bdi>{title}</bdi>
        </h2>
        <button type="button" class="icon-button tiny" aria-label={words().close} onClick={close}>
          <Icon name="close" small />
        </button>
      </div>
      <Await of={loaded}>
        {({ items, total }) => (
          <>
            <p class="hint" role="status">
              {boardWords().listOf(items.length, total)}
            </p>
            {items.length === 0 && <Empty>{boardWords().noneInList}</Empty>}
            <ul>
              {items.map((item) => (
                <li key={item.key} class="board-item">
                  <Item item={item} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Await>
    </aside>
  );
}

function Item({ item: { nodes, relation, quotes, why, judgement } }: { readonly item: BoardItem }): JSX.Element {
  const [first, second] = nodes;
  return (
    <>
      {first && (
        <p class="board-statement">
          <Name node={first} />
          {relation && <em>{relationWord(relation.type, 'edge')}</em>}
          {why !== null && <em>{boardWords().why(why)}</em>}
          {second && <Name node={second} />}
          {relation && <em>{factNote(relation.properties, '')}</em>}
          {!relation && !second && <span class="hint">{dateOf(first)}</span>}
          {relation && <FactFlag relation={relation.key} />}
        </p>
      )}
      {judgement && (
        <p class="hint">
          {!relation && (
            <>
              <bdi>{judgement.fromName}</bdi> – <bdi>{judgement.toName}</bdi>：{boardWords().gone}{' '}
            </>
          )}
          {judgement.reason && decideWords().reasons[judgement.reason]}{' '}
          {judgement.note && <bdi>“{judgement.note}”</bdi>} <bdi>{judgement.by}</bdi> ·{' '}
          {judgement.at.slice(0, 'YYYY-MM-DD'.length)}
        </p>
      )}
      {quotes.map((quote) => (
        <div key={quote.ref}>
          <QuoteView quote={quote} {...(relation && { fact: relation.key })} />
          <p class="why-line">
            {quote.rule && (
              <>
                {words().rule} <code>{quote.rule}</code>
              </>
            )}
            {quote.confidence !== null && (
              <span>
                {words().confidence} {quote.confidence.toFixed(2)}
              </span>
            )}
          </p>
        </div>
      ))}
      {why !== null && nodes.length > 1 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            toCanvas();
            void addNodes(nodes.map(({ id }) => id));
          }}
        >
          {boardWords().compare}
        </button>
      )}
    </>
  );
}

function Name({ node }: { readonly node: BoardItem['nodes'][number] }): JSX.Element {
  const open = () => {
    if (node.kind === 'Article') navigate({ page: 'article', id: node.id, passage: null, fact: null });
    else void openNode(node.id);
  };
  return (
    <button type="button" class="fact-name" lang="zh-CN" onClick={open}>
      <NodeGlyph node={node} small /> <bdi>{node.name}</bdi>
    </button>
  );
}
