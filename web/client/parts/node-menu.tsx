/** What can be done with a node of the canvas: by right click, double click, E, or a long press. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { NodeBrief } from '../../api.ts';
import { removeNode } from '../actions.ts';
import { collapse, collapsed } from '../expansion.ts';
import { toggleFocus, togglePinned } from '../marks.ts';
import { NodeQueries } from '../queries/node-queries.tsx';
import { type Route, writeAddress } from '../route.ts';
import { pairWith } from '../selecting.ts';
import { expanding, navigate, view } from '../state.ts';
import { canvasWords } from '../words/canvas.ts';
import { expansionWords } from '../words/expansion.ts';
import { pathWords } from '../words/paths.ts';
import { queryWords } from '../words/queries.ts';
import { words } from '../words.ts';
import { ExpandForm } from './expand-menu.tsx';
import { Icon, NodeGlyph } from './icon.tsx';

/** `at` is where the menu's corner goes, in pixels of the canvas. */
export function NodeMenu({
  node,
  at,
}: {
  readonly node: NodeBrief;
  readonly at: { readonly x: number; readonly y: number };
}): JSX.Element {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <div
      class="menu floating"
      role="dialog"
      aria-label={canvasWords().menuLabel(node.name)}
      style={{ '--menu-x': `${at.x}px`, '--menu-y': `${at.y}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="menu-head">
        <NodeGlyph node={node} />
        <b class="clip">
          <bdi>{node.name}</bdi>
        </b>
        <span class="grow" />
        <span class="hint">{expansionWords().expandHead}</span>
        <button type="button" class="icon-button tiny" aria-label={words().close} onClick={close}>
          <Icon name="close" small />
        </button>
      </div>
      <ExpandForm key={node.id} id={node.id} />
      <Actions node={node} />
      <details class="menu-queries">
        <summary>{queryWords().askAbout(node.name)}</summary>
        <NodeQueries node={node} onOpen={close} />
      </details>
    </div>
  );
}

function close(): void {
  expanding.value = null;
}

function Actions({ node: { id, kind } }: { readonly node: NodeBrief }): JSX.Element {
  const pinned = view.value.nodes.find((node) => node.id === id)?.pinned ?? false;
  const isFocus = view.value.focus?.id === id;
  const bringing = collapsed(id).length;
  const page = pageOf(id, kind);
  const act = (run: () => void) => () => {
    close();
    run();
  };
  return (
    <div class="menu-actions">
      <Action
        label={isFocus ? canvasWords().unfocus : canvasWords().focus}
        shortcut="F"
        run={act(() => toggleFocus(id))}
      />
      <Action
        label={pinned ? canvasWords().unpin : canvasWords().pin}
        shortcut="P"
        run={act(() => togglePinned([id]))}
      />
      {bringing > 0 && <Action label={canvasWords().collapseCount(bringing)} run={() => collapse(id)} />}
      <Action label={pathWords().paths} run={act(() => pairWith(id))} />
      <a
        class="button"
        href={writeAddress(page)}
        onClick={(event) => {
          event.preventDefault();
          navigate(page);
        }}
      >
        {canvasWords().openPage}
      </a>
      <Action label={words().remove} shortcut="⌫" run={() => removeNode(id)} />
    </div>
  );
}

function Action({
  label,
  shortcut,
  run,
}: {
  readonly label: string;
  readonly shortcut?: string;
  readonly run: () => void;
}): JSX.Element {
  return (
    <button type="button" class="button" onClick={run}>
      {label}
      {shortcut && <kbd>{shortcut}</kbd>}
    </button>
  );
}

/** The page that is about a node. */
function pageOf(id: string, kind: NodeBrief['kind']): Route {
  if (kind === 'Article') return { page: 'article', id, passage: null, fact: null };
  if (kind === 'Program') return { page: 'program', id, fields: {} };
  return { page: 'entity', id, fields: {} };
}
