/** Walk the graph: legend, canvas, details. */
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { MAX_SHOWN } from '../../api/limits.ts';
import { loadOverview, loadView } from '../actions.ts';
import { MANY_EDGES } from '../canvas-style.ts';
import { useLoaded } from '../load.ts';
import { EdgePanel } from '../parts/edge-panel.tsx';
import { GraphView, loadCanvas } from '../parts/graph-view.tsx';
import { GroupPanel } from '../parts/group-panel.tsx';
import { Icon } from '../parts/icon.tsx';
import { lazyPage } from '../parts/lazy.tsx';
import { Legend, RelationLegend } from '../parts/legend.tsx';
import { NodePanel } from '../parts/node-panel.tsx';
import { QueryButton } from '../parts/query-button.tsx';
import { SelectionPanel } from '../parts/selection-panel.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { ShownList } from '../parts/shown-list.tsx';
import { Start } from '../parts/start.tsx';
import { isGroupId } from '../picture/groups.ts';
import { queryList } from '../queries/list.ts';
import { useSeen } from '../seen.ts';
import { nodes, railOpen, scene, view } from '../state.ts';
import { SavedViewList } from '../views/saved-list.tsx';
import { words } from '../words.ts';

const TooLarge = lazyPage('table', async () => (await import('../table/too-large.tsx')).TooLarge);

/** The start page is drawn by then, and nobody has found anything to put on the canvas yet. */
const START_MS = 1000;

export function Explore(): JSX.Element {
  const shown = view.value.nodes;
  const tooLarge = shown.length > MAX_SHOWN;
  // What stands below the legend, and what all of the graph has, is asked for when a large picture has been seen.
  const isSeen = useSeen(scene.peek().relations.length > MANY_EDGES);
  useLayoutEffect(() => {
    if (isSeen) void loadOverview();
  }, [isSeen, shown.length === 0]);
  useLayoutEffect(() => {
    void loadView();
    // Whoever has no network then is told when the canvas is wanted.
    const timer = setTimeout(() => void loadCanvas().catch(() => undefined), shown.length === 0 ? START_MS : 0);
    return () => clearTimeout(timer);
  }, [shown.length === 0]);
  return (
    <main class={`explore${view.value.selected === null ? '' : ' with-details'}`}>
      <nav class={railOpen.value ? 'rail open' : 'rail'} aria-label={words().legend}>
        {railOpen.value && <RailClose />}
        <Legend />
        <RelationLegend />
        {isSeen && <SavedViewList />}
        {isSeen && <QueryList />}
      </nav>
      {shown.length === 0 ? <Start /> : tooLarge ? <TooLarge /> : <GraphView />}
      {shown.length > 0 && !tooLarge && <Details />}
    </main>
  );
}

/** The way out of a rail that lies over the canvas; the focus comes here, since what opened it is a menu that is gone. */
function RailClose(): JSX.Element {
  return (
    <button
      ref={(button) => button?.focus()}
      type="button"
      class="rail-close"
      onClick={() => {
        railOpen.value = false;
      }}
    >
      <Icon name="close" small />
      {words().close}
    </button>
  );
}

function Details(): JSX.Element {
  const { selected, also } = view.value;
  const node = selected === null ? undefined : nodes.value.get(selected);
  return (
    <Sheet open={selected !== null} label={words().details}>
      {selected === null ? (
        <ShownList />
      ) : also.length > 0 ? (
        <SelectionPanel />
      ) : isGroupId(selected) ? (
        <GroupPanel id={selected} />
      ) : node ? (
        <NodePanel key={node.id} node={node} />
      ) : selected.includes('|') ? (
        <EdgePanel key={selected} relationKey={selected} />
      ) : (
        <p class="state">{words().loading}…</p>
      )}
    </Sheet>
  );
}

function QueryList(): JSX.Element | null {
  const loaded = useLoaded(queryList, 'queries');
  if (loaded.state !== 'done' || loaded.value.queries.length === 0) return null;
  return (
    <section>
      <div class="head">
        <h2>{words().savedQueries}</h2>
      </div>
      <ul class="rows">
        {loaded.value.queries.map((query) => (
          <li key={query.id}>
            <QueryButton query={query} />
          </li>
        ))}
      </ul>
    </section>
  );
}
