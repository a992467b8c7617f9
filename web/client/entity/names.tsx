/** What else an entity is called. */
import type { JSX } from 'preact';
import type { EntityHead } from '../../api/entity.ts';
import { entityWords } from '../words/entity.ts';

export function Aliases({ head: { aliases } }: { readonly head: EntityHead }): JSX.Element | null {
  if (aliases.length === 0) return null;
  return (
    <span>
      {entityWords().aliases} <bdi lang="zh-CN">{aliases.join('、')}</bdi>
    </span>
  );
}
