import { describe, expect, test } from 'vitest';
import { assertReadable, MAX_CYPHER, PROCEDURES, refusalMessage, refusalOf } from '../../../graph/read-only/refusal.ts';

describe('a query that reads', () => {
  test.each([
    "RETURN 'delete' AS word",
    "MATCH (n:Person) WHERE n.name = 'SET' RETURN n",
    'MATCH (n:Person) RETURN n.set, n . delete',
    'RETURN {set: 1, create: 2} AS map',
    'MATCH (n:Set)-[r:CREATE]->(m) RETURN n',
    'MATCH (n) RETURN n.load, n.csv',
    'MATCH (show:Entity) RETURN show AS start ORDER BY start',
    'MATCH (use:Entity) WHERE use.name IS NOT NULL RETURN use',
    'MATCH (n) RETURN n.start AS start, min(n.stop) AS stop',
    'RETURN 1 AS `SET`',
    '// CREATE (n)\nRETURN 1 /* DELETE n */',
    'RETURN $set, $`delete`',
    'RETURN \'it\\\'s; SET\' AS s, "\\"; DELETE" AS t;',
    "RETURN '\\u8def\\n' AS road",
    'CALL db.labels() YIELD label RETURN label',
    'CALL `db` . labels() YIELD label RETURN label',
    "CALL db.index.fulltext.queryNodes('entity_forms', 'x') YIELD node RETURN node",
    'MATCH (n:Person) CALL (n) { MATCH (n)-[:HOLDS]->(o) RETURN o } RETURN n, o',
    'MATCH (n:Person) CALL { WITH n RETURN 1 AS one } RETURN one',
    'OPTIONAL MATCH (n:Person) RETURN n UNION MATCH (n:Place) RETURN n',
    "RETURN date('2020-01-01').year AS y, duration.between(date(), date()) AS d, point.distance($a, $b) AS p",
    'UNWIND range(1, 3) AS i WITH i WHERE i > 1.5e3 AND i < 0x1F RETURN i, [x IN [1] | x][0..1]',
    'match (a:Person)-[*1..2]-(b:Person) return a',
  ])('is let through: %s', (cypher) => {
    expect(refusalOf(cypher)).toBeNull();
  });

  test('may call every procedure of the list', () => {
    for (const name of PROCEDURES) expect(refusalOf(`CALL ${name}()`), name).toBeNull();
  });
});

describe('a query that does more', () => {
  test.each([
    ['CREATE (n)', 'write', 'CREATE'],
    ['MATCH (n) set n.x = 1', 'write', 'set'],
    ['MATCH (n)/**/DELETE/**/n', 'write', 'DELETE'],
    ['MATCH (as) WITH as SET as.x = 1', 'write', 'SET'],
    ['MATCH (n) WHERE n.x = 1.SET n.x = 1', 'write', 'SET'],
    ['RETURN [1..SET]', 'write', 'SET'],
    ['MATCH (n) \u017fET n.x = 1', 'write', '\u017fET'],
    ['MATCH (n) ＳＥＴ n.x = 1', 'write', 'ＳＥＴ'],
    ['FOREACH (x IN [1] | CREATE (:A))', 'write', 'FOREACH'],
    ['load csv from $url as row return row', 'file', 'load'],
    ['MATCH (n) WITH n LOAD/**/CSV FROM n.url AS row RETURN row', 'file', 'LOAD'],
    ['  show users', 'admin', 'show'],
    ['SHOW', 'admin', 'SHOW'],
    ['MATCH (n) RETURN n UNION SHOW USERS', 'admin', 'SHOW'],
    ['USE other MATCH (n) RETURN n', 'admin', 'USE'],
    ['CALL { USE `other` MATCH (n) RETURN n } RETURN n', 'admin', 'USE'],
    ['EXPLAIN MATCH (n) RETURN n', 'start', 'EXPLAIN'],
    ['PROFILE SHOW TRANSACTIONS', 'admin', 'SHOW'],
    ['CYPHER 5 SHOW TRANSACTIONS', 'admin', 'SHOW'],
    ['CYPHER runtime=slotted RETURN 1', 'start', 'CYPHER'],
    ['BEGIN RETURN 1', 'start', 'BEGIN'],
    ['`MATCH` (n) RETURN n', 'start', '`MATCH`'],
    ['(n) RETURN n', 'start', '('],
    ['UNWIND [1] AS x CALL (x) { RETURN 1 AS y } IN 2 CONCURRENT TRANSACTIONS RETURN y', 'transaction', 'TRANSACTIONS'],
    ['CALL dbms . listConfig()', 'procedure', 'CALL'],
    ['CALL `dbms`.listConfig()', 'procedure', 'CALL'],
    ["CALL apoc.load.json('http://x')", 'procedure', 'CALL'],
    ['CALL DB.LABELS()', 'procedure', 'CALL'],
    ['MATCH (n) OPTIONAL CALL db.createLabel("x") RETURN n', 'procedure', 'CALL'],
    ["RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)', {}) AS x", 'function', 'apoc'],
    ['RETURN `apoc`.util.sleep(1) AS x', 'function', '`apoc`'],
    ['RETURN 1; RETURN 2', 'several', ';'],
    ['RETURN 1; // x\n;', 'several', ';'],
    ['MATCH (n) \\u0053ET n.x = 1', 'escape', '\\u0053'],
    ['MATCH (n) \\uu0053ET n.x = 1', 'escape', '\\uu0053'],
    ['RETURN 1 // \\u000A CREATE (n)', 'escape', '\\u000A'],
    ["RETURN '\\u0027 SET n.x = 1 //' AS x", 'escape', '\\u0027'],
    ["RETURN '\\\\u0027' AS x", 'escape', '\\u0027'],
    ['MATCH (n:`a\\u0060 SET`) RETURN n', 'escape', '\\u0060'],
    ['MATCH (n) S\u200dET n.x = 1', 'character', 'U+200D'],
    ['RETURN 1 // \u2028 CREATE (n)', 'character', 'U+2028'],
    ['RETURN \u0000 1', 'character', 'U+0000'],
    ["RETURN 'never closed", 'open', "'"],
    ['RETURN 1 /* never closed', 'open', '/'],
    ['RETURN `never', 'open', '`'],
    ['RETURN 1SET', 'number', '1'],
    ['  // nothing\n', 'empty', ''],
  ])('is refused: %s', (cypher, reason, word) => {
    expect(refusalOf(cypher)).toMatchObject({ reason, word });
  });

  test('is refused with the place in its text', () => {
    const cypher = '// 甲\nMATCH (n)\nSET n.x = 1';
    const refusal = refusalOf(cypher);
    expect(cypher.slice(refusal?.start, refusal?.end)).toBe('SET');
    const escaped = 'MATCH (n) RETURN \\u0031';
    const found = refusalOf(escaped);
    expect(escaped.slice(found?.start, found?.end)).toBe('\\u0031');
  });

  test('may not be longer than anyone writes', () => {
    expect(refusalOf(`RETURN 1 //${'x'.repeat(MAX_CYPHER)}`)).toMatchObject({ reason: 'long' });
  });

  test('is found however often the same was asked before, and whatever else was', () => {
    for (let index = 0; index < 1_100; index += 1) {
      expect(() => assertReadable(`MATCH (n) RETURN ${index}`)).not.toThrow();
      expect(() => assertReadable(`MATCH (n) SET n.x = ${index % 3}`)).toThrow(/^SET writes/u);
    }
  });

  test('is answered with what to do', () => {
    expect(() => assertReadable('MATCH (set) RETURN set')).toThrow(
      expect.objectContaining({
        code: 'store-rejected',
        message: expect.stringMatching(/^set writes to the graph.*put it in backticks: `set`\.$/u),
        details: expect.objectContaining({ refusal: { reason: 'write', word: 'set', start: 7, end: 10 } }),
      }),
    );
    for (const cypher of ['', 'SHOW USERS', 'LOAD CSV', '1', "'", 'RETURN 1;1']) {
      const refusal = refusalOf(cypher);
      expect(refusal && refusalMessage(refusal)).toMatch(/\.$/u);
    }
  });
});
