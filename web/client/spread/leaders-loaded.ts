/** Loads who leads and who follows: the first pairs, more when a reader asks for them, and the one that the address names. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Matrix } from '../../api/spread.ts';
import type { Leaders } from '../../api/spread-compare.ts';
import { type Loaded, useLoaded } from '../load.ts';
import { getLeaders } from './calls.ts';
import { useKept } from './kept.ts';
import { pairIn } from './overview-table.ts';

/** Pairs that come with the page, and with each further request: of townships there may be thousands. */
const FIRST_PAIRS = 50;
const MORE_PAIRS = 500;
/** As many as the server gives at once. */
const MOST_PAIRS = 10_000;

interface LeadersLoaded {
  /** What came last stays while more is on its way. */
  readonly loaded: Loaded<Leaders>;
  readonly morePairs: () => void;
}

/** @param cell what the address opens */
export function useLeaders({ level, counted }: Matrix, cell: string | undefined): LeadersLoaded {
  const take = useSignal(FIRST_PAIRS);
  // A pair that can be clicked is there already; only the address of a whole page may name one beyond them.
  const asked = useRef(pairIn(cell)).current;
  const loaded = useLoaded(
    () => getLeaders(level, take.value, asked),
    `${level} ${counted.articles} ${counted.isCurrent} ${take.value}`,
  );
  const { value } = useKept(loaded);
  return {
    loaded: loaded.state === 'loading' && value?.level === level ? { state: 'done', value } : loaded,
    morePairs: () => {
      take.value = Math.min(MOST_PAIRS, take.value + MORE_PAIRS);
    },
  };
}
