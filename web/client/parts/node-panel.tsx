/** The details of one node. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { NodeAnswer, NodeBrief } from '../../api.ts';
import { addNodes, removeNode } from '../actions.ts';
import { SameName } from '../decide/identity.tsx';
import { getNode } from '../http.ts';
import { dateOf } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { pageOf } from '../page-of.ts';
import { select } from '../selecting.ts';
import { expanding, shownIds } from '../state.ts';
import { kindName, typeWord } from '../terms.ts';
import { decideWords } from '../words/decide.ts';
import { words } from '../words.ts';
import { FactGroupView } from './facts.tsx';
import { Icon, NodeGlyph } from './icon.tsx';
import { RouteLink } from './link.tsx';
import { Await } from './states.tsx';

const TABS = ['facts', 'sameName'] as const;
/** Kept from node to node: whoever tells people apart goes on with those that a decision made. */
const tab = signal<(typeof TABS)[number]>('facts');

export function NodePanel({ node }: { readonly node: NodeBrief }): JSX.Element {
  const loaded = useLoaded(() => getNode(node.id), node.id);
  const properties = loaded.state === 'done' ? loaded.value.properties : {};
  // A place, body or program is what its name says.
  const canBeSame = node.kind === 'Person' || node.kind === 'Event';
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
        <h1 lang="zh-CN">
          <bdi>{node.name}</bdi>
        </h1>
        <Meta node={node} properties={properties} />
        <NodeActions node={node} />
      </div>
      {canBeSame && (
        <div class="panel-tabs" role="tablist">
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-controls="panel-body"
              aria-selected={tab.value === name}
              tabIndex={tab.value === name ? 0 : -1}
              onClick={() => {
                tab.value = name;
              }}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                tab.value = name === 'facts' ? 'sameName' : 'facts';
                event.preventDefault();
                document.getElementById(`tab-${tab.value}`)?.focus();
              }}
            >
              {name === 'facts' ? words().facts : decideWords().sameName}
            </button>
          ))}
        </div>
      )}
      <div class="panel-body" id="panel-body">
        {canBeSame && tab.value === 'sameName' ? (
          <SameName node={node} aliases={aliasesOf(node, properties)} />
        ) : (
          <Await of={loaded}>
            {({ groups }) =>
              groups.map((group) => (
                <FactGroupView key={`${node.id}${group.relation}${group.direction}`} group={group} of={node.id} />
              ))
            }
          </Await>
        )}
      </div>
    </>
  );
}

function NodeActions({ node }: { readonly node: NodeBrief }): JSX.Element {
  const shown = shownIds.value.has(node.id);
  const page = pageOf(node.id);
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
      <RouteLink to={page} class="button">
        {pageWord(node.kind)}
      </RouteLink>
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

function pageWord(kind: NodeBrief['kind']): string {
  if (kind === 'Article') return words().openArticle;
  return kind === 'Program' ? words().openSpread : words().openPage;
}

/** The few properties worth reading; the rest is in the graph for queries. */
function Meta({
  node,
  properties,
}: {
  readonly node: NodeBrief;
  readonly properties: NodeAnswer['properties'];
}): JSX.Element | null {
  const { path, code, dateText, publication, issue } = properties;
  const others = aliasesOf(node, properties);
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

function aliasesOf({ name }: NodeBrief, { aliases }: NodeAnswer['properties']): readonly string[] {
  return Array.isArray(aliases) ? aliases.map(String).filter((alias) => alias !== name) : [];
}
