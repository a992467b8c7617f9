/** The cumulative curve of a program over those that were reported on. */
import type { JSX } from 'preact';
import type { Spread } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { Card } from './card.tsx';
import { Curve } from './curve.tsx';
import { coveredLine, curveScale, curveText, programLine } from './curve-view.ts';

export function CurveCard({
  spread,
  now,
}: {
  readonly spread: Spread;
  readonly now: number | null;
}): JSX.Element | null {
  const scale = curveScale(spread.periods);
  if (scale === null) return null;
  const w = spreadWords();
  const lines = [coveredLine(spread.curve), programLine(spread, 'main')];
  const { declared, undated } = spread.totals;
  return (
    <Card name="curve" title={w.curve} hint={w.curveHint}>
      <Curve
        label={w.curveLabel(curveText(lines))}
        lines={lines}
        all={declared > 0 ? { count: declared, name: w.all } : null}
        scale={scale}
        now={now}
      />
      {undated > 0 && <p class="hint">{w.undatedOf(undated)}</p>}
    </Card>
  );
}
