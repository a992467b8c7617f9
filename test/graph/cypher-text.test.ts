import { describe, expect, test } from 'vitest';
import { assertReadable, codeOf } from '../../graph/cypher-text.ts';

describe('codeOf', () => {
  test.each([
    ["RETURN 'a b' AS x", "RETURN '' AS x"],
    ['RETURN "a \\" b" AS x', 'RETURN "" AS x'],
    ["RETURN 'it\\'s' AS x", "RETURN '' AS x"],
    ['MATCH (n:`LOAD CSV`) RETURN n', 'MATCH (n:``) RETURN n'],
    ['MATCH (n:`a``b`) RETURN n', 'MATCH (n:``) RETURN n'],
    ['RETURN 1 // CREATE\nAS x', 'RETURN 1  \nAS x'],
    ['RETURN /* CREATE\n INDEX */ 1', 'RETURN   1'],
    ["RETURN '// no comment' AS x", "RETURN '' AS x"],
    ["RETURN 'never closed", "RETURN ''"],
    ['RETURN 1 /* never closed', 'RETURN 1  '],
  ])('keeps only code: %s', (cypher, code) => {
    expect(codeOf(cypher)).toBe(code);
  });
});

describe('assertReadable', () => {
  test.each([
    'MATCH (n) RETURN n.load, n.csv',
    'MATCH (show:Entity) RETURN show',
    'MATCH (n) WHERE n.index = 1 RETURN n',
    "CREATE (n:Index {name: 'not my business'})",
    'CALL db.labels() YIELD label RETURN label',
    "RETURN 'CALL dbms.listConfig()' AS text",
  ])('lets pass what only looks like it: %s', (cypher) => {
    expect(() => assertReadable(cypher)).not.toThrow();
  });

  test.each([
    'load csv from $url as row return row',
    'MATCH (n) WITH n LOAD/**/CSV FROM n.url AS row RETURN row',
    'LOAD\nCSV FROM $url AS row RETURN row',
    '  show users',
    'PROFILE SHOW TRANSACTIONS',
    'CYPHER 5 SHOW TRANSACTIONS',
    'CYPHER runtime=slotted LOAD CSV FROM $url AS row RETURN row',
    'explain profile terminate transactions $id',
    'create or replace user x set password $p',
    'DROP DATABASE neo4j',
    'CREATE FULLTEXT INDEX x FOR (n:N) ON EACH [n.a]',
    'CALL dbms . listConfig()',
    'CALL `dbms`.listConfig()',
  ])('refuses, in whatever spelling: %s', (cypher) => {
    expect(() => assertReadable(cypher)).toThrow(expect.objectContaining({ code: 'store-rejected' }));
  });
});
