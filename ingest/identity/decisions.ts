/** What people decided, as pairs of the mention units of one block. */
import type { IdentityDecision, MentionRef } from './types.ts';

export interface Rulings {
  /** Refs that some decision speaks of. */
  readonly refs: ReadonlySet<MentionRef>;
  readonly same: readonly (readonly [MentionRef, MentionRef])[];
  readonly different: readonly (readonly [MentionRef, MentionRef])[];
}

/** The decisions on mentions of `refs`, sorted and without repeats, so that their order never shows. */
export function rulingsOn(refs: ReadonlySet<MentionRef>, decisions: readonly IdentityDecision[]): Rulings {
  const pairs = (kind: IdentityDecision['kind']) => {
    const own = decisions.filter((one) => one.kind === kind && refs.has(one.a) && refs.has(one.b) && one.a !== one.b);
    const texts = own.map(({ a, b }) => JSON.stringify(a < b ? [a, b] : [b, a]));
    return [...new Set(texts)].sort().map((text) => JSON.parse(text) as [MentionRef, MentionRef]);
  };
  const [same, different] = [pairs('same'), pairs('different')];
  return { same, different, refs: new Set([...same, ...different].flat()) };
}
