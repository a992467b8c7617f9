/** The details of one node. */
import type { JSX } from 'preact';
import type { NodeAnswer, NodeBrief } from '../../api.ts';
import { addNodes, removeNode, select } from '../actions.ts';
import { getNode } from '../http.ts';
import { dateOf } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { pageOf } from '../page-of.ts';
import { writeAddress } from '../route.ts';
import { expanding, navigate, shownIds } from '../state.ts';
import { kindName, typeWord } from '../terms.ts';
import { words } from '../words.ts';
import { FactGroupView } from './facts.tsx';
import { Icon, NodeGlyph } from './icon.tsx';
import { Await } from './states.tsx';

export function NodePanel({ node }: { readonly node: NodeBrief }): JSX.Element {
  const loaded = useLoaded(() => getNode(node.id), node.id);
  const properties = loaded.state === 'done' ? loaded.value.properties : {};
  return (
    <>
      <div class="panel-head">
        <div class="panel-kind">
          <NodeGlyph node={node} />
          {[kindName(node.kind), node.type ? typeWord(node.type) : null].filter(Boolean).join(' · ')}
          <span class="grow" />
          <button type="button" class="icon-button tiny" aria-label={words().closeDetails} onClick={() => select(null)}>
            <Icon name="close" small />
          </button>
        </div>
        <h1 lang="zh-CN">{node.name}</h1>
        <Meta node={node} properties={properties} />
        <NodeActions node={node} />
      </div>
      <div class="panel-body">
        <Await of={loaded}>
          {({ groups }) =>
            groups.map((group) => <FactGroupView key={`${node.id}${group.relation}${group.direction}`} group={group} />)
          }
        </Await>
      </div>
    </>
  );
}

function NodeActions({ node }: { readonly node: NodeBrief }): JSX.Element {
  const shown = shownIds.value.has(node.id);
  const page = node.kind === 'Article' || node.kind === 'Program' ? pageOf(node.id) : null;
  return (
    <div class="actions">
      {shown ? (
        <button
          type="button"
          class="button ink"
          onClick={() => {
            expanding.value = node.id;
          }}
        >
          <Icon name="expand" small />
          {words().expand}
          <kbd>E</kbd>
        </button>
      ) : (
        <button type="button" class="button ink" onClick={() => void addNodes([node.id])}>
          <Icon name="plus" small />
          {words().addToGraph}
        </button>
      )}
      {page && (
        <a
          class="button"
          href={writeAddress(page)}
          onClick={(event) => {
            event.preventDefault();
            navigate(page);
          }}
        >
          {node.kind === 'Article' ? words().openArticle : words().openSpread}
        </a>
      )}
      {shown && (
        <button type="button" class="button" onClick={() => removeNode(node.id)}>
          <Icon name="minus" small />
          {words().remove}
          <kbd>⌫</kbd>
        </button>
      )}
    </div>
  );
}

/** The few properties worth reading; the rest is in the graph for queries. */
function Meta({
  node,
  properties,
}: {
  readonly node: NodeBrief;
  readonly properties: NodeAnswer['properties'];
}): JSX.Element | null {
  const { aliases, path, code, dateText, publication, issue } = properties;
  const others = Array.isArray(aliases) ? aliases.map(String).filter((alias) => alias !== node.name) : [];
  const rows: [string, string][] = [
    [words().belongsTo, typeof path === 'string' && path.includes('/') ? path.split('/').slice(0, -1).join(' › ') : ''],
    [node.kind === 'Article' ? words().printed : words().happened, node.date ? dateOf(node) : ''],
    [
      words().paper,
      typeof publication === 'string'
        ? [publication, typeof issue === 'number' ? words().issue(issue) : ''].join(' ')
        : '',
    ],
    [words().post, node.kind === 'Person' ? (node.note ?? '') : ''],
    [words().aliases, others.slice(0, 6).join('、')],
    [words().code, code === undefined ? '' : String(code)],
  ];
  const said = rows.filter(([, value]) => value !== '');
  if (said.length === 0) return null;
  return (
    <dl class="meta">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {name === words().happened && typeof dateText === 'string' && <span class="hint"> “{dateText}”</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
