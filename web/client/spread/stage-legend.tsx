/** What the shapes mean. */
import type { JSX } from 'preact';
import { SpreadStage } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { StageMark } from './stage-mark.tsx';

export function StageLegend(): JSX.Element {
  const { stage, silent, uncovered } = spreadWords();
  return (
    <ul class="stage-legend">
      {SpreadStage.options.map((mark) => (
        <li key={mark}>
          <StageMark mark={mark} />
          {stage[mark]}
        </li>
      ))}
      <li>
        <i class="swatch silent" />
        {silent}
      </li>
      <li>
        <i class="swatch uncovered" />
        {uncovered}
      </li>
    </ul>
  );
}
