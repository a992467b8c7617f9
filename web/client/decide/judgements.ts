/** What readers hold of the facts on this page: asked for once a fact, and kept in step with what the reader says. */
import { signal } from '@preact/signals';
import type { JudgeInput, Judgement, Verdict } from '../../api/decide.ts';
import { MAX_ASKED } from '../../api/limits.ts';
import { call, Failure } from '../http.ts';

/** In force, by the key of the relation; a fact that nobody has judged has an empty list. */
export const judgements = signal<ReadonlyMap<string, readonly Judgement[]>>(new Map());

/** Who signs on this browser; empty where the server's user does. */
const SIGNED = 'zhitu.author';
export const author = signal(localStorage.getItem(SIGNED) ?? '');

export function setAuthor(name: string): void {
  author.value = name;
  localStorage.setItem(SIGNED, name);
}

const asked = new Set<string>();
let waiting: string[] = [];

/** Has the judgements of these facts loaded, if they are not yet. Facts drawn together are asked for together. */
export function askAbout(relations: readonly string[]): void {
  const fresh = relations.filter((relation) => !asked.has(relation));
  if (fresh.length === 0) return;
  for (const relation of fresh) asked.add(relation);
  if (waiting.length === 0) queueMicrotask(() => void askWaiting());
  waiting.push(...fresh);
}

async function load(relations: string[]): Promise<void> {
  learn(relations, (await call('Judgements', '/api/judgements/about', { relations })).judgements);
}

async function askWaiting(): Promise<void> {
  const relations = waiting;
  waiting = [];
  for (let at = 0; at < relations.length; at += MAX_ASKED) {
    const part = relations.slice(at, at + MAX_ASKED);
    try {
      await load(part);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // A flag that does not come is asked for again with the next fact; what is read stays readable.
      for (const relation of part) asked.delete(relation);
    }
  }
}

/**
 * Those of the facts that readers hid.
 * @throws Failure
 */
export async function hiddenAmong(relations: readonly string[]): Promise<ReadonlySet<string>> {
  const unknown = relations.filter((relation) => !judgements.peek().has(relation));
  for (let at = 0; at < unknown.length; at += MAX_ASKED) await load(unknown.slice(at, at + MAX_ASKED));
  return new Set(relations.filter((relation) => verdictOf(relation) === 'hide'));
}

/** Keeps what the reader says of a fact. @returns it, as it is kept @throws Failure */
export async function sayOf(relation: string, said: Omit<JudgeInput, 'relation' | 'by'>): Promise<Judgement | null> {
  const given = { ...said, relation, ...signature() };
  const { judgements: found } = await call('Judgements', '/api/judgements', given);
  learn([relation], found);
  return found.findLast(({ withdrawn }) => withdrawn === null) ?? null;
}

/** @throws Failure */
export async function takeBack({ id, relation }: Judgement): Promise<void> {
  learn([relation], (await call('Judgements', '/api/judgements/withdraw', { id, ...signature() })).judgements);
}

export const judgementsOf = (relation: string): readonly Judgement[] => judgements.value.get(relation) ?? [];

/** What is shown of a fact on which readers may differ: a doubt outweighs, since a reader should see it; null for none. */
export function verdictOf(relation: string): Verdict | null {
  const verdicts = new Set(judgementsOf(relation).map(({ verdict }) => verdict));
  return (['hide', 'dispute', 'confirm'] as const).find((verdict) => verdicts.has(verdict)) ?? null;
}

/** Who signs, as requests name it. */
export const signature = (): { readonly by?: string } =>
  author.value.trim() === '' ? {} : { by: author.value.trim() };

function learn(relations: readonly string[], found: readonly Judgement[]): void {
  const next = new Map(judgements.value);
  for (const relation of relations)
    next.set(
      relation,
      found.filter((judgement) => judgement.relation === relation && judgement.withdrawn === null),
    );
  judgements.value = next;
}
