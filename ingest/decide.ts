/** Decisions of people on who is who: made or withdrawn, and the graph brought in line with them, in one transaction. */
import { type Decision, decisionById, newDecision } from '../graph/decisions.ts';
import type { GraphStore } from '../graph/store.ts';
import { type ChangeReport, changePages } from './change-pages.ts';
import { fileExists } from './files.ts';
import { NO_CHANGES } from './page-changes.ts';
import { CORPUS_RESOLVER, type Resolver } from './resolver.ts';

export interface DecisionReport extends Pick<ChangeReport, 'written'> {
  readonly decision: Decision;
}

/**
 * Keeps a decision on two mentions and works out anew whom they mean.
 * @throws ZhituError `bad-input` for what names no mention. A mention that no page has now is allowed: its page may come back.
 */
export async function decide(
  store: GraphStore,
  given: Pick<Decision, 'kind' | 'a' | 'b' | 'by' | 'at' | 'note'>,
  resolver: Resolver = CORPUS_RESOLVER,
): Promise<DecisionReport> {
  return apply(store, newDecision(given), resolver);
}

/**
 * Withdraws a decision: it is kept, with who withdrew it and when, and no longer counts.
 * @throws ZhituError `not-found`
 */
export async function withdraw(
  store: GraphStore,
  id: string,
  withdrawn: { readonly by: string; readonly at: string },
  resolver: Resolver = CORPUS_RESOLVER,
): Promise<DecisionReport> {
  const decision = await decisionById(store, id);
  return apply(store, decision.withdrawn ? decision : { ...decision, withdrawn }, resolver);
}

async function apply(store: GraphStore, decision: Decision, resolver: Resolver): Promise<DecisionReport> {
  const changes = { ...NO_CHANGES, decisions: [decision] };
  const { written } = await changePages(store, changes, { resolver, exists: fileExists });
  return { decision, written };
}
