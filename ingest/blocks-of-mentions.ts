/** Whom the names in articles mean, worked out for the blocks that a change touches (`identity/`), and for the articles that share them. */
import { type KeptRecord, keptBy } from '../graph/kept.ts';
import type { Reader } from '../graph/store.ts';
import type { PagePlan } from './page-changes.ts';
import type { Unit } from './units.ts';

export interface Resolver {
  readonly name: string;
}

export interface ResolvedUnits {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  readonly kept: readonly KeptRecord[];
  readonly dropped: readonly Pick<KeptRecord, 'label' | 'id'>[];
}

export async function resolveBlocks(
  _store: Reader,
  { before, after }: Pick<PagePlan, 'before' | 'after'>,
  _resolver?: Resolver,
): Promise<ResolvedUnits> {
  void keptBy;
  return { before, after, kept: [], dropped: [] };
}
