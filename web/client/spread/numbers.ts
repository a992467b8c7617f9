/** Rates and probabilities as the page prints them. */

const DECIMALS = 2;
/** p-values below this are only said to be below it. */
const LEAST_P = 0.001;

/** `0.22`; a dash where there is none. */
export function rateText(value: number | null): string {
  return value === null ? '—' : value.toFixed(DECIMALS);
}

/** `= 0.042`, `< 0.001`: what follows the letter p; a dash where nothing was tested. */
export function testText(value: number | null): string {
  if (value === null) return '—';
  return value < LEAST_P ? `< ${LEAST_P}` : `= ${value.toFixed(3)}`;
}
