/** A node by name, leading to its page. */
import type { JSX } from 'preact';
import type { NamedNode } from '../../api/entity.ts';
import { glyphOf } from '../kinds.ts';
import { pageOf } from '../page-of.ts';
import { Glyph } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import '../styles/chip.css';

interface NodeLinkProps {
  readonly node: Pick<NamedNode, 'id' | 'kind' | 'labels' | 'name'>;
  /** Said behind the name: a role, a post. */
  readonly note?: string;
  readonly class?: string;
}

export function NodeLink({ node, note, class: name = 'chip' }: NodeLinkProps): JSX.Element {
  return (
    <RouteLink to={pageOf(node.id)} class={name} title={node.name}>
      <Glyph name={glyphOf(node)} small />
      <bdi lang="zh-CN">{node.name}</bdi>
      {note && <span class="hint">{note}</span>}
    </RouteLink>
  );
}
