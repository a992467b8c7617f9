/** The words of the dossier: Chinese first, English beside it. */
import type { SpreadStage, When } from '../spread/types.ts';

export const STAGE_WORDS: Readonly<Record<SpreadStage, string>> = {
  origin: '首创 origin',
  practised: '已实行 practised',
  planned: '计划 planned',
  presented: '作交流发言 presented',
  learned: '学习 learned from',
};

/** `2018-03`, `2017–2019-07-03`, `不晚于 no later than 2019-07-03`, `时间不明 unknown`. */
export function whenWords({ from, to, basis, precision }: When): string {
  if (to === null) return '时间不明 unknown';
  if (basis === 'printed' || from === null) return `不晚于 no later than ${to}`;
  if (from === to) return to;
  if (precision === 'month' && from.slice(0, 'YYYY-MM'.length) === to.slice(0, 'YYYY-MM'.length))
    return to.slice(0, 'YYYY-MM'.length);
  if (precision === 'year' && to.endsWith('-12-31')) return to.slice(0, 'YYYY'.length);
  return `${from}–${to}`;
}

/** A share or a rate to three decimal places; `–` for none. */
export function figure(value: number | null): string {
  return value === null ? '–' : String(Number(value.toFixed(3)));
}
