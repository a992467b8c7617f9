/** Words as a query of a full-text index with the analyzer `cjk`, which keeps Chinese texts as pairs of neighbouring characters. */

/** Runs that the analyzer takes apart into pairs, and those that it keeps whole. */
const RUNS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]+|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])[\p{L}\p{Nd}])+/gu;
const PAIRED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/**
 * A query (in the syntax of Lucene) that finds at least every text which holds all of these words as they are written, in lower case;
 * null where none of them has a letter or digit: the index holds nothing else.
 *
 * Two and more characters are a phrase of pairs. One is looked for as the first or the second of a pair: it may be either, and
 * stands alone only between other scripts. Letters and digits may be the middle of a longer word; the index has them in their usual width.
 */
export function fullTextQuery(terms: readonly string[]): string | null {
  const runs = terms.flatMap((term) => term.match(RUNS) ?? []);
  if (runs.length === 0) return null;
  return [...new Set(runs)].map(runQuery).join(' AND ');
}

/**
 * The same for the runs that the index has as pairs alone: what it finds by these is found at once. Null where there are none; other words
 * are then looked for in another way.
 */
export function pairsQuery(term: string): string | null {
  const runs = (term.match(RUNS) ?? []).filter((run) => PAIRED.test(run) && [...run].length > 1);
  return runs.length === 0 ? null : runs.map(runQuery).join(' AND ');
}

function runQuery(run: string): string {
  if (!PAIRED.test(run)) return `*${run.normalize('NFKC')}*`;
  return [...run].length > 1 ? `"${run}"` : `(${run}* OR *${run})`;
}
