/** `1 node`, `2 nodes`: a number with its English noun, whose plural is given where it is not made with an s. */
export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`;
