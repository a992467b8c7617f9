/** The parameters of saved queries, and reading what a form or a command line gives for them. */
import { ZhituError } from './errors.ts';
import type { NodeKind } from './model.ts';

export const PARAM_TYPES = ['string', 'int', 'float', 'bool', 'date', 'datetime', 'string[]', 'int[]'] as const;
export type ParamType = (typeof PARAM_TYPES)[number] | 'entity' | 'choice';
export type ParamValue = string | number | boolean | string[] | number[];

export interface QueryParam {
  readonly name: string;
  readonly label: string;
  readonly labelEn: string;
  readonly type: ParamType;
  /** For `entity`: its kind, the property that the query is given, and whether it is given a list of them. */
  readonly entity: { readonly kind: NodeKind; readonly property: string; readonly many: boolean } | null;
  /** For `choice`: the words that may be given. */
  readonly choices: readonly string[] | null;
  readonly required: boolean;
  readonly default: ParamValue | null;
  readonly min: number | null;
  readonly max: number | null;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/u;

/**
 * A value of a form or a command line, as the type of its parameter. Texts are read (`"12"` is an int, `"a,b"` a list);
 * dates stay texts, as the graph keeps them, and may be cut to a month or year. An entity stays what was given.
 * @throws ZhituError `bad-input` naming the parameter, what it takes and what it was given.
 */
export function coerce(param: QueryParam, value: unknown): ParamValue {
  const wrong = (expected: string): ZhituError =>
    new ZhituError('bad-input', `${param.name}: expected ${expected}, and was given ${JSON.stringify(value)}`, {
      parameter: param.name,
      expected,
    });
  const items = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',').map((item) => item.trim())
      : [value];
  switch (param.type) {
    case 'string':
    case 'entity':
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      throw wrong(param.entity ? `the id, a name or an alias of a ${param.entity.kind}` : 'a text');
    case 'choice':
      if (typeof value === 'string' && param.choices?.includes(value)) return value;
      throw wrong(`one of ${param.choices?.join(', ')}`);
    case 'int':
    case 'float':
      return numberOf(param, value, wrong);
    case 'bool':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw wrong('true or false');
    case 'date':
      if (typeof value === 'string' && DATE.test(value) && isRealDay(value)) return value;
      throw wrong('a date such as 2021-04-27, 2021-04 or 2021');
    case 'datetime':
      if (typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))) return value;
      throw wrong('a date and time such as 2021-04-27T08:30:00Z');
    case 'string[]':
      if (items.every((item) => typeof item === 'string' && item !== '')) return items as string[];
      throw wrong('a list of texts, such as 甲,乙');
    case 'int[]':
      return items.map((item) => numberOf(param, item, () => wrong('a list of whole numbers, such as 1,2')));
  }
}

function numberOf({ type, min, max }: QueryParam, value: unknown, wrong: (expected: string) => ZhituError): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const range = min === null ? '' : ` from ${min} to ${max}`;
  const expected = `a ${type === 'float' ? '' : 'whole '}number${range}`;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrong(expected);
  if (type !== 'float' && !Number.isSafeInteger(number)) throw wrong(expected);
  if ((min !== null && number < min) || (max !== null && number > max)) throw wrong(expected);
  return number;
}

/** False for 30 February. */
function isRealDay(date: string): boolean {
  if (date.length < 10) return true;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
