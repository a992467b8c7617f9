/** Counts and stretches as the words on spread say them. */

/** Days as people say them: whole months and years once they are long. */
export const zhDays = (days: number): string => `${days} 天`;
export const range = (least: number, most: number): string => (least === most ? String(least) : `${least}–${most}`);
export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`;
