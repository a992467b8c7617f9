/** What people decided on who is who: kept beside the graph, never deleted, and in force until it is withdrawn. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ZhituError } from './errors.ts';
import { type KeptRecord, keptBy } from './kept.ts';
import type { Properties } from './model.ts';
import type { Reader } from './store.ts';

export interface Decision {
  readonly id: string;
  /** Whether two mentions are one person or event, or are not. */
  readonly kind: 'same' | 'different';
  /**
   * The mentions, `<articleId>!<local id>` (`ingest/identity/types.ts`), the smaller first. They name what an article prints and not what
   * became of it, so that a decision holds when pages are replaced, removed or brought back.
   */
  readonly a: string;
  readonly b: string;
  /** Who decided. */
  readonly by: string;
  /** When, ISO. */
  readonly at: string;
  readonly note: string | null;
  readonly withdrawn: { readonly by: string; readonly at: string } | null;
}

const Stored = z.object({
  kind: z.enum(['same', 'different']),
  a: z.string(),
  b: z.string(),
  by: z.string(),
  at: z.string(),
  note: z.string().optional(),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.string().optional(),
});

const REF = /^article\/[^!]+!.+$/u;
const PREFIX = 'decision/';
const ID_DIGITS = 16;

/** @throws ZhituError `bad-input` for what names no mention, and for one mention twice */
export function newDecision(given: Pick<Decision, 'kind' | 'a' | 'b' | 'by' | 'at' | 'note'>): Decision {
  const [a, b] = [given.a, given.b].sort() as [string, string];
  for (const ref of [a, b])
    if (!REF.test(ref))
      throw new ZhituError('bad-input', `expected a mention such as article/0123456789abcdef!person/王伟, saw ${ref}`, {
        ref,
      });
  if (a === b) throw new ZhituError('bad-input', `expected two mentions, saw one twice: ${a}`, { ref: a });
  const content = JSON.stringify([given.kind, a, b, given.by, given.at]);
  const id = `${PREFIX}${createHash('sha256').update(content).digest('hex').slice(0, ID_DIGITS)}`;
  return { ...given, id, a, b, withdrawn: null };
}

/** A decision as it is kept, with the articles that its mentions are in, by which it is found. */
export function decisionRecord({ id, note, withdrawn, ...properties }: Decision): KeptRecord {
  const more: Properties = {
    ...(note === null ? {} : { note }),
    ...(withdrawn === null ? {} : { withdrawnBy: withdrawn.by, withdrawnAt: withdrawn.at }),
  };
  const articles = { articleA: articleOfRef(properties.a), articleB: articleOfRef(properties.b) };
  return { label: 'Decision', id, properties: { ...properties, ...articles, ...more } };
}

/** The article that a mention is in. */
export function articleOfRef(ref: string): string {
  return ref.slice(0, ref.indexOf('!'));
}

/** The decisions on mentions in these articles, sorted by id; those that were withdrawn are marked so. */
export async function decisionsAbout(store: Reader, articles: readonly string[]): Promise<readonly Decision[]> {
  const records = await Promise.all([
    keptBy(store, 'Decision', 'articleA', articles),
    keptBy(store, 'Decision', 'articleB', articles),
  ]);
  const found = new Map(
    records.flat().map(({ id, properties }) => [id, decisionOf(id, Stored.parse(properties))] as const),
  );
  return [...found.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** All decisions, sorted by id; those that were withdrawn are marked so. */
export async function decisionsIn(store: Reader): Promise<readonly Decision[]> {
  const rows = await store.read({
    cypher: 'MATCH (d:Decision) WHERE d.id STARTS WITH $prefix RETURN d.id AS id, properties(d) AS properties',
    params: { prefix: PREFIX },
    row: z.object({ id: z.string(), properties: Stored }),
  });
  return rows.map(({ id, properties }) => decisionOf(id, properties)).sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** @throws ZhituError `not-found` */
export async function decisionById(store: Reader, id: string): Promise<Decision> {
  const [record] = await keptBy(store, 'Decision', 'id', [id]);
  if (!record)
    throw new ZhituError('not-found', `no decision has the id ${id}: list them to see which there are`, { id });
  return decisionOf(id, Stored.parse(record.properties));
}

function decisionOf(id: string, { note, withdrawnBy, withdrawnAt, ...given }: z.infer<typeof Stored>): Decision {
  const withdrawn = withdrawnAt === undefined ? null : { by: withdrawnBy ?? '', at: withdrawnAt };
  return { ...given, id, note: note ?? null, withdrawn };
}
