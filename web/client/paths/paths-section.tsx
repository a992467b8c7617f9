/** All paths between two selected nodes; every step opens the sentences that state it. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { PathsAnswer } from '../../api/paths.ts';
import type { NodeBrief, RelationBrief } from '../../api.ts';
import { openNode } from '../actions.ts';
import { dateOf } from '../kinds.ts';
import { punctuation } from '../language.ts';
import { useLoaded } from '../load.ts';
import { NodeGlyph } from '../parts/icon.tsx';
import { Await } from '../parts/states.tsx';
import { pathWords } from '../words/paths.ts';
import { getPaths } from './load.ts';
import { putPaths } from './put.ts';
import { StepEvidence } from './step-evidence.tsx';

type Path = PathsAnswer['paths'][number];

interface Known {
  readonly nodes: ReadonlyMap<string, NodeBrief>;
  readonly relations: ReadonlyMap<string, RelationBrief>;
}

export function PathsSection({ one, other }: { readonly one: NodeBrief; readonly other: NodeBrief }): JSX.Element {
  const order = useSignal<'shortest' | 'time'>('shortest');
  const hubs = useSignal(false);
  const swapped = useSignal(false);
  const [from, to] = swapped.value ? [other, one] : [one, other];
  const question = { from: from.id, to: to.id, order: order.value, hubs: hubs.value };
  const loaded = useLoaded(() => getPaths(question), JSON.stringify(question));
  return (
    <section class="fact-group paths">
      <h2>{pathWords().paths}</h2>
      <div class="path-tools">
        <fieldset class="path-order" aria-label={pathWords().paths}>
          {(['shortest', 'time'] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={order.value === name}
              onClick={() => {
                order.value = name;
              }}
            >
              {name === 'shortest' ? pathWords().shortest : pathWords().inTime}
            </button>
          ))}
        </fieldset>
        {order.value === 'time' && (
          <button
            type="button"
            class="button"
            onClick={() => {
              swapped.value = !swapped.value;
            }}
          >
            {pathWords().swap}
          </button>
        )}
        <label class="path-hubs">
          <input
            type="checkbox"
            checked={hubs.value}
            onChange={(event) => {
              hubs.value = event.currentTarget.checked;
            }}
          />
          {pathWords().hubs}
        </label>
      </div>
      {order.value === 'time' && <p class="hint">{pathWords().inTimeHint(from.name, to.name)}</p>}
      <Await of={loaded}>{(answer) => <Found answer={answer} inTime={order.value === 'time'} />}</Await>
    </section>
  );
}

function Found({ answer, inTime }: { readonly answer: PathsAnswer; readonly inTime: boolean }): JSX.Element {
  const { paths, total, complete } = answer;
  const known: Known = {
    nodes: new Map(answer.nodes.map((node) => [node.id, node])),
    relations: new Map(answer.relations.map((relation) => [relation.key, relation])),
  };
  const steps = paths[0]?.steps.length ?? 0;
  return (
    <>
      <p class="path-count" role="status">
        {paths.length === 0
          ? inTime
            ? pathWords().noneInTime
            : pathWords().none
          : inTime
            ? pathWords().foundInTime(total, !complete)
            : pathWords().found(total, steps)}
        {!inTime && !complete && ` ${pathWords().cut}`}
        {paths.length < total && `${punctuation().comma}${pathWords().listed(paths.length, total)}`}
      </p>
      {paths.length > 1 && (
        <button
          type="button"
          class="button"
          onClick={() =>
            void putPaths(
              paths.map((path) => path.nodes),
              answer.relations,
            )
          }
        >
          {pathWords().putAll(paths.length)}
        </button>
      )}
      <ol class="path-list">
        {paths.map((path) => (
          <PathCard key={path.nodes.join('\n')} path={path} known={known} />
        ))}
      </ol>
    </>
  );
}

function PathCard({ path, known }: { readonly path: Path; readonly known: Known }): JSX.Element {
  const by = path.steps.flatMap(({ relations }) => relations.flatMap((key) => known.relations.get(key) ?? []));
  return (
    <li class="path">
      <ol>
        {path.nodes.map((id, index) => (
          <li key={id}>
            {index > 0 && <StepEvidence keys={path.steps[index - 1]?.relations ?? []} known={known} />}
            <PathNode node={known.nodes.get(id)} />
          </li>
        ))}
      </ol>
      <button type="button" class="link" onClick={() => void putPaths([path.nodes], by)}>
        {pathWords().put}
      </button>
    </li>
  );
}

function PathNode({ node }: { readonly node: NodeBrief | undefined }): JSX.Element | null {
  if (!node) return null;
  return (
    <div class="fact-line">
      <NodeGlyph node={node} />
      <button type="button" class="fact-name" title={node.name} onClick={() => void openNode(node.id)}>
        <bdi>{node.name}</bdi>
      </button>
      <span class="fact-note clip grow">{node.date ? dateOf(node) : node.note}</span>
    </div>
  );
}
