/** What surrounds a node, counted before anything is loaded: tick, see how many would come, pick from a list, add. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_SHOWN } from '../../api/limits.ts';
import type { Branch, BranchCount, Preview } from '../../api.ts';
import { expand, leftOff, letBack } from '../expansion.ts';
import { getBranches, previewNeighbours } from '../http.ts';
import { glyphOfKind } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { expansions, nodes, relations, shownIds, view } from '../state.ts';
import { kindWord, relationWord } from '../terms.ts';
import { canvasWords } from '../words/canvas.ts';
import { expansionWords } from '../words/expansion.ts';
import { words } from '../words.ts';
import { Glyph } from './icon.tsx';
import { NeighbourList } from './neighbour-list.tsx';
import { Await, Empty } from './states.tsx';

const LIMITS = [10, 25, 50, 100];
const FIRST_LIMIT = 25;

/** The relations of a node, with what the last expansion took ticked. */
export function ExpandForm({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(() => getBranches(id), id);
  return <Await of={loaded}>{({ branches }) => <BranchForm id={id} branches={branches} />}</Await>;
}

const keyOf = ({ relation, direction, kind }: Branch): string => `${relation}|${direction}|${kind}`;

function BranchForm({ id, branches }: { readonly id: string; readonly branches: readonly BranchCount[] }): JSX.Element {
  const last = expansions.peek().get(id);
  const ticked = useSignal<ReadonlySet<string>>(new Set(last?.take.map(keyOf)));
  const limit = useSignal(FIRST_LIMIT);
  const order = useSignal<'date' | 'degree'>(last?.order ?? 'date');
  const listing = useSignal(false);
  /** Null while it is counted, `unknown` where that failed: nodes may be added all the same. */
  const preview = useSignal<Preview | 'unknown' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const take = branches
    .filter((branch) => ticked.value.has(keyOf(branch)))
    .map(({ relation, direction, kind }) => ({ relation, direction, kind }));
  const off = leftOff(id);
  const wanted = JSON.stringify([[...ticked.value], limit.value, order.value, view.value.nodes.length, off.length]);

  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  useEffect(() => {
    let current = true;
    preview.value = null;
    if (take.length > 0) {
      previewNeighbours({
        id,
        take,
        limit: limit.value,
        order: order.value,
        shown: [...shownIds.value, ...off].slice(0, MAX_SHOWN),
      })
        .then((found) => {
          if (current) preview.value = found;
        })
        .catch(() => {
          if (current) preview.value = 'unknown';
        });
    }
    return () => {
      current = false;
    };
  }, [wanted]);

  if (branches.length === 0) return <Empty>{expansionWords().expandNothing}</Empty>;
  if (listing.value) {
    return (
      <NeighbourList
        id={id}
        take={take}
        order={order.value}
        back={() => {
          listing.value = false;
        }}
      />
    );
  }
  const counted = preview.value === 'unknown' ? null : preview.value;
  const { adds = 0, left = 0 } = counted ?? {};
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (take.length > 0) void expand(id, take, limit.value, order.value);
      }}
    >
      <ul class="branches">
        {branches.map((branch) => (
          <BranchRow
            key={keyOf(branch)}
            branch={branch}
            shown={shownIn(id, branch)}
            alone={
              branches.filter((other) => other.relation === branch.relation && other.direction === branch.direction)
                .length === 1
            }
            ticked={ticked.value.has(keyOf(branch))}
            change={(on) => {
              const next = new Set(ticked.value);
              if (on) next.add(keyOf(branch));
              else next.delete(keyOf(branch));
              ticked.value = next;
            }}
          />
        ))}
      </ul>
      <div class="menu-limits">
        <label>
          {expansionWords().atMost}{' '}
          <select
            value={limit.value}
            onChange={(event) => {
              limit.value = Number(event.currentTarget.value);
            }}
          >
            {LIMITS.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </label>
        <label class="grow">
          {expansionWords().orderBy}{' '}
          <select
            value={order.value}
            onChange={(event) => {
              order.value = event.currentTarget.value === 'degree' ? 'degree' : 'date';
            }}
          >
            <option value="date">{expansionWords().orderDate}</option>
            <option value="degree">{expansionWords().orderDegree}</option>
          </select>
        </label>
      </div>
      {off.length > 0 && (
        <p class="hint menu-left">
          {canvasWords().leftOff(off.length)}{' '}
          <button type="button" class="link" onClick={() => letBack(id)}>
            {canvasWords().letBack}
          </button>
        </p>
      )}
      {left > 0 && <p class="hint menu-left">{expansionWords().joinLeft(left)}</p>}
      <div class="menu-go">
        <button type="submit" class="button ink grow" disabled={take.length === 0 || counted?.adds === 0}>
          {take.length === 0
            ? expansionWords().tickOne
            : preview.value === null
              ? expansionWords().counting
              : counted === null
                ? expansionWords().joinUncounted
                : adds === 0
                  ? expansionWords().joinNone
                  : words().join(adds)}
          {adds > 0 && <kbd>↵</kbd>}
        </button>
        {adds > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => {
              listing.value = true;
            }}
          >
            {canvasWords().listFirst}
          </button>
        )}
      </div>
    </form>
  );
}

interface BranchRowProps {
  readonly branch: BranchCount;
  readonly shown: number;
  /** Whether the relation leads to one kind only; otherwise the row names the kind. */
  readonly alone: boolean;
  readonly ticked: boolean;
  readonly change: (on: boolean) => void;
}

function BranchRow({
  branch: { relation, direction, kind, total },
  shown,
  alone,
  ticked,
  change,
}: BranchRowProps): JSX.Element {
  return (
    <li>
      <label class="branch">
        <input type="checkbox" checked={ticked} onChange={(event) => change(event.currentTarget.checked)} />
        <Glyph name={glyphOfKind(kind)} />
        <span class="grow clip">
          {relationWord(relation, direction)}
          {!alone && <span class="hint"> {kindWord(kind)}</span>}
        </span>
        <span class="count">
          <b>{total}</b> / {shown}
        </span>
      </label>
    </li>
  );
}

/** How many neighbours of a branch are in the picture already. */
function shownIn(id: string, { relation, direction, kind }: Branch): number {
  const ends = [...relations.value.values()]
    .filter(({ type, from, to }) => type === relation && (direction === 'out' ? from : to) === id)
    .map(({ from, to }) => (direction === 'out' ? to : from))
    .filter((other) => shownIds.value.has(other) && nodes.value.get(other)?.kind === kind);
  return new Set(ends).size;
}
