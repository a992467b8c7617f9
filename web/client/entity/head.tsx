/** The head of a page: name, what it is, and how much there is of it. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { EntityHead } from '../../api/entity.ts';
import { dateOf, glyphOf } from '../kinds.ts';
import { Glyph } from '../parts/icon.tsx';
import { kindName, personWord, typeWord } from '../terms.ts';
import { entityWords } from '../words/entity.ts';
import { NodeLink } from './chip.tsx';
import { Figures } from './figure-list.tsx';
import { Names } from './names.tsx';

export function Head({ head }: { readonly head: EntityHead }): JSX.Element {
  const { node, pinyin, dateBasis, toldApartBy, namesakes } = head;
  const words = entityWords();
  const namesOpen = useSignal(false);
  return (
    <header class="entity-head">
      <div class="entity-title">
        <Glyph name={glyphOf(node)} />
        <h1 lang="zh-CN">
          <bdi>{node.name}</bdi>
        </h1>
        {pinyin && node.kind !== 'Event' && (
          <span class="soft" lang="zh-Latn">
            {pinyin}
          </span>
        )}
      </div>
      <p class="entity-what">
        <span>{whatItIs(head)}</span>
        {(node.kind === 'Person' || node.kind === 'Place') && node.note && <span lang="zh-CN">{node.note}</span>}
        {node.dateText && <span lang="zh-CN">{words.words(node.dateText)}</span>}
        {dateBasis && <span>{words.basis(dateBasis)}</span>}
        {toldApartBy && <span>{words.toldApart(toldApartBy)}</span>}
      </p>
      <Names head={head} open={namesOpen} />
      {namesakes.length > 0 && (
        <p class="entity-what">
          <span>{words.otherOfName}</span>
          {namesakes.map((other) => (
            <NodeLink key={other.id} node={{ ...other, name: other.id.slice('person/'.length) }} />
          ))}
        </p>
      )}
      <Figures head={head} namesOpen={namesOpen} />
    </header>
  );
}

function whatItIs({ node, code }: EntityHead): string {
  if (node.kind === 'Person') return personWord(glyphOf(node));
  const type = node.type ? typeWord(node.type) : kindName(node.kind);
  return [type, node.kind === 'Event' ? dateOf(node) : null, code].filter(Boolean).join(' · ');
}
