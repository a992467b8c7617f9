/** The search box: letters in, a list under it, everything by keyboard. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { NodeKind } from '../../../graph/model.ts';
import { addNodes, openNode } from '../actions.ts';
import { KINDS_IN_ORDER } from '../kinds.ts';
import { pageOf } from '../page-of.ts';
import { type Item, useSearch } from '../search/found.ts';
import { NoHits } from '../search/no-hits.tsx';
import { ArticleTextRow, NodeRow, type Pick, pickOf } from '../search/rows.tsx';
import { navigate } from '../state.ts';
import { kindWord } from '../terms.ts';
import { searchWords } from '../words/search.ts';
import { words } from '../words.ts';
import { Icon } from './icon.tsx';

export function SearchBox(): JSX.Element {
  const query = useSignal('');
  const kind = useSignal<NodeKind | null>(null);
  const open = useSignal(false);
  const chosen = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const q = query.value.trim();
  const searching = useSearch(q, kind.value);
  const { items, counts } = searching.found;
  useEffect(() => {
    chosen.value = 0;
  }, [q, kind.value, chosen]);

  const close = () => {
    open.value = false;
    query.value = '';
    kind.value = null;
    input.current?.blur();
  };
  const pick = (item: Item | undefined, how: Pick) => {
    if (!item) return;
    close();
    if (how === 'add') void addNodes([item.id]);
    else if (how === 'page' && item.type === 'node') navigate(pageOf(item.id));
    else if (item.type === 'article') readArticle(item);
    else if (item.hit.node.kind === 'Article') navigate({ page: 'article', id: item.id, passage: null, fact: null });
    else void openNode(item.id);
  };
  const kinds = [null, ...KINDS_IN_ORDER.filter((option) => (counts[option] ?? 0) > 0 || option === kind.value)];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const turn = sideways(event, kind.value !== null);
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') pick(items[chosen.value], pickOf(event));
    else if (step !== undefined) chosen.value = Math.max(0, Math.min(items.length - 1, chosen.value + step));
    else if (turn !== 0) {
      const at = Math.max(0, Math.min(kinds.length - 1, kinds.indexOf(kind.value) + turn));
      kind.value = kinds[at] ?? null;
    }
    if (step !== undefined || turn !== 0) event.preventDefault();
  };
  const shown = open.value && q !== '';
  const texts = items.findIndex(({ type }) => type === 'article');
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
          aria-activedescendant={shown && items.length > 0 ? `${listId}-${chosen.value}` : undefined}
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
        {searching.busy ? <span class="spin" /> : <kbd>/</kbd>}
      </div>
      {shown && (
        // The list must not take the focus from the field: a press would close it before the click arrives.
        <div class="suggestions" onPointerDown={(event) => event.preventDefault()}>
          <KindChips
            counts={counts}
            kinds={kinds}
            kind={kind.value}
            choose={(next) => {
              kind.value = next;
            }}
          />
          <p class="visually-hidden" role="status">
            {searching.busy ? '' : searchWords().found(items.length)}
          </p>
          <div role="listbox" id={listId} aria-label={words().searchLabel} class="hits">
            {items.map((item, index) => {
              const row = {
                id: `${listId}-${index}`,
                chosen: index === chosen.value,
                pick: (how: Pick) => pick(item, how),
              };
              return (
                <div key={item.id} role="presentation">
                  {index === texts && <h2 class="hits-head">{searchWords().inTexts(articleTotal(searching.found))}</h2>}
                  {item.type === 'node' ? (
                    <NodeRow hit={item.hit} {...row} />
                  ) : (
                    <ArticleTextRow hit={item.hit} {...row} />
                  )}
                </div>
              );
            })}
          </div>
          {items.length === 0 && (
            <NoHits
              query={q}
              searching={searching}
              close={close}
              retry={(next) => {
                query.value = next;
              }}
            />
          )}
          <p class="suggestion-keys">
            <kbd>↑↓</kbd> {words().keyChoose} <kbd>↵</kbd> {words().keyOpen} <kbd>⇧↵</kbd> {words().keyAdd}{' '}
            <kbd>Ctrl ↵</kbd> {words().openPage} <kbd>←→</kbd> {searchWords().keyKinds} <kbd>Esc</kbd>{' '}
            {words().keyClose}
          </p>
        </div>
      )}
    </search>
  );
}

function readArticle({ hit: { source, passages } }: Extract<Item, { readonly type: 'article' }>): void {
  const [first] = passages;
  const span = first?.spans[0];
  const passage = first && span ? { start: first.start + span[0], end: first.start + span[1] } : null;
  navigate({ page: 'article', id: source.id, passage, fact: null });
}

/** The arrows move between kinds where the caret has nowhere to go: at the end of the words, and back once a kind is chosen. */
function sideways({ key, target, shiftKey }: KeyboardEvent, isChosen: boolean): number {
  if (shiftKey || !(target instanceof HTMLInputElement)) return 0;
  const { selectionStart, selectionEnd, value } = target;
  if (selectionStart !== value.length || selectionEnd !== value.length) return 0;
  if (key === 'ArrowRight') return 1;
  return key === 'ArrowLeft' && isChosen ? -1 : 0;
}

const articleTotal = ({
  articles: { total, more },
}: {
  readonly articles: { readonly total: number; readonly more: boolean };
}): string => `${total}${more ? '+' : ''}`;

interface KindChipsProps {
  readonly counts: Readonly<Record<string, number>>;
  /** Those to choose from; null stands for all. */
  readonly kinds: readonly (NodeKind | null)[];
  readonly kind: NodeKind | null;
  readonly choose: (kind: NodeKind | null) => void;
}

function KindChips({ counts, kinds, kind, choose }: KindChipsProps): JSX.Element {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div class="kind-chips">
      {kinds.map((option) => (
        <button
          type="button"
          key={option ?? 'all'}
          tabIndex={-1}
          aria-pressed={kind === option}
          onClick={() => choose(kind === option ? null : option)}
        >
          {option === null ? `${words().all} ${total}` : `${kindWord(option)} ${counts[option] ?? 0}`}
        </button>
      ))}
    </div>
  );
}
