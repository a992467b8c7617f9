/** What a text says of a program at a place, as a shape: never as a colour. */
import type { JSX } from 'preact';
import type { SpreadStage } from '../../api/spread.ts';

/** Around the origin, on a square of 16 units. Those that are lines are not filled. */
const SHAPES: Readonly<Record<SpreadStage, { readonly path: string; readonly line: boolean }>> = {
  origin: { path: 'M0-7.2 7.2 0 0 7.2-7.2 0zM0-2.1a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2z', line: false },
  practised: { path: 'M0-5.4a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 0-5.4z', line: false },
  planned: { path: 'M0-4.6a4.6 4.6 0 1 0 0 9.2A4.6 4.6 0 0 0 0-4.6z', line: true },
  presented: { path: 'M0-5 5.4 4.4H-5.4z', line: true },
  learned: { path: 'M-5.6 0H5M1.2-4 5.4 0 1.2 4', line: true },
};

interface MarkProps {
  readonly mark: SpreadStage;
  readonly x?: number;
  readonly y?: number;
}

/** The mark within a drawing, its centre at `x` and `y`. */
export function MarkShape({ mark, x = 0, y = 0 }: MarkProps): JSX.Element {
  const { path, line } = SHAPES[mark];
  return <path class={line ? 'stage-line' : 'stage-fill'} d={path} transform={`translate(${x} ${y})`} />;
}

/** The mark among words. It says nothing to a screen reader: the word beside it does. */
export function StageMark({ mark }: Pick<MarkProps, 'mark'>): JSX.Element {
  return (
    <svg class="stage-mark" viewBox="-8 -8 16 16" aria-hidden="true">
      <MarkShape mark={mark} />
    </svg>
  );
}
