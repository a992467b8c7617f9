/** What is on the canvas, as a list: the way in for readers who cannot see or point at the drawing. */
import type { JSX } from 'preact';
import { openNode } from '../actions.ts';
import { dateOf, GLYPH_NAMES, glyphOf } from '../kinds.ts';
import { scene } from '../state.ts';
import { glyphWord } from '../terms.ts';
import { words } from '../words.ts';
import { NodeGlyph } from './icon.tsx';

export function ShownList(): JSX.Element {
  const groups = GLYPH_NAMES.map((glyph) => ({
    glyph,
    shown: scene.value.nodes.filter(({ node }) => glyphOf(node) === glyph),
  })).filter(({ shown }) => shown.length > 0);
  return (
    <div class="panel-body">
      <p class="hint shown-hint">{words().selectHint}</p>
      {groups.map(({ glyph, shown }) => (
        <section key={glyph} class="fact-group">
          <h2>
            {glyphWord(glyph)} <span>{shown.length}</span>
          </h2>
          <ul>
            {shown.map(({ node }) => (
              <li key={node.id} class="fact-line">
                <NodeGlyph node={node} />
                <button type="button" class="fact-name" title={node.name} onClick={() => void openNode(node.id)}>
                  {node.name}
                </button>
                <span class="fact-note clip grow">
                  {node.kind === 'Event' || node.kind === 'Article' ? dateOf(node) : node.note}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
