/** The relations between nodes that are drawn together, without walking through all that any of them has. */
import { RELATION_COLUMNS, type RelationBrief, RelationRow, relationBrief } from './brief.ts';
import { compare } from './compare.ts';
import { kindOfId, RELATIONS } from './model.ts';
import { RelationType } from './shapes.ts';
import type { Reader } from './store.ts';

/** So many relations are gone through sooner than the other ends are looked up. */
const FEW_RELATIONS = 500;
const RETURNED = `WITH DISTINCT r WITH r, startNode(r) AS a, endNode(r) AS b RETURN ${RELATION_COLUMNS}, r.key AS key ORDER BY key`;

/** Of nodes with few relations, each is looked at. An article and an event never have more than a text can name. */
const FROM_SMALL = `MATCH (x:Entity) WHERE x.id IN $some WITH DISTINCT x
WHERE x:Article OR x:Event OR COUNT { (x)--() } <= $few
MATCH (x)-[r]-(y:Entity) WITH r, y WHERE y.id IN $all ${RETURNED}`;

/** Of others, pair by pair. A pair that is taken as one (`DISTINCT`) is looked at by a server from the end with fewer relations. */
const fromLarge = (types: string): string => `MATCH (x:Entity) WHERE x.id IN $some WITH x WHERE COUNT { (x)--() } > $few
MATCH (y:Entity) WHERE y.id IN $all WITH DISTINCT x, y MATCH (x)-[r${types}]-(y) ${RETURNED}`;

/** Between two that are neither article nor event, these types alone are possible: of each pair few, whatever else both have. */
const STANDING = `:${RelationType.options.filter((type) => !endsOf(type).some(isText)).join('|')}`;

/**
 * All relations between one of `some` and one of `all`, each once, sorted by key. `all` holds all of `some`.
 * @param degrees numbers of relations, as far as they are known: where none has many, less is asked
 */
export async function relationsBetween(
  store: Reader,
  some: readonly string[],
  all: readonly string[],
  degrees: ReadonlyMap<string, number> = new Map(),
): Promise<readonly RelationBrief[]> {
  const started = new Set(some);
  const mayBeLarge = (id: string): boolean => (degrees.get(id) ?? Number.POSITIVE_INFINITY) > FEW_RELATIONS;
  const standing = some.filter((id) => !isText(kindOfId(id)) && mayBeLarge(id));
  const statements = [
    { cypher: FROM_SMALL, some, all },
    { cypher: fromLarge(STANDING), some: standing, all: all.filter((id) => !isText(kindOfId(id))) },
    { cypher: fromLarge(''), some: standing, all: all.filter((id) => isText(kindOfId(id)) && !started.has(id)) },
  ].filter((statement) => statement.some.length > 0 && statement.all.length > 0);
  const found = await Promise.all(
    statements.map(({ cypher, ...ends }) =>
      store.read({ cypher, params: { ...ends, few: FEW_RELATIONS }, row: RelationRow }),
    ),
  );
  const byKey = new Map(found.flat().map((row) => [String(row.properties.key), relationBrief(row)]));
  return [...byKey.values()].sort((one, other) => compare(one.key, other.key));
}

function endsOf(type: RelationType): readonly string[] {
  return [...RELATIONS[type].from, ...RELATIONS[type].to];
}

function isText(kind: string | null): boolean {
  return kind === 'Article' || kind === 'Event';
}
