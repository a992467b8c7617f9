/** Counts what a run asked of a model and what that cost. */

/** As an endpoint reports it for one request. */
export interface TokenUsage {
  readonly prompt: number;
  readonly completion: number;
}

/** Of one run; every answer counts, also one that could not be used. */
export interface UsageTally {
  requests: number;
  /** Requests that failed and were sent again. */
  retries: number;
  cached: number;
  promptTokens: number;
  completionTokens: number;
  /** Answers that did not say how many tokens they took. */
  unmetered: number;
}

export function newTally(): UsageTally {
  return { requests: 0, retries: 0, cached: 0, promptTokens: 0, completionTokens: 0, unmetered: 0 };
}

/** Counts one answer; null where it does not report its tokens. */
export function countAnswer(tally: UsageTally, usage: TokenUsage | null): void {
  if (usage === null) tally.unmetered += 1;
  else {
    tally.promptTokens += usage.prompt;
    tally.completionTokens += usage.completion;
  }
}

/** Per million tokens, in the currency of whoever gives it. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

const MILLION = 1_000_000;

/** The lines that tell a person what a run used. */
export function usageLines(model: string, tally: UsageTally, price: Price | null): readonly string[] {
  const { requests, retries, cached, promptTokens, completionTokens, unmetered } = tally;
  const again = retries > 0 ? `, ${retries} of them again after a failure` : '';
  const unknown = unmetered > 0 ? ` (${unmetered} answers did not say theirs)` : '';
  const lines = [
    `${model}: ${requests} requests${again}; ${cached} answers from the cache`,
    `tokens: ${promptTokens} prompt, ${completionTokens} completion${unknown}`,
  ];
  if (price === null) return lines;
  const cost = (promptTokens * price.input + completionTokens * price.output) / MILLION;
  return [
    ...lines,
    `cost: ${cost.toFixed(4)} at ${price.input} and ${price.output} per million${unmetered > 0 ? ', at least' : ''}`,
  ];
}
