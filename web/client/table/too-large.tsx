/** A picture of more nodes than the canvas draws: all of them as a table, and each of them alone. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { MAX_SHOWN } from '../../api/limits.ts';
import type { NodeBrief } from '../../api.ts';
import { getSubgraph } from '../http.ts';
import { language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Await } from '../parts/states.tsx';
import { commit, view } from '../state.ts';
import { EMPTY_VIEW } from '../view.ts';
import { canvasWords } from '../words/canvas.ts';
import { tableWords } from '../words/table.ts';
import { words } from '../words.ts';
import { nodeColumns } from './columns.ts';
import { Grid } from './grid.tsx';
import '../styles/table.css';

export function TooLarge(): JSX.Element {
  const ids = view.value.nodes.map(({ id }) => id);
  const loaded = useLoaded(() => briefsOf(ids), ids.join('\n'));
  // A single node is related to nothing in the picture, and what it is related to in a part of it would mislead.
  const columns = useMemo(() => nodeColumns().filter(({ key }) => key !== 'inPicture'), [language.value]);
  return (
    <section class="canvas too-large" aria-label={tableWords().label}>
      <div class="too-large-head" role="status">
        <b>{canvasWords().tooLarge(ids.length, MAX_SHOWN)}</b>
        <p>{canvasWords().tooLargeHelp}</p>
      </div>
      <div class="linked-table">
        <Await of={loaded}>
          {(nodes) => (
            <>
              {nodes.length < ids.length && <p class="hint">{words().missing(ids.length - nodes.length)}</p>}
              <Grid
                label={tableWords().nodes}
                rows={nodes.map((node) => ({ id: node.id, node, inPicture: 0 }))}
                columns={columns}
                isSelected={() => false}
                isPale={() => false}
                select={({ id }) =>
                  commit({ ...EMPTY_VIEW, nodes: [{ id, x: 0, y: 0 }], selected: id }, tableWords().table)
                }
              />
            </>
          )}
        </Await>
      </div>
    </section>
  );
}

/** The server answers for as many as a picture may hold at a time. */
async function briefsOf(ids: readonly string[]): Promise<readonly NodeBrief[]> {
  const found: NodeBrief[] = [];
  for (let at = 0; at < ids.length; at += MAX_SHOWN)
    found.push(...(await getSubgraph(ids.slice(at, at + MAX_SHOWN))).nodes);
  return found;
}
