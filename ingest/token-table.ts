/** The words of a document by their places: posts and names of all kinds ask for them at every step. */
import type { Token } from './segment.ts';

export class TokenTable {
  /** For each position the token that covers the character before it. */
  readonly #over: (Token | undefined)[];

  /** @param tokens without overlaps */
  constructor(tokens: readonly Token[]) {
    this.#over = new Array<Token | undefined>((tokens.at(-1)?.end ?? 0) + 1);
    for (const token of tokens) this.#over.fill(token, token.start + 1, token.end + 1);
  }

  startingAt(position: number): Token | undefined {
    const token = this.#over[position + 1];
    return token?.start === position ? token : undefined;
  }

  endingAt(position: number): Token | undefined {
    const token = this.#over[position];
    return token?.end === position ? token : undefined;
  }

  /** The token that covers the character before a position. */
  before(position: number): Token | undefined {
    return this.#over[position];
  }
}

const tables = new WeakMap<readonly Token[], TokenTable>();

/** The table of a document's tokens, made once for all stages. */
export function tokenTable(tokens: readonly Token[]): TokenTable {
  let table = tables.get(tokens);
  if (!table) {
    table = new TokenTable(tokens);
    tables.set(tokens, table);
  }
  return table;
}
