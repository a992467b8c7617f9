/** The options that say about all pages of a call what the pages do not print. */

import { usageError } from '../../graph/cli/command.ts';
import { isoDate, isoMonth } from '../calendar.ts';
import type { PipelineOptions } from '../pipeline.ts';
import type { DateValue } from '../types.ts';

export const PAGE_OPTIONS = {
  date: { type: 'string' },
  publication: { type: 'string' },
} as const;

export const PAGE_OPTIONS_HELP = `  --date D          day of publication of pages that print none: 2019-07-03, 2019-07 or 2019
  --publication P   newspaper of pages that name none: 浙江法制报`;

/** @throws ZhituError `bad-input` (usage) for a date that no calendar has */
export function pipelineOptions(values: {
  readonly date?: string | undefined;
  readonly publication?: string | undefined;
}): PipelineOptions {
  return {
    date: values.date === undefined ? null : dateValue(values.date),
    publication: values.publication ?? null,
  };
}

function dateValue(text: string): DateValue {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text) ?? [];
  if (year !== '') {
    if (month === undefined) return { value: year, precision: 'year', basis: 'file' };
    const value = day === undefined ? isoMonth(+year, +month) : isoDate(+year, +month, +day);
    if (value !== null) return { value, precision: day === undefined ? 'month' : 'day', basis: 'file' };
  }
  throw usageError(`--date expects a day, month or year such as 2019-07-03, 2019-07 or 2019, and was given ${text}`);
}
