/** What is on the canvas, as a list: the way in for readers who cannot see or point at the drawing. */
import type { JSX } from 'preact';
import { GLYPH_NAMES, glyphOf } from '../kinds.ts';
import { useSeen } from '../seen.ts';
import { scene } from '../state.ts';
import { glyphWord } from '../terms.ts';
import { words } from '../words.ts';
import { NodeLines } from './node-lines.tsx';

/** Eight kinds of a large picture are more than a screen of lines even so, and the picture waits for all of them. */
const LINES_A_KIND = 20;
/** More than a screen of lines: those below come when the picture has been seen. */
const FIRST_LINES = 40;

export function ShownList(): JSX.Element {
  const isSeen = useSeen(true);
  let lines = 0;
  const groups = GLYPH_NAMES.map((glyph) => ({
    glyph,
    shown: scene.value.nodes.filter(({ node }) => glyphOf(node) === glyph),
  }))
    .filter(({ shown }) => shown.length > 0)
    .filter(({ shown }) => {
      const isAtOnce = isSeen || lines < FIRST_LINES;
      lines += Math.min(LINES_A_KIND, shown.length);
      return isAtOnce;
    });
  return (
    <div class="panel-body">
      <p class="hint shown-hint">{words().selectHint}</p>
      {groups.map(({ glyph, shown }) => (
        <section key={glyph} class="fact-group">
          <h2>
            {glyphWord(glyph)} <span>{shown.length}</span>
          </h2>
          <NodeLines nodes={shown.map(({ node }) => node)} lines={LINES_A_KIND} />
        </section>
      ))}
    </div>
  );
}
