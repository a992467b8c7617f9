/** A Cypher script that makes the same graph again in an empty Neo4j: with articles, so that every reference of `evidence` opens its sentence. */
import { ENTITY_LABEL, type Properties, type PropertyValue } from '../model.ts';
import type { Chunk, Format } from './format.ts';

const FILE = 'graph.cypher';

/** For `cypher-shell -f graph.cypher`. One statement a record: long lists of literals are slow to compile, and an error names its line. */
export const cypher: Format = {
  files: [FILE],
  begin: ({ source, madeOn }) => [
    chunk(
      `// ${oneLine(source)}, ${madeOn}\nCREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:${ENTITY_LABEL}) REQUIRE n.id IS UNIQUE;\n`,
    ),
  ],
  node: ({ id, kind, labels, properties }) => [
    chunk(
      `MERGE (n:${ENTITY_LABEL} {id: ${literal(id)}}) SET n = ${mapOf({ ...properties, id })} SET n:${[kind, ...labels].join(':')};\n`,
    ),
  ],
  relation: ({ key, type, from, to, properties }) => [
    chunk(
      `MATCH (a:${ENTITY_LABEL} {id: ${literal(from)}}), (b:${ENTITY_LABEL} {id: ${literal(to)}}) MERGE (a)-[r:${type} {key: ${literal(key)}}]->(b) SET r = ${mapOf({ ...properties, key })};\n`,
    ),
  ],
  end: () => [],
};

function mapOf(properties: Properties): string {
  const entries = Object.entries(properties).map(
    ([key, value]) => `\`${key.replaceAll('`', '``')}\`: ${literal(value)}`,
  );
  return `{${entries.join(', ')}}`;
}

/** What ends a string or a line, and the backslash. */
const ESCAPED = /[\\'\p{Cc}\u2028\u2029]/gu;
/** Neo4j reads `\uXXXX` before all else, also behind another backslash: so a backslash must not be followed by a `u` of the text. */
const BACKSLASH = '\\u005c\\u005c';

function literal(value: PropertyValue): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  return `'${value.replace(ESCAPED, escapeCharacter)}'`;
}

function escapeCharacter(character: string): string {
  if (character === "'") return "\\'";
  return character === '\\' ? BACKSLASH : unicodeEscape(character);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function chunk(text: string): Chunk {
  return { file: FILE, text };
}
