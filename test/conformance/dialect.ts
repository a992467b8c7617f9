/** Cypher tried on both engines over the sample graph: what gives the same rows, and what does not. */

/** Constructs to rely on. Each query orders its rows. */
export const SAME: readonly string[] = [
  'MATCH (n:Entity) WHERE n:Person OR n:Event RETURN n.id AS id ORDER BY id',
  'MATCH (p:Person) WHERE p.name STARTS WITH "王" RETURN p.id AS id ORDER BY id',
  'MATCH (p:Place) WHERE p.path CONTAINS "湖州" AND NOT p.path ENDS WITH "吴兴区" RETURN p.path AS path ORDER BY path',
  'MATCH (n:Entity) WHERE n.name =~ ".*网格" RETURN n.id AS id ORDER BY id',
  'MATCH (e:Event) RETURN e.id AS id, e.dateFrom AS day ORDER BY day, id',
  'MATCH (e:Event) RETURN e.id AS id, e.dateFrom AS day ORDER BY day DESC, id SKIP 1 LIMIT 2',
  'MATCH (p:Person)-[r:CHAIRED|SPOKE_AT|ATTENDED]->(e:Event) RETURN p.id AS p, type(r) AS t, e.id AS e ORDER BY p, t, e',
  'MATCH (p:Person) OPTIONAL MATCH (p)-[:HOLDS]->(o:Entity) RETURN p.id AS p, o.id AS o, count(*) AS n ORDER BY p, o',
  'MATCH (p:Place)<-[:PART_OF*1..3]-(q:Place) RETURN p.id AS p, q.id AS q ORDER BY p, q',
  'MATCH path = shortestPath((a:Person {id: "person/王昌荣"})-[*..4]-(b:Place {id: "place/浙江省"})) RETURN length(path) AS steps',
  'MATCH (p:Person) WHERE EXISTS { (p)-[:CHAIRED]->(:Event) } RETURN p.id AS id ORDER BY id',
  'MATCH (p:Person) RETURN p.id AS id, COUNT { (p)-[:ATTENDED]->(:Event) } AS n ORDER BY n DESC, id',
  'MATCH (p:Person) RETURN p.id AS id, size([(p)-[:HOLDS]->(o:Entity) | o.id]) AS n ORDER BY id',
  'MATCH (e:Event) CALL (e) { MATCH (e)<-[:ATTENDED]-(p:Person) RETURN count(p) AS n } RETURN e.id AS id, n ORDER BY id',
  'MATCH (p:Person) RETURN p.id AS x UNION MATCH (q:Place) RETURN q.id AS x ORDER BY x',
  'MATCH (a:Article)-[:MENTIONS]->(p:Place) WITH a, p ORDER BY p.id WITH a, collect(p.id) AS places RETURN a.id AS a, places, size(places) AS n, head(places) AS first ORDER BY a',
  'MATCH (a:Article) RETURN left(coalesce(a.publishedOn, "?"), 4) AS year, count(*) AS n, count(DISTINCT a.kind) AS kinds ORDER BY year',
  'MATCH (g:Program)-[r:LAUNCHED_IN]->(:Place) RETURN g.id AS g, min(r.dateFrom) AS first, max(r.confidence) AS best ORDER BY g',
  'MATCH ()-[r:HOLDS]->() RETURN r.key AS key, r.acting AS acting, coalesce(r.former, false) AS former ORDER BY key',
  'MATCH (p:Person {id: "person/王昌荣"}) RETURN p{.id, .name, .nothing, more: 1} AS map, properties(p) AS all, p["name"] AS name',
  'UNWIND [3, null, 1, 2.5] AS x RETURN x ORDER BY x DESC',
  'UNWIND ["b", "A", "a", "中", "é", "1", "国"] AS x RETURN x ORDER BY x',
  'UNWIND [1, 2, 2, null] AS x RETURN count(x) AS c, count(DISTINCT x) AS d, sum(x) AS s, avg(x) AS a, collect(x) AS l',
  'RETURN size("北京😀") AS a, substring("北京市", 1) AS b, replace("北京北", "北", "南") AS c, split("a,b", ",") AS d, toUpper("é") AS e',
  'RETURN 7 / 2 AS a, -7 / 2 AS b, -7 % 3 AS c, 7.0 / 2 AS d, 2 ^ 3 AS e, abs(-3) AS f, ceil(1.2) AS g, round(2.5) AS h',
  'RETURN null = null AS a, 1 = 1.0 AS b, 1 < 2 AS c, null + 1 AS d, 2 IN [1, null] AS e, true XOR null AS f',
  'RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS a, any(x IN [1] WHERE x > 1) AS b, [x IN range(1, 5) WHERE x % 2 = 0 | x * x] AS c',
  'RETURN CASE 2 WHEN 1 THEN "a" ELSE "b" END AS a, CASE WHEN null THEN 1 ELSE 2 END AS b',
  'RETURN toInteger("12") AS a, toFloat("1.5") AS b, toBoolean("true") AS c, toInteger("x") AS d, toString(1.5) AS e',
  'WITH date("2019-07-01") AS d RETURN d.year AS y, d.month AS m, toString(d + duration({days: 30})) AS later',
  'RETURN 1 / 0 AS n',
  'MATCH (n:Entity RETURN n',
  'RETURN unknown',
];

export interface Difference {
  readonly reason: string;
  /** What to write instead, where there is something. */
  readonly instead?: string;
  readonly queries: readonly string[];
}

/** Each query gives other rows on the embedded engine than on Neo4j, or fails on one of them. */
export const DIFFERENT: readonly Difference[] = [
  {
    reason: 'Label expressions are not in the embedded engine',
    instead: '`WHERE n:A OR n:B`',
    queries: [
      'MATCH (n:Person|Place) RETURN count(n) AS n',
      'MATCH (n:Entity&!Person) RETURN count(n) AS n',
      'MATCH (n:!Entity) RETURN count(n) AS n',
    ],
  },
  {
    reason: 'Dynamic labels are not in the embedded engine',
    instead: '`WHERE $label IN labels(n)`',
    queries: ['WITH "Person" AS l MATCH (n:$(l)) RETURN count(n) AS n'],
  },
  {
    reason: 'Quantified path patterns and `SHORTEST` are not in the embedded engine',
    instead: '`-[:TYPE*1..3]->` and `shortestPath(…)`',
    queries: [
      'MATCH (a:Place)-[:PART_OF]->{1,2}(b:Place) RETURN count(*) AS n',
      'MATCH (a:Place) (()-[:PART_OF]->(m)){1,2} (b:Place) RETURN count(*) AS n',
      'MATCH p = SHORTEST 1 (a:Person {id: "person/王昌荣"})-[:CHAIRED]-+(b:Event) RETURN count(p) AS n',
    ],
  },
  {
    reason: '`COUNT { MATCH … }` and `COLLECT { … }` are not in the embedded engine',
    instead: '`COUNT { pattern }`, or OPTIONAL MATCH with count() and collect()',
    queries: [
      'MATCH (p:Place) RETURN p.id AS id, COUNT { MATCH (p)<-[:PART_OF]-(q) WHERE q.level = "county" RETURN q } AS n ORDER BY id',
      'MATCH (p:Place) RETURN p.id AS id, COLLECT { MATCH (p)<-[:PART_OF]-(q) RETURN q.id ORDER BY q.id } AS l ORDER BY id',
    ],
  },
  {
    reason: 'An index or slice straight behind `collect(…)` is not in the embedded engine',
    instead: 'first `WITH collect(x) AS xs`',
    queries: ['MATCH (p:Person) WITH p ORDER BY p.id RETURN collect(p.id)[0..2] AS l'],
  },
  {
    reason: 'A part of a date straight behind its function is not in the embedded engine',
    instead: 'first `WITH date(x) AS d`, then `d.year`',
    queries: ['RETURN date("2019-07-01").year AS y'],
  },
  {
    reason: '`duration.between`, `date.truncate`, `round` with two arguments, `isEmpty` are not in the embedded engine',
    queries: [
      'RETURN duration.inDays(date("2019-01-01"), date("2019-07-01")).days AS n',
      'RETURN toString(date.truncate("month", date("2019-07-25"))) AS d',
      'RETURN round(1.2345, 2) AS n',
      'RETURN isEmpty([]) AS b',
    ],
  },
  {
    reason: 'Keywords as types or labels need backticks in the embedded engine',
    instead: '`` [:`IN`] ``',
    queries: ['OPTIONAL MATCH (a:Entity)-[:IN]->(b:Entity) RETURN count(b) AS n'],
  },
  {
    reason: 'A pattern comprehension in WHERE is not in the embedded engine',
    instead: '`COUNT { pattern }` or `EXISTS { pattern }`',
    queries: ['MATCH (n:Entity) WHERE size([(n)--(m) | m]) > 5 RETURN n.id AS id ORDER BY id'],
  },
  {
    reason: 'The sum of nothing is null in the embedded engine, 0 in Neo4j',
    instead: '`coalesce(sum(x), 0)`',
    queries: ['UNWIND [] AS x RETURN sum(x) AS n'],
  },
  {
    reason: 'Negative bounds of a slice are taken otherwise in the embedded engine',
    instead: '`size(l) - 1` as the bound',
    queries: ['WITH [1, 2, 3] AS l RETURN l[1..-1] AS a', 'WITH [1, 2, 3] AS l RETURN l[-2..] AS a'],
  },
  {
    reason: 'Null within lists, and comparing lists or booleans by size',
    queries: [
      'RETURN [1, null] = [1, null] AS b',
      'RETURN [1, 2] < [1, 3] AS b',
      'RETURN true > false AS b',
      'RETURN null IN [] AS b',
      'RETURN all(x IN [1, null] WHERE x > 0) AS b',
    ],
  },
  {
    reason: 'Some conversions differ',
    queries: [
      'RETURN toString(1.0) AS s',
      'RETURN toString(1e20) AS s',
      'RETURN toInteger("3.9") AS n',
      'RETURN toString(date("1980-03")) AS d',
      'RETURN date("not a date") AS d',
      'RETURN "a" + true AS s',
    ],
  },
  {
    reason: 'A text and a number may be equal in the embedded engine',
    queries: ['RETURN "1" = 1 AS b'],
  },
  {
    reason: 'Neo4j has full-text indexes and procedures that the embedded engine has not',
    queries: ['CALL db.schema.visualization() YIELD nodes RETURN size(nodes) AS n'],
  },
];
