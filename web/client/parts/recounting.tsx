/** Says of numbers that the graph has changed since they were counted, and asks again until they are new. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CountState } from '../../api/counted.ts';
import '../styles/recounting.css';
import { recountingWords } from '../words/recounting.ts';

/** A count of a large graph takes some seconds. */
const AGAIN_MS = 3_000;

interface RecountingProps {
  /** Of the last answer. */
  readonly of: CountState;
  /** Asks for the numbers once more. */
  readonly again: () => void;
}

export function Recounting({ of, again }: RecountingProps): JSX.Element | null {
  useEffect(() => {
    if (of.isCurrent) return;
    const timer = setTimeout(again, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [of]);
  if (of.isCurrent) return null;
  return (
    <p class="recounting" role="status">
      {recountingWords().recounting(of.articles)}
    </p>
  );
}
