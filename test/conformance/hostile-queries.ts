/** Queries that try to write, to reach files and addresses, or to get at the server: each of a list of attacks in several disguises. */

/** Where the attacks try to read: set up by the test, which sees when anything arrives. */
export interface Targets {
  /** `http://127.0.0.1:12345` */
  readonly address: string;
  /** A file's path. */
  readonly file: string;
}

const WRITING = [
  'CREATE (n:Entity {id: "x"})',
  'CREATE (n:Entity {id: "x"}) RETURN n',
  'MERGE (n:Entity {id: "x"}) RETURN n',
  'MERGE (n:Entity {id: "x"}) ON CREATE SET n.a = 1 RETURN n',
  'MATCH (n:Entity) SET n.name = "x" RETURN n',
  'MATCH (n:Entity) SET n += {name: "x"}',
  'MATCH (n:Entity) SET n:Person RETURN count(n)',
  'MATCH (n:Entity) REMOVE n.name RETURN n',
  'MATCH (n:Entity) DETACH DELETE n',
  'MATCH ()-[r]->() DELETE r',
  'MATCH (n:Person) NODETACH DELETE n',
  'FOREACH (i IN [1, 2] | CREATE (:Entity {id: i}))',
  'INSERT (n:Entity {id: "x"})',
  'MATCH (a:Person), (b:Place) CREATE (a)-[:HOLDS]->(b)',
  'MATCH (n:Person) CALL (n) { SET n.x = 1 } RETURN n',
  'MATCH (n:Person) CALL { WITH n SET n.x = 1 RETURN 1 AS one } RETURN one',
  'UNWIND [1] AS x CALL (x) { CREATE (:Entity {id: x}) } IN TRANSACTIONS OF 1 ROWS',
  'MATCH (n:Person) WITH collect(n) AS all FOREACH (m IN all | SET m.x = 1)',
  'RETURN EXISTS { CREATE (n:Entity) RETURN n } AS x',
  'RETURN COLLECT { MERGE (n:Entity {id: "x"}) RETURN n.id } AS x',
  'MATCH (n:Person) RETURN n UNION CREATE (n:Person {id: "x"}) RETURN n',
  'CREATE INDEX hostile FOR (n:Entity) ON (n.hostile)',
  'CREATE CONSTRAINT hostile FOR (n:Entity) REQUIRE n.hostile IS UNIQUE',
  'CREATE FULLTEXT INDEX hostile FOR (n:Entity) ON EACH [n.a]',
  'DROP INDEX entity_name',
  'DROP CONSTRAINT entity_id',
  'CREATE OR REPLACE USER x SET PASSWORD "hunter2hunter2"',
  'CREATE DATABASE other',
  'DROP DATABASE neo4j IF EXISTS',
  'CALL db.createLabel("Hostile")',
  'CALL db.createRelationshipType("HOSTILE")',
  'CALL db.createProperty("hostile")',
  'CALL db.prepareForReplanning()',
  'CALL db.clearQueryCaches()',
] as const;

const REACHING = ({ address, file }: Targets): readonly string[] => [
  `LOAD CSV FROM '${address}/csv' AS row RETURN row`,
  `LOAD CSV WITH HEADERS FROM 'file://${file}' AS row RETURN row`,
  `MATCH (n:Person) LOAD CSV FROM '${address}/' + n.id AS row RETURN row`,
  `CALL { LOAD CSV FROM '${address}/sub' AS row RETURN row } RETURN row`,
  `RETURN EXISTS { LOAD CSV FROM '${address}/exists' AS row RETURN row } AS x`,
  `CALL apoc.load.json('${address}/apoc')`,
  `CALL apoc.import.file('${file}')`,
  `RETURN apoc.load.json('${address}/function') AS x`,
  `CALL apoc.export.csv.all('${file}', {})`,
  `LOAD DATA FROM '${file}' FORMAT CSV RETURN 1`,
  `COPY Person FROM '${file}'`,
];

const ADMINISTRATION = [
  'SHOW USERS',
  'SHOW TRANSACTIONS YIELD * RETURN *',
  'SHOW INDEXES',
  'SHOW SETTINGS',
  'TERMINATE TRANSACTIONS "neo4j-transaction-1"',
  'ALTER USER neo4j SET PASSWORD "hunter2hunter2"',
  'ALTER CURRENT USER SET PASSWORD FROM "a" TO "b"',
  'GRANT ROLE admin TO neo4j',
  'DENY READ {*} ON GRAPH * TO PUBLIC',
  'REVOKE ROLE admin FROM neo4j',
  'RENAME USER neo4j TO root',
  'ENABLE SERVER "x"',
  'STOP DATABASE neo4j',
  'START DATABASE neo4j',
  'USE system SHOW USERS',
  'CALL { USE system RETURN 1 AS x } RETURN x',
  'CALL dbms.listConfig()',
  'CALL dbms.setConfigValue("x", "y")',
  'CALL dbms.components()',
  'CALL tx.setMetaData({a: 1})',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
] as const;

/** How an attack may be written: each must be seen through. */
const DISGUISES: readonly (readonly [name: string, disguise: (cypher: string) => string])[] = [
  ['as it is', (cypher) => cypher],
  ['in lower case', (cypher) => cypher.replace(/\b[A-Z]{2,}\b/gu, (word) => word.toLowerCase())],
  ['with comments between', (cypher) => cypher.replace(/ (?=[A-Z]{2,}\b)|(?<=\b[A-Z]{2,}) /gu, '/* x */')],
  [
    'escaped',
    (cypher) => cypher.replace(/\b([A-Z])(?=[A-Z]+\b)/gu, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  ],
];

const TRICKS: readonly string[] = [
  'RETURN 1; CREATE (n:Entity {id: "x"})',
  'RETURN 1 AS x; MATCH (n) DETACH DELETE n;',
  'RETURN 1 // \\u000A SET\nMATCH (n) DETACH DELETE n',
  "RETURN '\\u0027 AS x CREATE (n:Entity {id: 1}) //' AS x",
  'MATCH (n:`x\\u0060) DETACH DELETE n //`) RETURN n',
  '/* */ CREATE (n:Entity {id: "x"}) /* */',
  '/* // */ CREATE (n:Entity {id: "x"})',
  '// \'\nCREATE (n:Entity {id: "x"}) // \'',
  "MATCH (n:Entity) WHERE n.name = '\\\\' SET n.x = 1 //'\nRETURN n",
  'MATCH (n:Entity) WHERE n.name = "\\"" SET n.x = 1 RETURN n',
  'MATCH (n:Entity) WHERE n.`a``b` = 1 SET n.x = 1 RETURN n',
  'MATCH (n:Entity) WHERE n.x = 1.SET n.x = 1',
  'MATCH (n:Entity) WITH n AS as SET as.x = 1',
  'MATCH (n:Entity)SET n.x=1',
  'MATCH (n:Entity)\tSET\tn.x=1',
  'MATCH (n:Entity)\u3000SET\u3000n.x=1',
  'MATCH (n:Entity) \u017fET n.x = 1',
  'MATCH (n:Entity) S\u200bET n.x = 1',
  'MATCH (n:Entity) ＤＥＬＥＴＥ n',
  'EXPLAIN CREATE (n:Entity {id: "x"})',
  'PROFILE CREATE (n:Entity {id: "x"})',
  'CYPHER 5 CREATE (n:Entity {id: "x"})',
  'CYPHER runtime=slotted MATCH (n) DETACH DELETE n',
  'CYPHER planner=cost CYPHER 5 PROFILE MATCH (n) DETACH DELETE n',
  'USING PERIODIC COMMIT LOAD CSV FROM "file:///x" AS row CREATE (n)',
  ':param x => 1',
  'CALL `db`.`createLabel`("Hostile")',
  'CALL db . createLabel ("Hostile")',
  'CALL/**/db/**/./**/createLabel/**/("Hostile")',
  'MATCH (n:Person) OPTIONAL CALL db.createLabel("Hostile") RETURN n',
  'CALL db.labels() YIELD label CREATE (n:Entity {id: label})',
  'CALL db.labels() YIELD label CALL db.createLabel(label) RETURN label',
  "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n:Entity)', {}) AS x",
  'RETURN apoc.util.sleep(100000) AS x',
  '',
  ';',
  '// CREATE',
  '/* never closed CREATE (n)',
  "RETURN 'never closed",
  `RETURN ${'('.repeat(2000)}1${')'.repeat(2000)} SET n.x = 1`,
  `${'MATCH (n:Entity) '.repeat(4000)} RETURN 1`,
];

/** Every attack with the disguise it wears. Those that a disguise leaves as they are stand once. */
export function hostileQueries(targets: Targets): readonly (readonly [name: string, cypher: string])[] {
  const attacks = [...WRITING, ...REACHING(targets), ...ADMINISTRATION];
  const disguised = attacks.flatMap((attack) =>
    DISGUISES.map(([name, disguise]) => [`${attack.slice(0, 60)} ${name}`, disguise(attack)] as const),
  );
  const tricks = TRICKS.map((cypher) => [cypher.slice(0, 60), cypher] as const);
  return [...new Map([...disguised, ...tricks].map((one) => [one[1], one])).values()];
}
