/**
 * The header of a saved query (`queries/*.cypher`): comment lines before the first clause, so that the file stays Cypher.
 *
 *     // 某人主持的会议                            the title
 *     // @id chaired-by-person                     the name of the file without `.cypher`
 *     // @en Meetings that a person chaired        the title in English
 *     // @description 一句话说明
 *     // @group 会议
 *     // @param person Person.id[] required "人物"
 *     // @param from date "起始日期"
 *     // @param limit int = 200 "最多行数" 1..2000
 *     // @suggest person MATCH (p:Person) RETURN p.id AS id ORDER BY id LIMIT 20
 *     // @view table,graph,timeline
 *     // @for Person
 *
 * A type is one of `string int float bool date datetime string[] int[]`, or words to choose from (`origin|planned`), or
 * `Kind.property`: an entity, picked by its id, a name or an alias, of which the query is given that property; with `[]`,
 * of all entities of that name.
 */
import { assertReadable, codeOf } from './cypher-text.ts';
import { ZhituError } from './errors.ts';
import { NodeKind } from './model.ts';
import { coerce, PARAM_TYPES, type ParamType, type QueryParam } from './query-values.ts';

const VIEWS = ['table', 'graph', 'timeline', 'map'] as const;
export type QueryView = (typeof VIEWS)[number];
export interface SavedQuery {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly description: string;
  readonly group: string;
  readonly params: readonly QueryParam[];
  /** Parameter → query for suggestions of values; it may use the parameters before. */
  readonly suggest: Readonly<Record<string, string>>;
  readonly views: readonly QueryView[];
  /** Kinds of a selected node for which the query is offered. */
  readonly for: readonly NodeKind[];
  /** The whole file: its header is comments. */
  readonly cypher: string;
}

const KEYS = ['id', 'en', 'description', 'group', 'param', 'suggest', 'view', 'for'] as const;
type Key = (typeof KEYS)[number];
const ONCE: readonly Key[] = ['id', 'en', 'description', 'group', 'view', 'for'];

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
  const params = lines.filter(({ key }) => key === 'param').map((line) => paramOf(line, fault));
  const suggest = suggestions(lines, params, fault);
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
    description: one('description'),
    group: one('group'),
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

const PARAM =
  /^(?<name>[A-Za-z_]\w*)\s+(?<type>\S+)(?<required>\s+required)?(?:\s*=\s*(?<value>"[^"]*"|[^\s"]+))?(?:\s+"(?<label>[^"]*)")?(?:\s+(?<min>-?[\d.]+?)\.\.(?<max>-?[\d.]+))?$/u;

function paramOf({ value: text, number }: Line, fault: Fault): QueryParam {
  const groups = PARAM.exec(text)?.groups;
  if (!groups) throw fault(number, 'expected `@param name type [required] [= default] ["label"] [min..max]`');
  const { name = '', type = '', label, value, min, max } = groups;
  const entity = entityOf(type);
  const choices = /^\w+(?:\|\w+)+$/u.test(type) ? type.split('|') : null;
  if (!entity && !choices && !PARAM_TYPES.includes(type as (typeof PARAM_TYPES)[number])) {
    const kinds = NodeKind.options.map((kind) => `${kind}.id`).join(', ');
    const expected = `${PARAM_TYPES.join(', ')}, words such as a|b, or an entity such as ${kinds}`;
    throw fault(number, `${type} is not a type; expected ${expected}`);
  }
  if (groups.required && value !== undefined) throw fault(number, `${name} is required, so a default has no use`);
  if (min !== undefined && type !== 'int' && type !== 'float')
    throw fault(number, `only int and float have a range, and ${name} is ${type}`);
  const param: QueryParam = {
    name,
    label: label ?? name,
    type: entity ? 'entity' : choices ? 'choice' : (type as ParamType),
    entity,
    choices,
    required: groups.required !== undefined,
    default: null,
    min: min === undefined ? null : Number(min),
    max: max === undefined ? null : Number(max),
  };
  if (value === undefined) return param;
  try {
    return { ...param, default: coerce(param, value.replace(/^"(.*)"$/u, '$1')) };
  } catch (error) {
    throw error instanceof ZhituError ? fault(number, error.message) : error;
  }
}

function entityOf(type: string): QueryParam['entity'] {
  const match = /^([A-Z]\w*)\.(\w+)(\[\])?$/u.exec(type);
  const kind = NodeKind.safeParse(match?.[1]);
  return match && kind.success ? { kind: kind.data, property: match[2] as string, many: match[3] !== undefined } : null;
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
  const used = (cypher: string): readonly string[] =>
    [...codeOf(cypher).matchAll(/\$(\w+)/gu)].map((match) => match[1] as string);
  const names = params.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) throw fault(1, `the parameter ${repeated} is declared twice`);
  const undeclared = [text, ...others].flatMap(used).find((name) => !names.includes(name));
  if (undeclared) {
    const line = text.split('\n').findIndex((row) => used(row).includes(undeclared)) + 1;
    throw fault(line, `$${undeclared} is used but not declared; add \`// @param ${undeclared} …\``);
  }
  const unused = names.find((name) => !used(text).includes(name));
  if (unused) {
    const line = text.split('\n').findIndex((row) => new RegExp(`@param\\s+${unused}\\b`, 'u').test(row)) + 1;
    throw fault(line, `the parameter ${unused} is declared but not used`);
  }
}
