import '../../support/browser-storage.ts';
import { describe, expect, it } from 'vitest';
import { queriesFor } from '../../../web/client/queries/offered.ts';
import { writeAddress } from '../../../web/client/route.ts';
import { queriesOfPage } from '../../support/saved-queries.ts';

const queries = queriesOfPage();

describe('the queries offered for a node', () => {
  it('are those for its kind, with the node in the first blank for that kind', () => {
    const offered = queriesFor(queries, { id: 'program/全科网格', kind: 'Program' });
    expect(offered.map(({ query }) => query.id)).toContain('program-spread');
    expect(offered.map(({ query }) => query.id)).not.toContain('posts-of-person');
    const spread = offered.find(({ query }) => query.id === 'program-spread');
    expect(decodeURIComponent(writeAddress(spread?.route as never))).toBe(
      '/query/program-spread?p.program=program/全科网格',
    );
  });

  it('are there for every kind that a saved query names', () => {
    for (const query of queries) {
      for (const kind of query.for) {
        const ids = queriesFor(queries, { id: 'x', kind }).map((offered) => offered.query.id);
        expect(ids, `${query.id} needs a parameter for ${kind}`).toContain(query.id);
      }
    }
  });
});
