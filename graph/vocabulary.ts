/** What the graph's own Cypher is made of: labels, relation types, properties and functions, for an editor to offer. */
import { ENTITY_LABEL, RELATIONS, type RelationType, SUB_LABELS } from './model.ts';
import { PROCEDURES } from './read-only/refusal.ts';
import { NodeKind } from './shapes.ts';

export interface Vocabulary {
  readonly labels: readonly string[];
  readonly relations: readonly {
    readonly type: RelationType;
    readonly from: readonly NodeKind[];
    readonly to: readonly NodeKind[];
  }[];
  /** Each with the kinds and relation types that have it. */
  readonly properties: readonly { readonly name: string; readonly of: readonly string[] }[];
  /** Functions that both engines have. */
  readonly functions: readonly string[];
  readonly procedures: readonly string[];
}

const OF_ALL = ['id', 'name', 'aliases', 'pinyin', 'initials', 'search'];
const DATED = ['dateFrom', 'dateTo', 'datePrecision', 'dateBasis', 'dateText'];
/** As the comments of `model.ts` say. */
const OF_KIND: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  Article:
    'title subtitle kind publication issue publishedOn publishedPrecision publishedBasis file sha256 text page pageNumber jumpTo jumpFrom url'.split(
      ' ',
    ),
  Place: ['path', 'level', 'code'],
  Event: ['type', ...DATED],
};
const STATED = ['key', 'evidence', 'rules', 'confidences', 'confidence'];
const OF_RELATION: Readonly<Partial<Record<RelationType, readonly string[]>>> = {
  HOLDS: ['title', 'acting', 'former', 'observedFrom', 'observedTo'],
  LAUNCHED_IN: ['stage', 'dates', ...DATED],
  LEARNED_FROM: ['program'],
  REPORTED_BY: ['role'],
  MENTIONS: ['spans', 'reasons'],
};

const FUNCTIONS =
  'abs all allShortestPaths any avg ceil coalesce collect count date datetime duration elementId endNode exists floor head id keys labels last left length lTrim max min nodes none properties range reduce relationships replace reverse right round rTrim shortestPath single size split startNode substring sum tail toBoolean toFloat toInteger toLower toString toUpper trim type'.split(
    ' ',
  );

/** The vocabulary of this program's graphs, whatever one store holds of it. */
export function vocabulary(): Vocabulary {
  const named = new Map<string, Set<string>>();
  const add = (owner: string, names: readonly string[]): void => {
    for (const name of names) named.set(name, (named.get(name) ?? new Set()).add(owner));
  };
  for (const kind of NodeKind.options) add(kind, [...OF_ALL, ...(OF_KIND[kind] ?? [])]);
  const relations = Object.entries(RELATIONS).map(([type, ends]) => ({ type: type as RelationType, ...ends }));
  for (const { type } of relations) add(type, [...STATED, ...(OF_RELATION[type] ?? [])]);
  return {
    labels: [ENTITY_LABEL, ...NodeKind.options, ...SUB_LABELS],
    relations,
    properties: [...named].map(([name, of]) => ({ name, of: [...of] })),
    functions: FUNCTIONS,
    procedures: PROCEDURES,
  };
}
