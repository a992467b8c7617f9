/** Under a fact: what readers hold of it, and the reader's own word. The fact itself stays. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { JudgeInput, Judgement, WrongReason } from '../../api/decide.ts';
import { MAX_LINE, WRONG_REASONS } from '../../api/limits.ts';
import { attempt, say } from '../notices.ts';
import { Icon } from '../parts/icon.tsx';
import { noteDeed } from '../state.ts';
import { decideWords } from '../words/decide.ts';
import { askAbout, author, judgementsOf, sayOf, setAuthor, takeBack, verdictOf } from './judgements.ts';

/** A flag or a tick, where a reader has judged the fact. */
export function FactFlag({ relation }: { readonly relation: string }): JSX.Element | null {
  useEffect(() => askAbout([relation]), [relation]);
  const verdict = verdictOf(relation);
  if (!verdict) return null;
  return (
    <span class={`flag flag-${verdict}`}>
      <Icon name={verdict === 'confirm' ? 'check' : verdict === 'hide' ? 'eyeOff' : 'flag'} small />
      {decideWords().verdicts[verdict]}
    </span>
  );
}

interface JudgeFactProps {
  readonly relation: string;
  /** Whether the question what is wrong stands open at once. */
  readonly open?: boolean;
}

export function JudgeFact({ relation, open = false }: JudgeFactProps): JSX.Element {
  const form = useSignal(open);
  useEffect(() => askAbout([relation]), [relation]);
  const said = judgementsOf(relation);
  const keep = async (judgement: Omit<JudgeInput, 'relation' | 'by'>): Promise<void> => {
    await attempt(async () => {
      let kept = await sayOf(relation, judgement);
      form.value = false;
      noteDeed(decideWords().stepName, {
        back: () => kept && takeBack(kept),
        again: async () => {
          kept = await sayOf(relation, judgement);
        },
      });
      say(decideWords().kept(decideWords().verdicts[judgement.verdict]), true);
    });
  };
  return (
    <div class="judge">
      {said.map((judgement) => (
        <Said key={judgement.id} judgement={judgement} />
      ))}
      <div class="judge-buttons">
        <button type="button" class="button" onClick={() => void keep({ verdict: 'confirm' })}>
          <Icon name="check" small />
          {decideWords().confirm}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={form.value}
          onClick={() => {
            form.value = !form.value;
          }}
        >
          <Icon name="flag" small />
          {decideWords().wrong}
        </button>
      </div>
      {form.value && <WrongForm keep={keep} />}
    </div>
  );
}

/** Day and minute: seconds tell a reader nothing. */
const MINUTES = 'YYYY-MM-DDTHH:MM'.length;

function Said({ judgement }: { readonly judgement: Judgement }): JSX.Element {
  const { verdict, reason, note, by, at } = judgement;
  return (
    <p class={`said flag-${verdict}`}>
      <Icon name={verdict === 'confirm' ? 'check' : verdict === 'hide' ? 'eyeOff' : 'flag'} small />
      <span class="grow">
        <b>{[decideWords().verdicts[verdict], reason && decideWords().reasons[reason]].filter(Boolean).join(' · ')}</b>
        {note && <bdi> “{note}”</bdi>}
        <span class="hint">
          {' '}
          <bdi>{by}</bdi> · {at.slice(0, MINUTES).replace('T', ' ')}
        </span>
      </span>
      <button
        type="button"
        class="link"
        onClick={() => {
          void attempt(async () => {
            await takeBack(judgement);
            say(decideWords().takenBack);
          });
        }}
      >
        {decideWords().takeBack}
      </button>
    </p>
  );
}

interface WrongFormProps {
  readonly keep: (judgement: Omit<JudgeInput, 'relation' | 'by'>) => Promise<void>;
}

function WrongForm({ keep }: WrongFormProps): JSX.Element {
  const reason = useSignal<WrongReason | null>(null);
  const note = useSignal('');
  const missing = useSignal(false);
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const said = () => ({
    ...(reason.value && { reason: reason.value }),
    ...(note.value.trim() && { note: note.value }),
  });
  return (
    <form
      ref={form}
      class="wrong"
      onSubmit={(event) => {
        event.preventDefault();
        missing.value = reason.value === null;
        if (!missing.value) void keep({ verdict: 'dispute', ...said() });
      }}
    >
      <fieldset class="reasons">
        <legend class="visually-hidden">{decideWords().whichReason}</legend>
        {WRONG_REASONS.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={reason.value === option}
              onChange={() => {
                reason.value = option;
                missing.value = false;
              }}
            />
            <span>{decideWords().reasons[option]}</span>
          </label>
        ))}
      </fieldset>
      <div class="wrong-line">
        <input
          type="text"
          class="field grow"
          maxLength={MAX_LINE}
          placeholder={decideWords().note}
          aria-label={decideWords().note}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button ink">
          {decideWords().keep}
        </button>
      </div>
      <div class="wrong-line">
        <label class="signed">
          {decideWords().author}
          <input
            type="text"
            class="field"
            maxLength={60}
            value={author.value}
            onInput={(event) => setAuthor(event.currentTarget.value)}
          />
        </label>
        <span class="grow" />
        <button type="button" class="link" onClick={() => void keep({ verdict: 'hide', ...said() })}>
          {decideWords().hide}
        </button>
      </div>
      <p class="fault" role="status">
        {missing.value ? decideWords().pickReason : ''}
      </p>
    </form>
  );
}
