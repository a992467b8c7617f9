/** Rows of the search list: a node with why it was found, an article with the passages that have the words. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ArticleHit, FoundPassage } from '../../api/search.ts';
import type { SearchHit } from '../../api.ts';
import { dateOf } from '../kinds.ts';
import { Glyph, NodeGlyph } from '../parts/icon.tsx';
import { Marked } from '../parts/marked.tsx';
import { shownIds } from '../state.ts';
import { typeWord } from '../terms.ts';
import { words } from '../words.ts';

/** What is done with a hit: shown on the canvas, added to what is there, or its page opened. */
export type Pick = 'open' | 'add' | 'page';

/** With Shift it is added, with Ctrl or ⌘ its page is opened. */
export function pickOf({ shiftKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): Pick {
  if (shiftKey) return 'add';
  return ctrlKey || metaKey ? 'page' : 'open';
}

interface RowProps {
  readonly id: string;
  readonly chosen: boolean;
  readonly pick: (how: Pick) => void;
}

function Option({
  id,
  chosen,
  pick,
  kind,
  children,
}: RowProps & { readonly kind?: string; readonly children: ComponentChildren }): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // The field has the focus and handles the keys; a row is only ever clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      class={kind ? `hit ${kind}` : 'hit'}
      onClick={(event) => pick(pickOf(event))}
    >
      {children}
    </div>
  );
}

export function NodeRow({ hit: { node, match }, ...row }: RowProps & { readonly hit: SearchHit }): JSX.Element {
  const fact = [
    node.note,
    node.kind === 'Event' || node.kind === 'Article' ? dateOf(node) : null,
    node.kind === 'Place' && node.type ? typeWord(node.type) : null,
  ];
  const spelled = match.by === 'pinyin' || match.by === 'initials';
  return (
    <Option {...row}>
      <NodeGlyph node={node} />
      <bdi class="hit-name">
        <Marked text={node.name} spans={match.nameSpan ? [match.nameSpan] : []} />
      </bdi>
      {match.by === 'alias' && (
        <span class="why">
          {words().alias('')}
          <bdi>
            <Marked text={match.form} spans={match.spans} />
          </bdi>
        </span>
      )}
      {spelled && node.kind !== 'Article' && node.kind !== 'Event' && (
        <span class="why">
          <Marked text={match.form} spans={match.spans} />
        </span>
      )}
      <bdi class="hit-fact">{shownIds.value.has(node.id) ? words().inGraph : fact.filter(Boolean).join(' · ')}</bdi>
    </Option>
  );
}

export function ArticleTextRow({
  hit: { source, titleSpans, passages },
  ...row
}: RowProps & { readonly hit: ArticleHit }): JSX.Element {
  const [first] = passages;
  return (
    <Option {...row} kind="hit-text">
      <Glyph name="article" />
      <bdi class="hit-name">
        <Marked text={source.title} spans={titleSpans} />
      </bdi>
      <bdi class="hit-fact">{[source.publication, source.date].filter(Boolean).join(' · ')}</bdi>
      {first && <PassageLine passage={first} />}
    </Option>
  );
}

/** Characters before the first hit: what stands far before it would push it out of the line. */
const BEFORE = 12;

function PassageLine({ passage: { text, spans, cutBefore } }: { readonly passage: FoundPassage }): JSX.Element {
  const from = Math.max(0, (spans[0]?.[0] ?? 0) - BEFORE);
  const shifted = spans.map(([start, end]) => [start - from, end - from] as const);
  return (
    <bdi class="hit-passage" lang="zh-CN">
      {(cutBefore || from > 0) && '…'}
      <Marked text={text.slice(from)} spans={shifted} />
    </bdi>
  );
}
