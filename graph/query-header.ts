/**
 * The header of a saved query (`queries/*.cypher`): comment lines before the first clause, so that the file stays Cypher.
 *
 *     // 某人主持的会议                            the title
 *     // @id chaired-by-person                     the name of the file without `.cypher`
 *     // @en Meetings that a person chaired        the title in English
 *     // @purpose 某人在什么时间、什么地点主持了什么会议
 *     // @purposeEn What a person chaired, when and where
 *     // @group events
 *     // @sentence {person}主持了哪些会议？从{from}起，最多{limit}行。
 *     // @sentenceEn Which meetings did {person} chair? From {from} on, at most {limit} rows.
 *     // @param person Person.id[] required "人物" "Person"
 *     // @param from date "起始日期" "From"
 *     // @param limit int = 200 "最多行数" "Rows" 1..2000
 *     // @suggest person MATCH (p:Person) RETURN p.id AS id ORDER BY id LIMIT 20
 *     // @view table,graph,timeline
 *     // @for Person
 *
 * A type is one of `string int float bool date datetime string[] int[]`, or words to choose from (`origin|planned`), or
 * `Kind.property`: an entity, picked by its id, a name or an alias, of which the query is given that property; with `[]`,
 * of all entities of that name. A parameter has a label in both languages. A sentence has one blank for each parameter; without sentences the
 * labels stand before the blanks.
 */
import { ZhituError } from './errors.ts';
import { parseParam } from './query-param.ts';
import { sentenceFault } from './query-sentence.ts';
import type { QueryParam } from './query-values.ts';
import { assertReadable } from './read-only/refusal.ts';
import { parametersOf } from './read-only/tokens.ts';
import { NodeKind } from './shapes.ts';

const VIEWS = ['table', 'graph', 'timeline', 'map'] as const;
export type QueryView = (typeof VIEWS)[number];
/** What a query is about; the order is that of lists. */
export const QUERY_GROUPS = ['people', 'programs', 'places', 'events', 'reporting', 'quality'] as const;
export type QueryGroup = (typeof QUERY_GROUPS)[number];

export interface SavedQuery {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** What it answers, in a sentence. */
  readonly purpose: string;
  readonly purposeEn: string;
  readonly group: QueryGroup;
  /** The question with a blank `{name}` for each parameter; null where there is none. */
  readonly sentence: string | null;
  readonly sentenceEn: string | null;
  readonly params: readonly QueryParam[];
  /** Parameter → query for suggestions of values; it may use the parameters before. */
  readonly suggest: Readonly<Record<string, string>>;
  readonly views: readonly QueryView[];
  /** Kinds of a selected node for which the query is offered. */
  readonly for: readonly NodeKind[];
  /** The whole file: its header is comments. */
  readonly cypher: string;
}

const ONCE = ['id', 'en', 'purpose', 'purposeEn', 'group', 'sentence', 'sentenceEn', 'view', 'for'] as const;
const KEYS = [...ONCE, 'param', 'suggest'] as const;
type Key = (typeof KEYS)[number];

interface Line {
  readonly key: Key;
  readonly value: string;
  readonly number: number;
}

/**
 * Reads one file. `file` is its path, for messages; its name without `.cypher` must be the `@id`.
 * @throws ZhituError `bad-input` with file and line, for whatever the format above does not have.
 */
export function parseQuery(text: string, file: string): SavedQuery {
  const fault = (line: number, message: string): ZhituError =>
    new ZhituError('bad-input', `${file}:${line}: ${message}`, { file, line });
  const rows = text.split(/\r?\n/u);
  const end = rows.findIndex((row) => row.trim() !== '' && !row.startsWith('//'));
  const header = rows.slice(0, end === -1 ? rows.length : end);
  const [first = '', ...rest] = header;
  const title = /^\/\/\s*([^@\s].*)$/u.exec(first)?.[1]?.trim();
  if (!title) throw fault(1, 'expected the title in the first line, such as `// 某人主持的会议`');
  const lines = rest.flatMap((row, index) => lineOf(row, index + 2, fault) ?? []);
  for (const key of ONCE) {
    const again = lines.filter((line) => line.key === key)[1];
    if (again) throw fault(again.number, `@${key} stands here a second time`);
  }
  const one = (key: Key): string => {
    const found = lines.find((line) => line.key === key);
    if (!found?.value) throw fault(found?.number ?? 1, `expected a line \`// @${key} …\``);
    return found.value;
  };
  const listOf = <T extends string>(key: Key, allowed: readonly T[]): readonly T[] => {
    const line = lines.find((candidate) => candidate.key === key);
    const names = (line?.value ?? '').split(',').map((name) => name.trim());
    if (!line) return [];
    const wrong = names.find((name) => !allowed.includes(name as T));
    if (wrong !== undefined)
      throw fault(line.number, `@${key} takes ${allowed.join(', ')}, and is given ${wrong || 'nothing'}`);
    return names as T[];
  };
  const params = lines
    .filter(({ key }) => key === 'param')
    .map(({ value, number }) => parseParam(value, (message) => fault(number, message)));
  const suggest = suggestions(lines, params, fault);
  const sentenceOf = (key: Key): string | null => {
    const line = lines.find((candidate) => candidate.key === key);
    const wrong = line
      ? sentenceFault(
          line.value,
          params.map(({ name }) => name),
        )
      : null;
    if (line && wrong !== null) throw fault(line.number, `@${key}: ${wrong}`);
    return line?.value ?? null;
  };
  const id = one('id');
  if (!file.replaceAll('\\', '/').endsWith(`${id}.cypher`))
    throw fault(1, `the file must be called ${id}.cypher, as its @id says`);
  checkParams(text, params, Object.values(suggest), fault);
  assertReadable(text);
  const views = listOf('view', VIEWS);
  return {
    id,
    title,
    titleEn: one('en'),
    purpose: one('purpose'),
    purposeEn: one('purposeEn'),
    group: groupOf(one('group'), fault),
    sentence: sentenceOf('sentence'),
    sentenceEn: sentenceOf('sentenceEn'),
    params,
    suggest,
    views: views.length > 0 ? views : ['table'],
    for: listOf('for', NodeKind.options),
    cypher: text,
  };
}

type Fault = (line: number, message: string) => ZhituError;

/** A `@key value` line; null for a plain comment. */
function lineOf(row: string, number: number, fault: Fault): Line | null {
  const match = /^\/\/\s*@(\S+)\s*(.*)$/u.exec(row);
  if (!match) return null;
  const [, key = '', value = ''] = match;
  if (!KEYS.includes(key as Key))
    throw fault(number, `@${key} is not known; expected ${KEYS.map((known) => `@${known}`).join(' ')}`);
  return { key: key as Key, value: value.trim(), number };
}

function groupOf(name: string, fault: Fault): QueryGroup {
  const group = QUERY_GROUPS.find((known) => known === name);
  if (!group) throw fault(1, `@group takes one of ${QUERY_GROUPS.join(', ')}, and is given ${name}`);
  return group;
}

function suggestions(lines: readonly Line[], params: readonly QueryParam[], fault: Fault): Record<string, string> {
  const suggest: Record<string, string> = {};
  for (const { value, number } of lines.filter(({ key }) => key === 'suggest')) {
    const [, name = '', cypher = ''] = /^(\w+)\s+(\S.*)$/u.exec(value) ?? [];
    if (!params.some((param) => param.name === name))
      throw fault(number, `@suggest names ${name || 'nothing'}, which is no parameter`);
    assertReadable(cypher);
    suggest[name] = cypher;
  }
  return suggest;
}

function checkParams(text: string, params: readonly QueryParam[], others: readonly string[], fault: Fault): void {
  const names = params.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) throw fault(1, `the parameter ${repeated} is declared twice`);
  const undeclared = [text, ...others].flatMap(parametersOf).find((name) => !names.includes(name));
  if (undeclared) {
    const line = text.split('\n').findIndex((row) => parametersOf(row).includes(undeclared)) + 1;
    throw fault(line, `$${undeclared} is used but not declared; add \`// @param ${undeclared} …\``);
  }
  const unused = names.find((name) => !parametersOf(text).includes(name));
  if (unused) {
    const line = text.split('\n').findIndex((row) => new RegExp(`@param\\s+${unused}\\b`, 'u').test(row)) + 1;
    throw fault(line, `the parameter ${unused} is declared but not used`);
  }
}
