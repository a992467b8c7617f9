/** Stretches as the words on spread say them. */

export const zhDays = (days: number): string => `${days} 天`;
/** `3`, or `3–5` where the two differ. */
export const range = (least: number, most: number): string => (least === most ? String(least) : `${least}–${most}`);
