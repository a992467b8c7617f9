/** One event in a list: when, what, in which role, where, about what, with whom, and the sentence that says so. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { EventRow, NamedNode } from '../../api/entity.ts';
import { FactFlag } from '../decide/judge-fact.tsx';
import { dateOf } from '../kinds.ts';
import { punctuation } from '../language.ts';
import { pageOf } from '../page-of.ts';
import { Glyph } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import { QuoteView } from '../parts/quote.tsx';
import { relationWord, typeWord } from '../terms.ts';
import { entityWords } from '../words/entity.ts';
import { words } from '../words.ts';
import { NodeLink } from './chip.tsx';
import { Sentences } from './sentences.tsx';
import { Unfold } from './unfold.tsx';

/** Chips in a row before "+n". */
const CHIPS = 6;

export function EventItem({ row, self }: { readonly row: EventRow; readonly self: string }): JSX.Element {
  const { node, parts, places, programs, people, company, articles } = row;
  const open = useSignal(false);
  const first = parts.find(({ quote }) => quote !== null);
  const sentences = parts.reduce((sum, { evidence }) => sum + evidence, 0);
  const rest = sentences - (first ? 1 : 0);
  // On the page of a place every event is held there: only what is more is said.
  const said = parts.filter(({ role }) => role !== 'HELD_IN');
  const others = people.map((person) => ({
    ...person,
    note: person.roles.map((role) => relationWord(role, 'edge')).join(punctuation().list),
  }));
  return (
    <li class="event-item">
      <When row={row} />
      <div class="event-body">
        <div class="event-name">
          <Glyph name="event" />
          <h3 lang="zh-CN">
            <RouteLink to={pageOf(node.id)}>
              <bdi>{node.name}</bdi>
            </RouteLink>
          </h3>
          {node.type && <span class="hint nowrap">{typeWord(node.type)}</span>}
          <span class="grow" />
          {parts.map(({ key }) => (
            <FactFlag key={key} relation={key} />
          ))}
          {said.map(({ role, key }) => (
            <span key={key} class={role === 'CHAIRED' ? 'tag ink' : 'tag'}>
              {relationWord(role, 'edge')}
            </span>
          ))}
        </div>
        <Chips nodes={[...places.filter(({ id }) => id !== self), ...programs]} others={others} company={company} />
        {first?.quote && !open.value && <QuoteView quote={first.quote} fact={first.key} />}
        {open.value && <Sentences keys={parts.map(({ key }) => key)} />}
        {(rest > 0 || articles.length > 1) && (
          <p class="event-more">
            {rest > 0 && <Unfold open={open} label={words().otherSentences(rest)} />}
            {articles.length > 1 && (
              <RouteLink to={pageOf(node.id)} class="link">
                {entityWords().otherReports(articles.length - 1)}
              </RouteLink>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

function When({ row: { node, dateBasis } }: { readonly row: EventRow }): JSX.Element {
  const said = dateOf(node);
  return (
    <div class="event-when">
      {node.date === null ? <b>{entityWords().undated}</b> : <b>{said}</b>}
      {node.dateText && (
        <span lang="zh-CN" title={dateBasis === null ? undefined : entityWords().basis(dateBasis)}>
          {entityWords().words(node.dateText)}
        </span>
      )}
    </div>
  );
}

interface ChipsProps {
  readonly nodes: readonly NamedNode[];
  readonly others: readonly (NamedNode & { readonly note: string })[];
  /** How many other people there are, of whom only some are named. */
  readonly company: number;
}

function Chips({ nodes, others, company }: ChipsProps): JSX.Element | null {
  const all = useSignal(false);
  if (nodes.length === 0 && company === 0) return null;
  const shown = all.value ? nodes : nodes.slice(0, CHIPS);
  const people = all.value ? others : others.slice(0, Math.max(1, CHIPS - shown.length));
  const hidden = nodes.length - shown.length + (others.length - people.length);
  return (
    <div class="chips">
      {shown.map((node) => (
        <NodeLink key={node.id} node={node} />
      ))}
      {people.map((node) => (
        <NodeLink key={node.id} node={node} note={node.note} />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          class="chip chip-more"
          title={words().firstShown(shown.length + people.length, nodes.length + others.length)}
          onClick={() => {
            all.value = true;
          }}
        >
          {entityWords().otherThings(hidden)}
        </button>
      )}
      {hidden === 0 && company > others.length && (
        <span class="hint">{entityWords().otherPeople(company - others.length)}</span>
      )}
    </div>
  );
}
