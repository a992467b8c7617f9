/** What people hold of facts: kept beside the graph, so that it outlives every page; never deleted, and in force until it is withdrawn. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ZhituError } from './errors.ts';
import { type KeptRecord, keepStatements, keptBy } from './kept.ts';
import { relationEvidence } from './relation-evidence.ts';
import type { GraphStore, Reader } from './store.ts';

/** - `dispute`: it is flagged; `hide`: it is folded away as well. The fact stays in the graph, since the papers do print it. */
export const Verdict = z.enum(['confirm', 'dispute', 'hide']);
export type Verdict = z.infer<typeof Verdict>;

/** What is wrong with a disputed fact: it is none, one of its ends, how they are related, the stage of a program, the time. */
export const WrongReason = z.enum(['no-fact', 'ends', 'relation', 'stage', 'time']);
export type WrongReason = z.infer<typeof WrongReason>;

export interface Judgement {
  readonly id: string;
  /** Key of the relation, which comes from content: the same after every rebuild. */
  readonly relation: string;
  readonly verdict: Verdict;
  readonly reason: WrongReason | null;
  readonly note: string | null;
  readonly by: string;
  /** When, ISO. */
  readonly at: string;
  /** What the reader had before the eyes, so that it can be told when the fact is no longer there. */
  readonly evidence: readonly string[];
  readonly fromName: string;
  readonly toName: string;
  readonly withdrawn: { readonly by: string; readonly at: string } | null;
}

/** What a reader says. */
export type NewJudgement = Pick<Judgement, 'relation' | 'verdict' | 'reason' | 'note' | 'by' | 'at'>;

const Stored = z.object({
  relation: z.string(),
  verdict: Verdict,
  reason: WrongReason.optional(),
  note: z.string().optional(),
  by: z.string(),
  at: z.string(),
  evidence: z.array(z.string()).default([]),
  fromName: z.string(),
  toName: z.string(),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.string().optional(),
});

const PREFIX = 'judgement/';
const ID_DIGITS = 16;
/** Sentences that a judgement remembers: enough to find the place again. */
const KEPT_SENTENCES = 20;

/**
 * Keeps what a reader holds of a fact; what the same reader held of it before is withdrawn.
 * @returns all judgements of the fact
 * @throws ZhituError `not-found` where no relation has that key
 */
export async function judge(store: GraphStore, given: NewJudgement): Promise<readonly Judgement[]> {
  const { sentences, from, to } = await relationEvidence(store, given.relation);
  const content = JSON.stringify([given.relation, given.verdict, given.reason, given.note, given.by, given.at]);
  const made: Judgement = {
    ...given,
    id: `${PREFIX}${createHash('sha256').update(content).digest('hex').slice(0, ID_DIGITS)}`,
    evidence: sentences.slice(0, KEPT_SENTENCES).map(({ ref }) => ref),
    fromName: from.name,
    toName: to.name,
    withdrawn: null,
  };
  await store.update(async (update) => {
    const mine = (await judgementsOn(update, [given.relation])).filter(
      ({ id, by, withdrawn }) => by === given.by && withdrawn === null && id !== made.id,
    );
    const withdrawn = { by: given.by, at: given.at };
    update.write(keepStatements([...mine.map((old) => ({ ...old, withdrawn })), made].map(judgementRecord)));
  });
  return judgementsOn(store, [given.relation]);
}

/**
 * Withdraws a judgement: it is kept, with who withdrew it and when, and no longer counts.
 * @returns all judgements of the fact
 * @throws ZhituError `not-found`
 */
export async function withdrawJudgement(
  store: GraphStore,
  id: string,
  withdrawn: { readonly by: string; readonly at: string },
): Promise<readonly Judgement[]> {
  const relation = await store.update(async (update) => {
    const [record] = await keptBy(update, 'Judgement', 'id', [id]);
    if (!record)
      throw new ZhituError('not-found', `no judgement has the id ${JSON.stringify(id)}: take one from its fact`, {
        id,
      });
    const judgement = judgementOf(record);
    if (!judgement.withdrawn) update.write(keepStatements([judgementRecord({ ...judgement, withdrawn })]));
    return judgement.relation;
  });
  return judgementsOn(store, [relation]);
}

/** The judgements of these relations, the oldest first; those that were withdrawn are marked so. */
export async function judgementsOn(store: Reader, relations: readonly string[]): Promise<readonly Judgement[]> {
  return (await keptBy(store, 'Judgement', 'relation', relations)).map(judgementOf).sort(byTime);
}

/** The keys of all relations that a judgement in force is on: people judge far fewer than papers state. */
export async function judgedRelations(store: Reader): Promise<ReadonlySet<string>> {
  const rows = await store.read({
    cypher:
      'MATCH (j:Judgement) WHERE j.id STARTS WITH $prefix AND j.withdrawnAt IS NULL RETURN DISTINCT j.relation AS relation',
    params: { prefix: PREFIX },
    row: z.object({ relation: z.string() }),
  });
  return new Set(rows.map(({ relation }) => relation));
}

/** The judgements of one kind that are in force, the newest first; at most `limit`. */
export async function judgementsInForce(
  store: Reader,
  verdict: Verdict,
  limit: number,
): Promise<{ readonly total: number; readonly judgements: readonly Judgement[] }> {
  const inForce = (await keptBy(store, 'Judgement', 'verdict', [verdict]))
    .map(judgementOf)
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((one, other) => byTime(other, one));
  return { total: inForce.length, judgements: inForce.slice(0, limit) };
}

/** The keys of all relations that a reader hid and nobody took that back. */
export async function hiddenRelations(store: Reader): Promise<ReadonlySet<string>> {
  const { judgements } = await judgementsInForce(store, 'hide', Number.POSITIVE_INFINITY);
  return new Set(judgements.map(({ relation }) => relation));
}

function judgementRecord({ id, reason, note, withdrawn, evidence, ...properties }: Judgement): KeptRecord {
  return {
    label: 'Judgement',
    id,
    properties: {
      ...properties,
      ...(evidence.length === 0 ? {} : { evidence: [...evidence] }),
      ...(reason === null ? {} : { reason }),
      ...(note === null ? {} : { note }),
      ...(withdrawn === null ? {} : { withdrawnBy: withdrawn.by, withdrawnAt: withdrawn.at }),
    },
  };
}

function judgementOf({ id, properties }: KeptRecord): Judgement {
  const { reason, note, withdrawnBy, withdrawnAt, ...stored } = Stored.parse(properties);
  const withdrawn = withdrawnAt === undefined ? null : { by: withdrawnBy ?? '', at: withdrawnAt };
  return { ...stored, id, reason: reason ?? null, note: note ?? null, withdrawn };
}

function byTime(one: Judgement, other: Judgement): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
