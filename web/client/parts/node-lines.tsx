/** Nodes as lines: glyph, name that opens it, date or what tells it apart. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { NodeBrief } from '../../api.ts';
import { openNode } from '../actions.ts';
import { dateOf } from '../kinds.ts';
import { canvasWords } from '../words/canvas.ts';
import { NodeGlyph } from './icon.tsx';

/** Lines before a button adds as many: a thousand at once would hold up the picture beside them. */
const LINES = 50;

interface NodeLinesProps {
  readonly nodes: readonly NodeBrief[];
  /** How many before the button, and how many it adds. */
  readonly lines?: number;
  /** What stands at the end of a line. */
  readonly end?: (node: NodeBrief) => ComponentChildren;
}

export function NodeLines({ nodes, lines = LINES, end }: NodeLinesProps): JSX.Element {
  const limit = useSignal(lines);
  const left = nodes.length - limit.value;
  return (
    <ul>
      {nodes.slice(0, limit.value).map((node) => (
        <li key={node.id} class="fact-line">
          <NodeGlyph node={node} />
          <button type="button" class="fact-name" title={node.name} onClick={() => void openNode(node.id)}>
            <bdi>{node.name}</bdi>
          </button>
          <span class="fact-note clip grow">
            {node.kind === 'Event' || node.kind === 'Article' ? dateOf(node) : node.note}
          </span>
          {end?.(node)}
        </li>
      ))}
      {left > 0 && (
        <li>
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              limit.value += lines;
            }}
          >
            {canvasWords().linesMore(left)}
          </button>
        </li>
      )}
    </ul>
  );
}
