/** The details of one relation: who, what, whom, and every sentence that states it. */
import type { JSX } from 'preact';
import type { EvidenceAnswer, NodeBrief } from '../../api.ts';
import { openNode } from '../actions.ts';
import { JudgeFact } from '../decide/judge-fact.tsx';
import { getEvidence } from '../http.ts';
import { useLoaded } from '../load.ts';
import { select } from '../selecting.ts';
import { relationWord } from '../terms.ts';
import { words } from '../words.ts';
import { factNote } from './facts.tsx';
import { Icon, NodeGlyph } from './icon.tsx';
import { QuoteView } from './quote.tsx';
import { Await } from './states.tsx';

export function EdgePanel({ relationKey }: { readonly relationKey: string }): JSX.Element {
  const loaded = useLoaded(() => getEvidence(relationKey), relationKey);
  return (
    <>
      <div class="panel-head">
        <div class="panel-kind">
          {words().relations}
          <span class="grow" />
          <button type="button" class="icon-button tiny" aria-label={words().closeDetails} onClick={() => select(null)}>
            <Icon name="close" small />
          </button>
        </div>
        {loaded.state === 'done' && <Statement answer={loaded.value} />}
      </div>
      <div class="panel-body">
        <Await of={loaded}>{(answer) => <Sentences answer={answer} />}</Await>
      </div>
    </>
  );
}

function Statement({ answer: { relation, from, to } }: { readonly answer: EvidenceAnswer }): JSX.Element {
  const note = factNote(relation.properties, '');
  return (
    <>
      <h1 class="statement">
        <EndName node={from} /> <span class="relation-word">{relationWord(relation.type, 'edge')}</span>{' '}
        <EndName node={to} />
      </h1>
      {note && <p class="statement-note">{note}</p>}
      <JudgeFact relation={relation.key} />
    </>
  );
}

function EndName({ node }: { readonly node: NodeBrief }): JSX.Element {
  return (
    <button type="button" class="end-name" lang="zh-CN" onClick={() => void openNode(node.id)}>
      <NodeGlyph node={node} />
      {node.name}
    </button>
  );
}

function Sentences({ answer: { relation, sentences } }: { readonly answer: EvidenceAnswer }): JSX.Element {
  if (sentences.length === 0) return <p class="state">{words().noEvidence}</p>;
  return (
    <section class="fact-group">
      <h2>{words().sentences(sentences.length)}</h2>
      <ul class="sentences">
        {sentences.map((sentence) => (
          <li key={sentence.ref}>
            <QuoteView quote={sentence} fact={relation.key} current />
            <p class="why-line">
              {sentence.rule && (
                <>
                  {words().rule} <code>{sentence.rule}</code>
                </>
              )}
              {sentence.confidence !== null && (
                <span>
                  {words().confidence} {sentence.confidence.toFixed(2)}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
