/** What is typed into a saved query's blanks: checked at the field, sent as the type it should have. */
import type { QueryParam } from '../api/queries.ts';
import { answerWords } from './words/answers.ts';
import { labelOf } from './words/queries.ts';

export type Typed = Readonly<Record<string, string>>;

/** What the blanks hold at first. */
export function defaultsOf(params: readonly QueryParam[]): Typed {
  return Object.fromEntries(
    params.map(({ name, default: value }) => [
      name,
      value === null ? '' : Array.isArray(value) ? value.join('，') : String(value),
    ]),
  );
}

/** Why a blank cannot be sent as it is, or null. */
export function faultOf(param: QueryParam, typed: string): string | null {
  const value = typed.trim();
  if (value === '') return param.required ? answerWords().fillIn(labelOf(param)) : null;
  if (param.type === 'int' || param.type === 'float') {
    const number = Number(value);
    if (Number.isNaN(number) || (param.type === 'int' && !Number.isInteger(number))) return answerWords().notANumber;
    const [min, max] = [param.min ?? Number.NEGATIVE_INFINITY, param.max ?? Number.POSITIVE_INFINITY];
    return number < min || number > max ? answerWords().outOfRange(min, max) : null;
  }
  if (param.type === 'date') return isDate(value) ? null : answerWords().notADate;
  return null;
}

/** The values as the server wants them. Empty blanks are left out: the query's own default counts. */
export function valuesOf(params: readonly QueryParam[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    params.flatMap((param) => {
      const value = (typed[param.name] ?? '').trim();
      return value === '' ? [] : [[param.name, sentAs(param, value)]];
    }),
  );
}

function sentAs({ type }: QueryParam, value: string): unknown {
  if (type === 'int' || type === 'float') return Number(value);
  if (type === 'bool') return value === 'true';
  if (type === 'string[]') return value.split(/[,，、]\s*/u).filter(Boolean);
  if (type === 'int[]') return value.split(/[,，、]\s*/u).map(Number);
  return value;
}

/** A day that exists, or a month or a year. */
export function isDate(value: string): boolean {
  const time = /^\d{4}(-\d{2}){0,2}$/u.test(value) ? Date.parse(value) : Number.NaN;
  // Engines read 2021-02-30 as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
