/** Same name: where a person or an event is named, why these mentions are one, and the reader's word that they are not, or that others are. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DecideInput, Decision, IdentityAnswer, Mention } from '../../api/decide.ts';
import type { NodeBrief } from '../../api.ts';
import { addNodes, openNode, removeNodes } from '../actions.ts';
import { call, fields, getSubgraph } from '../http.ts';
import { useLoaded } from '../load.ts';
import { attempt, say } from '../notices.ts';
import { Icon } from '../parts/icon.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { writeAddress } from '../route.ts';
import { select } from '../selecting.ts';
import { learn, navigate, shownIds } from '../state.ts';
import { decideWords } from '../words/decide.ts';
import { signature } from './judgements.ts';

const getIdentity = (id: string): Promise<IdentityAnswer> => call('IdentityAnswer', `/api/identity?${fields({ id })}`);

export function SameName({
  node,
  aliases,
}: {
  readonly node: NodeBrief;
  readonly aliases: readonly string[];
}): JSX.Element {
  const round = useSignal(0);
  const loaded = useLoaded(() => getIdentity(node.id), `${node.id} ${round.value}`);
  return (
    <div class="same-name">
      {aliases.length > 0 && (
        <section class="fact-group">
          <h2>{decideWords().aliases}</h2>
          <p lang="zh-CN">
            <bdi>{aliases.join('、')}</bdi>
          </p>
        </section>
      )}
      <Await of={loaded}>
        {(answer) => (
          <Found
            node={node}
            answer={answer}
            again={() => {
              round.value++;
            }}
          />
        )}
      </Await>
    </div>
  );
}

interface FoundProps {
  readonly node: NodeBrief;
  readonly answer: IdentityAnswer;
  /** Asks once more: something was decided. */
  readonly again: () => void;
}

function Found({ node, answer: { mentions, total, decisions, namesakes }, again }: FoundProps): JSX.Element {
  const anchor = useSignal(mentions[0]?.ref ?? '');
  const busy = useSignal(false);
  if (mentions.length === 0) return <Empty>{decideWords().noMentions}</Empty>;
  const decide = (kind: DecideInput['kind'], b: string) => {
    busy.value = true;
    void attempt(async () => {
      const { entities } = await call('DecideAnswer', '/api/identity', { kind, a: anchor.value, b, ...signature() });
      await followIdentity(entities, node.id);
      say(kind === 'same' ? decideWords().nowSame : decideWords().nowDifferent);
      again();
    }).finally(() => {
      busy.value = false;
    });
  };
  return (
    <>
      {decisions.length > 0 && <Decisions node={node} decisions={decisions} again={again} />}
      <section class="fact-group">
        <h2>
          {decideWords().mentions} <span>{total}</span>
        </h2>
        <p class="hint">{mentions.length > 1 ? decideWords().mentionsHelp : decideWords().oneMention}</p>
        <ul class="mentions">
          {mentions.map((mention) => (
            <MentionRow
              key={mention.ref}
              mention={mention}
              isAnchor={mention.ref === anchor.value}
              isAlone={mentions.length === 1}
              disabled={busy.value}
              choose={() => {
                anchor.value = mention.ref;
              }}
              part={() => decide('different', mention.ref)}
            />
          ))}
        </ul>
        {mentions.length < total && <p class="hint">{decideWords().firstMentions(mentions.length, total)}</p>}
      </section>
      {namesakes.length > 0 && (
        <section class="fact-group">
          <h2>
            {decideWords().others} <span>{namesakes.length}</span>
          </h2>
          <ul class="mentions">
            {namesakes.map(({ id, name, note, mention }) => (
              <li key={id} class="mention">
                <div class="mention-head">
                  <button type="button" class="fact-name" onClick={() => void openNode(id)}>
                    <bdi>{name}</bdi>
                  </button>
                  <bdi class="hint grow">{note}</bdi>
                  <button type="button" class="button" disabled={busy.value} onClick={() => decide('same', mention)}>
                    {decideWords().same}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface MentionRowProps {
  readonly mention: Mention;
  readonly isAnchor: boolean;
  readonly isAlone: boolean;
  readonly disabled: boolean;
  readonly choose: () => void;
  readonly part: () => void;
}

function MentionRow({ mention, isAnchor, isAlone, disabled, choose, part }: MentionRowProps): JSX.Element {
  const { article, title, publication, publishedOn, words, reasons } = mention;
  const route = { page: 'article', id: article, passage: null, fact: null } as const;
  return (
    <li class="mention" aria-current={isAnchor && !isAlone ? 'true' : undefined}>
      <div class="mention-head">
        <a
          class="fact-name grow clip"
          href={writeAddress(route)}
          onClick={(event) => {
            event.preventDefault();
            navigate(route);
          }}
        >
          <bdi>{title ?? article}</bdi>
        </a>
        <bdi class="hint nowrap">{[publication, publishedOn].filter(Boolean).join(' ')}</bdi>
      </div>
      {words && (
        <p class="quote" lang="zh-CN">
          <bdi>…{words}…</bdi>
        </p>
      )}
      {reasons.map((reason) => (
        <p key={reason} class="hint">
          · <bdi>{reason}</bdi>
        </p>
      ))}
      {!isAlone && (
        <p class="mention-actions">
          {isAnchor ? (
            <span class="hint">{decideWords().anchor}</span>
          ) : (
            <>
              <button type="button" class="link" onClick={choose}>
                {decideWords().makeAnchor}
              </button>
              <button type="button" class="link" disabled={disabled} onClick={part}>
                {decideWords().different}
              </button>
            </>
          )}
        </p>
      )}
    </li>
  );
}

function Decisions({
  node,
  decisions,
  again,
}: Pick<FoundProps, 'node' | 'again'> & { readonly decisions: readonly Decision[] }): JSX.Element {
  return (
    <section class="fact-group">
      <h2>{decideWords().decisions}</h2>
      {decisions.map((decision) => (
        <p key={decision.id} class={`said ${decision.withdrawn ? 'flag-hide' : 'flag-confirm'}`}>
          <Icon name={decision.kind === 'same' ? 'check' : 'flag'} small />
          <span class="grow">
            <b>{decision.kind === 'same' ? decideWords().same : decideWords().different}</b>
            {decision.note && <bdi> “{decision.note}”</bdi>}
            <span class="hint">
              {' '}
              <bdi>{decision.by}</bdi> · {decision.at.slice(0, 'YYYY-MM-DD'.length)}
              {decision.withdrawn && ` · ${decideWords().withdrawn}`}
            </span>
          </span>
          {!decision.withdrawn && (
            <button
              type="button"
              class="link"
              onClick={() => {
                void attempt(async () => {
                  const { entities } = await call('DecideAnswer', '/api/identity/withdraw', {
                    id: decision.id,
                    ...signature(),
                  });
                  await followIdentity(entities, node.id);
                  say(decideWords().takenBack);
                  again();
                });
              }}
            >
              {decideWords().takeBack}
            </button>
          )}
        </p>
      ))}
    </section>
  );
}

/** Ids follow from whom a name means: those that are gone leave the canvas, and those that came take their place. */
async function followIdentity(now: readonly string[], selected: string): Promise<void> {
  const shown = [...shownIds.value];
  const { nodes, relations } = await getSubgraph([...new Set([...shown, ...now])]);
  learn({ nodes, relations });
  const known = new Set(nodes.map(({ id }) => id));
  const gone = shown.filter((id) => !known.has(id));
  const come = now.filter((id) => known.has(id) && !shownIds.value.has(id));
  if (come.length > 0) await addNodes(come);
  if (gone.length > 0) removeNodes(gone);
  if (!known.has(selected)) select(now.find((id) => known.has(id)) ?? null);
}
