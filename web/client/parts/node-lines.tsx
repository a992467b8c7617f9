/** Nodes as lines: glyph, name that opens it, date or what tells it apart. */
import type { ComponentChildren, JSX } from 'preact';
import type { NodeBrief } from '../../api.ts';
import { openNode } from '../actions.ts';
import { dateOf } from '../kinds.ts';
import { NodeGlyph } from './icon.tsx';

interface NodeLinesProps {
  readonly nodes: readonly NodeBrief[];
  /** What stands at the end of a line. */
  readonly end?: (node: NodeBrief) => ComponentChildren;
}

export function NodeLines({ nodes, end }: NodeLinesProps): JSX.Element {
  return (
    <ul>
      {nodes.map((node) => (
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
    </ul>
  );
}
