/** The search box: letters in, a list under it, everything by keyboard. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { NodeKind } from '../../../graph/model.ts';
import type { SearchAnswer, SearchHit } from '../../api.ts';
import { addNodes, openNode } from '../actions.ts';
import { search } from '../http.ts';
import { dateOf } from '../kinds.ts';
import { navigate, shownIds } from '../state.ts';
import { kindWord, typeWord } from '../terms.ts';
import { words } from '../words.ts';
import { Icon, NodeGlyph } from './icon.tsx';
import { Marked } from './marked.tsx';

const HITS = 12;
/** Long enough that a fast typist causes one search a word, short enough not to be noticed. */
const PAUSE_MS = 60;

export function SearchBox(): JSX.Element {
  const query = useSignal('');
  const kind = useSignal<NodeKind | null>(null);
  const answer = useSignal<SearchAnswer | null>(null);
  const busy = useSignal(false);
  const failed = useSignal(false);
  const open = useSignal(false);
  const chosen = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();

  const q = query.value.trim();
  const wanted = kind.value;
  useEffect(() => {
    if (q === '') {
      answer.value = null;
      return;
    }
    const abort = new AbortController();
    busy.value = true;
    const timer = setTimeout(() => {
      search(q, wanted, HITS, abort.signal)
        .then((found) => {
          answer.value = found;
          chosen.value = 0;
          failed.value = false;
        })
        .catch(() => {
          failed.value = !abort.signal.aborted;
        })
        .finally(() => {
          if (!abort.signal.aborted) busy.value = false;
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [q, wanted, answer, busy, chosen, failed]);

  const hits = answer.value?.hits ?? [];
  const close = () => {
    open.value = false;
    query.value = '';
    kind.value = null;
    input.current?.blur();
  };
  const pick = (hit: SearchHit | undefined, add: boolean) => {
    if (!hit) return;
    close();
    if (add) void addNodes([hit.node.id]);
    else if (hit.node.kind === 'Article') navigate({ page: 'article', id: hit.node.id, passage: null, fact: null });
    else void openNode(hit.node.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') pick(hits[chosen.value], event.shiftKey);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      chosen.value = Math.max(0, Math.min(hits.length - 1, chosen.value + step));
      event.preventDefault();
    }
  };
  const shown = open.value && q !== '';
  return (
    <search class="search">
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={input}
          id="search"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={words().searchHint}
          aria-label={words().searchLabel}
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && hits.length > 0 ? `${listId}-${chosen.value}` : undefined}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            open.value = true;
          }}
          onFocus={() => {
            open.value = true;
          }}
          onBlur={() => {
            open.value = false;
          }}
          onKeyDown={onKeyDown}
        />
        {busy.value && q !== '' ? <span class="spin" /> : <kbd>/</kbd>}
      </div>
      {shown && (
        // The list must not take the focus from the field: a press would close it before the click arrives.
        <div class="suggestions" onPointerDown={(event) => event.preventDefault()}>
          <KindChips
            counts={answer.value?.counts ?? {}}
            kind={wanted}
            choose={(next) => {
              kind.value = next;
            }}
          />
          <div role="listbox" id={listId} aria-label={words().searchLabel} class="hits">
            {hits.map((hit, index) => (
              <Hit
                key={hit.node.id}
                id={`${listId}-${index}`}
                hit={hit}
                chosen={index === chosen.value}
                pick={(add) => pick(hit, add)}
              />
            ))}
          </div>
          {hits.length === 0 && <NoHits query={q} busy={busy.value} failed={failed.value} />}
          <p class="suggestion-keys">
            <kbd>↑↓</kbd> {words().keyChoose} <kbd>↵</kbd> {words().keyOpen} <kbd>⇧↵</kbd> {words().keyAdd}{' '}
            <kbd>Esc</kbd> {words().keyClose}
          </p>
        </div>
      )}
    </search>
  );
}

function NoHits({
  query,
  busy,
  failed,
}: {
  readonly query: string;
  readonly busy: boolean;
  readonly failed: boolean;
}): JSX.Element {
  if (failed) return <p class="state">{words().offline}</p>;
  if (busy) return <p class="state">{words().searching}…</p>;
  return (
    <div class="no-hits">
      <b>{words().nothingFound(query)}</b>
      <p>{words().nothingFoundHelp}</p>
    </div>
  );
}

interface KindChipsProps {
  readonly counts: Readonly<Record<string, number>>;
  readonly kind: NodeKind | null;
  readonly choose: (kind: NodeKind | null) => void;
}

function KindChips({ counts, kind, choose }: KindChipsProps): JSX.Element {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div class="kind-chips">
      <button type="button" aria-pressed={kind === null} onClick={() => choose(null)}>
        {words().all} {total}
      </button>
      {NodeKind.options
        .filter((option) => (counts[option] ?? 0) > 0 || option === kind)
        .map((option) => (
          <button
            type="button"
            key={option}
            aria-pressed={kind === option}
            onClick={() => choose(kind === option ? null : option)}
          >
            {kindWord(option)} {counts[option] ?? 0}
          </button>
        ))}
    </div>
  );
}

interface HitProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly chosen: boolean;
  readonly pick: (add: boolean) => void;
}

function Hit({ id, hit: { node, match }, chosen, pick }: HitProps): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const fact = [
    node.note,
    node.kind === 'Event' || node.kind === 'Article' ? dateOf(node) : null,
    node.kind === 'Place' && node.type ? typeWord(node.type) : null,
  ];
  return (
    // The field has the focus and handles the keys; a row is only ever clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      class="hit"
      onClick={(event) => pick(event.shiftKey)}
    >
      <NodeGlyph node={node} />
      <span class="hit-name">
        <Marked text={node.name} spans={match.nameSpan ? [match.nameSpan] : []} />
      </span>
      {match.by === 'alias' && (
        <span class="why">
          {words().alias('')}
          <Marked text={match.form} spans={match.spans} />
        </span>
      )}
      {(match.by === 'pinyin' || match.by === 'initials') && node.kind !== 'Article' && node.kind !== 'Event' && (
        <span class="why">
          <Marked text={match.form} spans={match.spans} />
        </span>
      )}
      <span class="hit-fact">{shownIds.value.has(node.id) ? words().inGraph : fact.filter(Boolean).join(' · ')}</span>
    </div>
  );
}
