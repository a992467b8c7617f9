/** What is shown as a table, in step with the canvas: the same nodes and relations, the same selection. It is also the way in for screen readers. */
import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { useFolded } from '../decide/folded.tsx';
import { language } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { select, toggleSelected } from '../selecting.ts';
import { inSight, outside, scene, timeline, view } from '../state.ts';
import { selectionOf } from '../view.ts';
import { tableWords } from '../words/table.ts';
import { type NodeRow, nodeColumns, type RelationRow, relationColumns } from './columns.ts';
import { Grid } from './grid.tsx';
import { tableOpen } from './state.ts';
import '../styles/table.css';

const TABS = ['nodes', 'relations'] as const;

export function LinkedTable(): JSX.Element {
  const words = tableWords();
  const tab = useSignal<(typeof TABS)[number]>('nodes');
  const { nodes, relations } = scene.value;
  return (
    <section class="linked-table" aria-label={words.label}>
      <div class="table-head">
        <fieldset class="segments" aria-label={words.label}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={tab.value === name}
              onClick={() => {
                tab.value = name;
              }}
            >
              {words[name]} {name === 'nodes' ? nodes.length : relations.length}
            </button>
          ))}
        </fieldset>
        <span class="grow" />
        <button
          type="button"
          class="icon-button"
          aria-label={words.close}
          title={`${words.close} (T)`}
          onClick={() => {
            tableOpen.value = false;
          }}
        >
          <Icon name="close" small />
        </button>
      </div>
      {tab.value === 'nodes' ? <Nodes /> : <Relations />}
    </section>
  );
}

function Nodes(): JSX.Element {
  const rows = useComputed(() => {
    const counts = new Map<string, number>();
    for (const { from, to } of scene.value.relations)
      for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
    return scene.value.nodes.map(({ id, node }): NodeRow => ({ id, node, inPicture: counts.get(id) ?? 0 }));
  });
  const columns = useComputed(() => {
    void language.value;
    return nodeColumns();
  });
  const chosen = new Set(selectionOf(view.value));
  return (
    <Grid
      label={tableWords().nodes}
      rows={rows.value}
      columns={columns.value}
      isSelected={({ id }) => chosen.has(id)}
      isPale={({ id }) => outside.value.has(id)}
      select={({ id }, more) => {
        if (more) toggleSelected(id);
        else select(id);
        inSight.value = [id];
      }}
    />
  );
}

function Relations(): JSX.Element {
  const { listed, foot } = useFolded(scene.value.relations, keysOf);
  const rows = useMemo(() => {
    const names = new Map(scene.value.nodes.map(({ id, node }) => [id, node.name]));
    return listed.map(
      (relation): RelationRow => ({
        id: relation.key,
        relation,
        from: names.get(relation.from) ?? relation.from,
        to: names.get(relation.to) ?? relation.to,
      }),
    );
  }, [listed]);
  const columns = useComputed(() => {
    void language.value;
    return relationColumns(timeline.value);
  });
  const chosen = view.value.selected;
  return (
    <>
      {foot}
      <Grid
        label={tableWords().relations}
        rows={rows}
        columns={columns.value}
        isSelected={({ id }) => id === chosen}
        isPale={({ id }) => outside.value.has(id)}
        select={({ id, relation }) => {
          select(id);
          inSight.value = [relation.from, relation.to];
        }}
      />
    </>
  );
}

const keysOf = ({ key }: { readonly key: string }): readonly string[] => [key];
