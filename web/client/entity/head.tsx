/** The head of a page: name, what it is, and how much there is of it. */
import type { JSX } from 'preact';
import type { RelationType } from '../../../graph/model.ts';
import type { EntityHead } from '../../api/entity.ts';
import { dateOf, glyphOf } from '../kinds.ts';
import { Glyph } from '../parts/icon.tsx';
import { kindName, personWord, typeWord } from '../terms.ts';
import { entityWords } from '../words/entity.ts';
import { NodeLink } from './chip.tsx';
import { Names } from './names.tsx';

/** Figures by kind, in the order in which they stand; the number of events comes before them. */
const FIGURES: Readonly<Record<string, readonly RelationType[]>> = {
  Person: ['CHAIRED', 'SPOKE_AT', 'ATTENDED', 'REPORTED_BY', 'MENTIONS'],
  Place: ['PRESENTED_AT', 'LAUNCHED_IN', 'HOLDS', 'MENTIONS'],
  Organization: ['ORGANIZED', 'PRESENTED_AT', 'HOLDS', 'MENTIONS'],
  Event: ['REPORTED_IN', 'MENTIONS'],
};
/** Left out where there are none: few people are reporters. */
const ONLY_IF_ANY: readonly RelationType[] = ['REPORTED_BY', 'PRESENTED_AT'];
/** Left out of a page that is about something else: a reporter's. */
const OF_EVENTS: readonly RelationType[] = ['CHAIRED', 'SPOKE_AT', 'ATTENDED'];

export function Head({ head }: { readonly head: EntityHead }): JSX.Element {
  const { node, pinyin, dateBasis, toldApartBy, namesakes } = head;
  const words = entityWords();
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
      <Names head={head} />
      {namesakes.length > 0 && (
        <p class="entity-what">
          <span>{words.otherOfName}</span>
          {namesakes.map((other) => (
            <NodeLink key={other.id} node={{ ...other, name: other.id.slice('person/'.length) }} />
          ))}
        </p>
      )}
      <Figures head={head} />
    </header>
  );
}

/** Whether a person signs articles and has no part in any event. */
export function onlyWrites({ events, counts }: EntityHead): boolean {
  return events === 0 && counts.some(({ relation }) => relation === 'REPORTED_BY');
}

function whatItIs({ node, code }: EntityHead): string {
  if (node.kind === 'Person') return personWord(glyphOf(node));
  const type = node.type ? typeWord(node.type) : kindName(node.kind);
  return [type, node.kind === 'Event' ? dateOf(node) : null, code].filter(Boolean).join(' · ');
}

function Figures({ head }: { readonly head: EntityHead }): JSX.Element {
  const { node, events, counts } = head;
  const words = entityWords();
  const numbers = new Map(counts.map(({ relation, count }) => [relation, count]));
  const figures = (FIGURES[node.kind] ?? []).flatMap((relation) => {
    const count = numbers.get(relation) ?? 0;
    const isLeftOut = ONLY_IF_ANY.includes(relation) || (onlyWrites(head) && OF_EVENTS.includes(relation));
    return count === 0 && isLeftOut ? [] : [{ name: words.figure(relation), count }];
  });
  const all = node.kind === 'Event' || onlyWrites(head) ? figures : [{ name: words.events, count: events }, ...figures];
  return (
    <dl class="figures" aria-label={words.figures}>
      {all.map(({ name, count }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
