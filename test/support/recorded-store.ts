/** A store that notes every statement it is given, for tests of what a server makes of them. */
import type { GraphStore, Statement, Value } from '../../graph/store.ts';

export interface Recorded {
  readonly cypher: string;
  readonly params: Readonly<Record<string, Value>>;
}

/** The store, and its statements by their text: of equal ones the first. */
export function recordedStore(store: GraphStore): {
  readonly store: GraphStore;
  readonly statements: ReadonlyMap<string, Recorded>;
} {
  const statements = new Map<string, Recorded>();
  const note = (cypher: string, params: Recorded['params'] = {}): void => {
    if (!statements.has(cypher)) statements.set(cypher, { cypher, params });
  };
  const noteAll = (all: readonly Statement[]): void => {
    for (const { cypher, params } of all) note(cypher, params);
  };
  return {
    statements,
    store: {
      engine: store.engine,
      hasFullText: store.hasFullText,
      walksIndexes: store.walksIndexes,
      location: store.location,
      read: (statement, limits) => {
        noteAll([statement]);
        return store.read(statement, limits);
      },
      readTable: (cypher, params, limits) => {
        note(cypher, params);
        return store.readTable(cypher, params, limits);
      },
      stream: (statement) => {
        noteAll([statement]);
        return store.stream(statement);
      },
      write: (all) => {
        noteAll(all);
        return store.write(all);
      },
      update: (work) =>
        store.update((update) =>
          work({
            read: (statement) => {
              noteAll([statement]);
              return update.read(statement);
            },
            write: (all) => {
              noteAll(all);
              update.write(all);
            },
          }),
        ),
      explain: (cypher, params) => store.explain(cypher, params),
      close: () => store.close(),
    },
  };
}
