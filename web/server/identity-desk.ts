/** What the server needs in order to let readers decide who is who; `scripts/` gives it. */
import type { Decision, Mention } from '../api/decide.ts';
import type { Sent } from './wire.ts';

export interface IdentityDesk {
  /** The mentions that were taken for a person or an event, by day; none for an id that nothing has. */
  mentions(id: string): Promise<readonly Sent<Mention>[]>;
  /** Decisions on these mentions, the withdrawn ones too. */
  decisions(mentions: readonly string[]): Promise<readonly Sent<Decision>[]>;
  /** @throws ZhituError `bad-input` for what names no mention */
  decide(given: Pick<Decision, 'kind' | 'a' | 'b' | 'by' | 'at' | 'note'>): Promise<Sent<Decision>>;
  /** @throws ZhituError `not-found` */
  withdraw(id: string, withdrawn: { readonly by: string; readonly at: string }): Promise<Sent<Decision>>;
  /** Whom a mention means now: the id of a node, or null where no page has the mention. */
  meaningOf(mention: string): Promise<string | null>;
}
