/** What an article states, in the order of its text. */
import type { JSX } from 'preact';
import type { ArticleAnswer, ArticleFact, NodeBrief } from '../../api.ts';
import { addNodes } from '../actions.ts';
import { FactFlag, JudgeFact } from '../decide/judge-fact.tsx';
import { select } from '../selecting.ts';
import { toCanvas } from '../state.ts';
import { relationWord } from '../terms.ts';
import { readingWords } from '../words/reading.ts';
import { words } from '../words.ts';
import { factNote } from './facts.tsx';
import { NodeGlyph } from './icon.tsx';
import { Empty } from './states.tsx';

interface FactListProps {
  readonly article: ArticleAnswer;
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

export function FactList({ article: { facts, nodes, source }, chosen, choose }: FactListProps): JSX.Element {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return (
    <aside class="fact-list" aria-label={readingWords().articleFacts}>
      <div class="fact-list-head">
        <h2>
          {readingWords().articleFacts} <span>{facts.length}</span>
        </h2>
        <span class="grow" />
        <span class="hint">
          <kbd>J</kbd> <kbd>K</kbd> {readingWords().previousNext}
        </span>
      </div>
      {facts.length === 0 && <Empty>{readingWords().noFacts}</Empty>}
      <ol>
        {facts.map((fact, index) => (
          <li
            key={`${fact.relation.key}#${fact.start}-${fact.end}`}
            aria-current={index === chosen ? 'true' : undefined}
          >
            <button type="button" class="fact-statement" onClick={() => choose(index)}>
              <span class="number">{index + 1}</span>
              <span class="statement-parts">
                <End id={fact.relation.from} node={byId.get(fact.relation.from)} self={source.id} />
                <em>{relationWord(fact.relation.type, 'edge')}</em>
                <End id={fact.relation.to} node={byId.get(fact.relation.to)} self={source.id} />
                <em>{factNote(fact.relation.properties, '')}</em>
              </span>
              <FactFlag relation={fact.relation.key} />
            </button>
            {index === chosen && <FactMore fact={fact} />}
          </li>
        ))}
      </ol>
    </aside>
  );
}

function FactMore({ fact: { relation, rule, confidence } }: { readonly fact: ArticleFact }): JSX.Element {
  return (
    <div class="fact-more">
      <p>
        {rule && (
          <>
            {words().rule} <code>{rule}</code>
          </>
        )}
        {confidence !== null && (
          <span>
            {words().confidence} {confidence.toFixed(2)}
          </span>
        )}
        <span class="grow" />
        <button type="button" class="link" onClick={() => void showInGraph(relation)}>
          {readingWords().inGraphView}
        </button>
      </p>
      <JudgeFact relation={relation.key} />
    </div>
  );
}

async function showInGraph({ key, from, to }: ArticleFact['relation']): Promise<void> {
  toCanvas();
  await addNodes([from, to], key);
  select(key);
}

function End({
  id,
  node,
  self,
}: {
  readonly id: string;
  readonly node: NodeBrief | undefined;
  readonly self: string;
}): JSX.Element {
  return (
    <b lang="zh-CN">
      {node && <NodeGlyph node={node} small />}
      {id === self ? readingWords().thisArticle : (node?.name ?? id)}
    </b>
  );
}
