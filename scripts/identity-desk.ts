/** Decisions on who is who, for the server: what `npm run decide` does, behind the server's interface. */
import { articleOfRef, type Decision, decisionsAbout } from '../graph/decisions.ts';
import type { GraphStore } from '../graph/store.ts';
import { decide, withdraw } from '../ingest/decide.ts';
import { meaningOf, mentionsOf } from '../ingest/entity-mentions.ts';
import type { IdentityDesk } from '../web/server/identity-desk.ts';

export function openIdentityDesk(store: GraphStore): IdentityDesk {
  return {
    async mentions(id) {
      return (await mentionsOf(store, id)).map((mention) => ({ ...mention, article: articleOfRef(mention.ref) }));
    },
    async decisions(mentions) {
      const known = new Set(mentions);
      const articles = [...new Set(mentions.map(articleOfRef))];
      return (await decisionsAbout(store, articles)).filter(({ a, b }) => known.has(a) || known.has(b)).sort(byTime);
    },
    decide: async (given) => (await decide(store, given)).decision,
    withdraw: async (id, withdrawn) => (await withdraw(store, id, withdrawn)).decision,
    meaningOf: (mention) => meaningOf(store, mention),
  };
}

/** The newest first. */
const byTime = (one: Decision, other: Decision): number => (one.at > other.at ? -1 : one.at < other.at ? 1 : 0);
