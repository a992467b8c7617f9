/** The options that choose who reads the articles: the rules, a language model, or both. */

import { usageError } from '../../graph/cli/command.ts';
import { ZhituError } from '../../graph/errors.ts';
import type { PageExtractor } from '../extract.ts';
import { openAnswerCache } from '../llm/cache.ts';
import { openChat } from '../llm/chat.ts';
import { openLlmExtractor } from '../llm/extractor.ts';
import { newTally, type Price, usageLines } from '../llm/usage.ts';
import type { Pipeline } from '../pipeline.ts';

export const EXTRACTOR_OPTIONS = {
  extractor: { type: 'string' },
  'base-url': { type: 'string' },
  model: { type: 'string' },
  'api-key-env': { type: 'string' },
  cache: { type: 'string' },
  price: { type: 'string' },
  timeout: { type: 'string' },
  concurrency: { type: 'string' },
} as const;

export const EXTRACTOR_OPTIONS_HELP = `  --extractor E     rules (default, offline), llm (a language model), or both (docs/llm.md)
  --base-url U      with llm or both: OpenAI-compatible endpoint, up to /v1: http://127.0.0.1:11434/v1
  --model M         with llm or both: name of the model at that endpoint
  --api-key-env N   name of the environment variable that holds the key, where one is needed
  --cache DIR       folder of kept answers (default data/llm-cache)
  --price IN,OUT    price of a million prompt and completion tokens, to print the cost
  --timeout S       seconds for one request (default 120, at most 300)
  --concurrency N   requests at once (default 4, at most 64)`;

export type ExtractorValues = { readonly [K in keyof typeof EXTRACTOR_OPTIONS]?: string | undefined };

interface LlmSettings {
  readonly mode: 'llm' | 'both';
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  readonly cache: string;
  readonly price: Price | null;
  readonly timeoutMs: number;
  readonly concurrency: number;
}

const DEFAULT_CACHE = 'data/llm-cache';
/** In seconds: an answer about a long article takes a local model a minute. The runtime itself waits no longer than 300. */
const TIMEOUT = { usual: 120, least: 1, most: 300 };
const CONCURRENCY = { usual: 4, least: 1, most: 64 };
/** What a shell reports for a program that Ctrl-C ended: 128 and the number of the signal. */
const INTERRUPTED = 130;

/**
 * Runs `use` with the extractor that the options name. Without `--extractor llm` or `both` that is the pipeline, and nothing
 * goes over the network. Otherwise Ctrl-C ends all requests (status 130), and what the run used is said at the end.
 * @throws ZhituError `bad-input` (usage) for options that do not fit together
 */
export async function withExtractor(
  values: ExtractorValues,
  pipeline: Pipeline,
  use: (extractor: PageExtractor) => Promise<number>,
): Promise<number> {
  const settings = llmSettings(values, process.env);
  if (settings === null) return use(pipeline);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort(new ZhituError('bad-input', 'stopped by Ctrl-C'));
  process.once('SIGINT', onInterrupt);
  const tally = newTally();
  const chat = openChat({ ...settings, tally, signal: stop.signal });
  const extractor = openLlmExtractor({ ...settings, pipeline, chat, cache: openAnswerCache(settings.cache), tally });
  let lines: readonly string[] = [];
  try {
    return await use(extractor);
  } catch (error) {
    if (error !== stop.signal.reason) throw error;
    lines = ['stopped; what was answered is kept, and the next run goes on from there'];
    return INTERRUPTED;
  } finally {
    process.off('SIGINT', onInterrupt);
    stop.abort();
    for (const line of [...lines, ...usageLines(settings.model, tally, settings.price)])
      process.stderr.write(`${line}\n`);
  }
}

/** Null where the rules alone read. @throws ZhituError `bad-input` (usage) */
export function llmSettings(values: ExtractorValues, env: NodeJS.ProcessEnv): LlmSettings | null {
  const { extractor = 'rules', model, cache = DEFAULT_CACHE } = values;
  if (extractor === 'rules') {
    const { extractor: _, ...others } = values;
    const option = Object.keys(EXTRACTOR_OPTIONS).find((name) => others[name as keyof typeof others] !== undefined);
    if (option) throw usageError(`--${option} goes with --extractor llm or both, and the rules read here`);
    return null;
  }
  if (extractor !== 'llm' && extractor !== 'both')
    throw usageError(`--extractor expects rules, llm or both, and was given ${extractor}`);
  if (!model) throw usageError(`--extractor ${extractor} expects --model with the name of a model`);
  return {
    mode: extractor,
    model,
    cache,
    baseUrl: baseUrl(values['base-url'], extractor),
    apiKey: apiKey(values['api-key-env'], env),
    price: price(values.price),
    timeoutMs: 1000 * wholeNumber('timeout', values.timeout, TIMEOUT),
    concurrency: wholeNumber('concurrency', values.concurrency, CONCURRENCY),
  };
}

function baseUrl(text: string | undefined, extractor: string): string {
  if (!text) throw usageError(`--extractor ${extractor} expects --base-url with the address of an endpoint`);
  const url = URL.canParse(text) ? new URL(text) : null;
  // Not repeated: what is wrong about it may be a password in it.
  if (!url || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '')
    throw usageError(
      '--base-url expects an http or https address without user, password and query. Give a key by --api-key-env',
    );
  return text;
}

function apiKey(name: string | undefined, env: NodeJS.ProcessEnv): string | null {
  if (name === undefined) return null;
  const key = env[name]?.trim();
  if (!key) throw usageError('--api-key-env expects the name of an environment variable that is set, and it is not');
  if (!/^[\x21-\x7e]+$/u.test(key)) throw usageError(`the key in ${name} has characters that no header can carry`);
  return key;
}

function price(text: string | undefined): Price | null {
  if (text === undefined) return null;
  const [, input, output] = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/u.exec(text) ?? [];
  if (input === undefined || output === undefined)
    throw usageError(`--price expects two numbers such as 0.15,0.60, and was given ${text}`);
  return { input: Number(input), output: Number(output) };
}

function wholeNumber(
  option: string,
  text: string | undefined,
  { usual, least, most }: { readonly usual: number; readonly least: number; readonly most: number },
): number {
  if (text === undefined) return usual;
  const number = /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw usageError(`--${option} expects a whole number from ${least} to ${most}, and was given ${text}`);
  return number;
}
