/** What an expansion would bring, node by node: tick the ones to add. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_NEIGHBOURS } from '../../api/limits.ts';
import type { Branch, NodeBrief } from '../../api.ts';
import { expand } from '../expansion.ts';
import { listNeighbours } from '../http.ts';
import { dateOf } from '../kinds.ts';
import { attempt } from '../notices.ts';
import { shownIds } from '../state.ts';
import { canvasWords } from '../words/canvas.ts';
import { words } from '../words.ts';
import { NodeGlyph } from './icon.tsx';
import { Loading } from './states.tsx';

/** Rows that are listed at once. */
const PAGE = 50;

interface NeighbourListProps {
  readonly id: string;
  readonly take: readonly Branch[];
  readonly order: 'date' | 'degree';
  readonly back: () => void;
}

export function NeighbourList({ id, take, order, back }: NeighbourListProps): JSX.Element {
  const listed = useSignal<readonly NodeBrief[] | null>(null);
  const total = useSignal(0);
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);
  const load = () =>
    attempt(async () => {
      const before = listed.peek() ?? [];
      const shown = [...shownIds.peek()];
      const found = await listNeighbours({ id, take: [...take], order, shown, limit: PAGE, offset: before.length });
      listed.value = [...before, ...found.nodes];
      total.value = found.total;
    });
  useEffect(() => {
    void load();
  }, []);
  const first = listed.value === null;
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [first]);
  if (listed.value === null) return <Loading text={words().loading} />;
  const most = Math.min(ticked.value.size, MAX_NEIGHBOURS);
  return (
    <div ref={box}>
      <p class="hint menu-left">{canvasWords().listTitle(listed.value.length, total.value)}</p>
      <ul class="branches picks">
        {listed.value.map((node) => (
          <li key={node.id}>
            <label class="branch">
              <input
                type="checkbox"
                checked={ticked.value.has(node.id)}
                onChange={(event) => {
                  const next = new Set(ticked.value);
                  if (event.currentTarget.checked) next.add(node.id);
                  else next.delete(node.id);
                  ticked.value = next;
                }}
              />
              <NodeGlyph node={node} />
              <bdi class="grow clip" title={node.name}>
                {node.name}
              </bdi>
              <span class="count">{node.kind === 'Event' || node.kind === 'Article' ? dateOf(node) : node.degree}</span>
            </label>
          </li>
        ))}
        {listed.value.length < total.value && (
          <li>
            <button type="button" class="row-button more" onClick={() => void load()}>
              {canvasWords().listMore}
            </button>
          </li>
        )}
      </ul>
      <div class="menu-go">
        <button
          type="button"
          class="button ink grow"
          disabled={most === 0}
          onClick={() => void expand(id, take, most, order, [...ticked.value].slice(0, MAX_NEIGHBOURS))}
        >
          {most === 0 ? canvasWords().pickOne : words().join(most)}
        </button>
        <button type="button" class="button" onClick={back}>
          {canvasWords().listBack}
        </button>
      </div>
    </div>
  );
}
