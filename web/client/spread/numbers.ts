/** Rates and probabilities as the page prints them. */

const DECIMALS = 2;
/** p-values below this are only said to be below it. */
const [LEAST_P, PLACES] = [0.001, 3];

/** `0.22`; a dash where there is none. */
export function rateText(value: number | null): string {
  return value === null ? '—' : value.toFixed(DECIMALS);
}

/** `0.042`, `< 0.001`; a dash where nothing was tested. */
export function probabilityText(value: number | null): string {
  if (value === null) return '—';
  return value < LEAST_P ? `< ${LEAST_P}` : value.toFixed(PLACES);
}

/** `= 0.042`, `< 0.001`: what follows the letter p. */
export function testText(value: number): string {
  return value < LEAST_P ? probabilityText(value) : `= ${probabilityText(value)}`;
}
