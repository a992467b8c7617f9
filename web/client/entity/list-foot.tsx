/** Under a list that shows its first items: how many there are, and a button for more as long as the server gives more at once. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { entityWords } from '../words/entity.ts';
import { words } from '../words.ts';

interface ListFootProps {
  readonly listed: number;
  readonly total: number;
  /** How many are asked for. */
  readonly take: Signal<number>;
  /** Added by each press. */
  readonly step: number;
  /** As many as the server gives at once. */
  readonly most: number;
}

/** Nothing where all are listed. */
export function ListFoot({ listed, total, take, step, most }: ListFootProps): JSX.Element | null {
  if (listed >= total) return null;
  return (
    <div class="list-foot">
      <span>{words().firstShown(listed, total)}</span>
      {take.value < most && (
        <button
          type="button"
          class="button"
          onClick={() => {
            take.value = Math.min(most, take.value + step);
          }}
        >
          {entityWords().more}
        </button>
      )}
    </div>
  );
}
