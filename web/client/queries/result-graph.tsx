/** An answer as a picture: its nodes, and what relates them. The table lists the same. */
import type { JSX } from 'preact';
import type { QueryResult } from '../../api/queries.ts';
import { getSubgraph } from '../http.ts';
import { colourOf, glyphOf, labelOf } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { pageOf } from '../page-of.ts';
import { Await, Empty } from '../parts/states.tsx';
import { writeAddress } from '../route.ts';
import { navigate } from '../state.ts';
import { relationWord } from '../terms.ts';
import { queryWords } from '../words/queries.ts';
import { MAX_DRAWN, nodesToShow, pictureOf, type ResultPicture } from './result-layout.ts';

/** Radius of a node, and from its rim to its name and from line to line. */
const [RADIUS, BELOW, LINE] = [11, 16, 15] as const;

export function ResultGraph({ result }: { readonly result: QueryResult }): JSX.Element {
  const nodes = nodesToShow(result.nodes);
  const ids = nodes.slice(0, MAX_DRAWN).map(({ id }) => id);
  const loaded = useLoaded(() => getSubgraph(ids), ids.join(' '));
  if (nodes.length === 0) return <Empty>{queryWords().noPicture}</Empty>;
  return <Await of={loaded}>{({ relations }) => <Picture of={pictureOf(nodes, relations)} />}</Await>;
}

function Picture({ of: { nodes, edges, width, height, left } }: { readonly of: ResultPicture }): JSX.Element {
  const places = new Map(nodes.map((one) => [one.node.id, one]));
  return (
    <div class="result-graph">
      {left > 0 && <p class="hint">{queryWords().notDrawn(nodes.length, left)}</p>}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={queryWords().picture(nodes.length, edges.length)}
      >
        {edges.map(({ from, to, types }) => {
          const [a, b] = [places.get(from), places.get(to)];
          if (!a || !b) return null;
          return (
            <g key={`${from} ${to}`}>
              <line class="edge" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
              <text class="edge-word" x={(a.x + b.x) / 2} y={(a.y + b.y) / 2 - 3}>
                {types.map((type) => relationWord(type, 'edge')).join('、')}
              </text>
            </g>
          );
        })}
        {nodes.map(({ node, x, y }) => {
          const to = pageOf(node.id);
          return (
            <a
              key={node.id}
              href={writeAddress(to)}
              onClick={(event) => {
                event.preventDefault();
                navigate(to);
              }}
            >
              <title>{node.name}</title>
              <circle class={`dot-${colourOf(glyphOf(node))}`} cx={x} cy={y} r={RADIUS} />
              {labelOf(node.name)
                .split('\n')
                .map((line, index) => (
                  <text key={line} class="node-name" x={x} y={y + RADIUS + BELOW + index * LINE} lang="zh-CN">
                    {line}
                  </text>
                ))}
            </a>
          );
        })}
      </svg>
    </div>
  );
}
