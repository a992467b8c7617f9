/** The options that choose who reads the articles: the rules, a language model, or both. */
import { availableParallelism, totalmem } from 'node:os';
import { usageError } from '../../graph/cli/command.ts';
import type { PageExtractor } from '../extract.ts';
import { openAnswerCache } from '../llm/cache.ts';
import { openChat } from '../llm/chat.ts';
import { openLlmExtractor } from '../llm/extractor.ts';
import { newTally, type Price, usageLines } from '../llm/usage.ts';
import { openPipeline } from '../pipeline.ts';
import { modelVersion, rulesVersion } from '../version.ts';
import type { WorkerSettings } from '../workers/messages.ts';
import { openWorkerPool } from '../workers/pool.ts';

export const EXTRACTOR_OPTIONS = {
  extractor: { type: 'string' },
  'base-url': { type: 'string' },
  model: { type: 'string' },
  'api-key-env': { type: 'string' },
  cache: { type: 'string' },
  price: { type: 'string' },
  timeout: { type: 'string' },
  concurrency: { type: 'string' },
  workers: { type: 'string' },
} as const;

export const EXTRACTOR_OPTIONS_HELP = `  --extractor E     rules (default, offline), llm (a language model), or both (docs/llm.md)
  --base-url U      with llm or both: OpenAI-compatible endpoint, up to /v1: http://127.0.0.1:11434/v1
  --model M         with llm or both: name of the model at that endpoint
  --api-key-env N   name of the environment variable that holds the key, where one is needed
  --cache DIR       folder of kept answers (default data/llm-cache)
  --price IN,OUT    price of a million prompt and completion tokens, to print the cost
  --timeout S       seconds for one request (default 120, at most 300)
  --concurrency N   requests at once (default 4, at most 64)
  --workers N       threads that read pages by the rules, 1 to 64 (default: one a core, as memory allows;
                    1 reads in this thread)  并行抽取的线程数`;

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
const WORKERS = { least: 1, most: 64 };
/** What a thread takes once it has read its first pages, in bytes (docs/runs.md has the figures). */
const WORKER_BYTES = 400_000_000;

export interface ChosenExtractor {
  readonly extractor: PageExtractor;
  /** Milliseconds that the rules spent in each stage so far, over all threads. */
  readonly timings: () => ReadonlyMap<string, number>;
}

/**
 * Runs `use` with the extractor that the options name. Without `--extractor llm` or `both` that is the pipeline, in as many threads
 * as asked for, and nothing goes over the network. Otherwise what the run used is said at the end.
 * @param settings what was given for all pages
 * @param signal ends all requests and threads at once; what is being read is then rejected with its reason
 * @throws ZhituError `bad-input` (usage) for options that do not fit together
 */
export async function withExtractor<T>(
  values: ExtractorValues,
  settings: WorkerSettings,
  signal: AbortSignal,
  use: (chosen: ChosenExtractor) => Promise<T>,
): Promise<T> {
  const llm = llmSettings(values, process.env);
  if (llm === null) return withRules(workersOf(values.workers), settings, signal, use);
  const tally = newTally();
  const end = new AbortController();
  const chat = openChat({ ...llm, tally, signal: AbortSignal.any([signal, end.signal]) });
  const pipeline = openPipeline(settings);
  const model = openLlmExtractor({ ...llm, pipeline, chat, cache: openAnswerCache(llm.cache), tally });
  const given = { settings: settingsText(settings), version: modelVersion(llm.mode, llm.model) };
  try {
    return await use({ extractor: { ...model, ...given }, timings: () => pipeline.timings });
  } finally {
    end.abort();
    if (signal.aborted)
      process.stderr.write('stopped; what was answered is kept, and the next run goes on from there\n');
    for (const line of usageLines(llm.model, tally, llm.price)) process.stderr.write(`${line}\n`);
  }
}

async function withRules<T>(
  workers: number,
  settings: WorkerSettings,
  signal: AbortSignal,
  use: (chosen: ChosenExtractor) => Promise<T>,
): Promise<T> {
  const given = { settings: settingsText(settings), version: rulesVersion() };
  if (workers === 1) {
    const pipeline = openPipeline(settings);
    return use({ extractor: { ...pipeline, ...given }, timings: () => pipeline.timings });
  }
  const pool = openWorkerPool({ workers, settings, signal });
  try {
    return await use({ extractor: { ...pool, ...given }, timings: () => pool.timings });
  } finally {
    await pool.close();
  }
}

/** Equal for the same; empty where nothing was given. */
function settingsText({ date, publication }: WorkerSettings): string {
  return date || publication ? JSON.stringify([date?.value ?? null, publication ?? null]) : '';
}

/** @throws ZhituError `bad-input` (usage) */
export function workersOf(text: string | undefined, cores = availableParallelism(), memory = totalmem()): number {
  // Half of the memory is left to the store and to the others on the machine.
  const usual = Math.max(WORKERS.least, Math.min(cores, WORKERS.most, Math.floor(memory / 2 / WORKER_BYTES)));
  return wholeNumber('workers', text, { usual, ...WORKERS });
}

/** Null where the rules alone read. @throws ZhituError `bad-input` (usage) */
export function llmSettings(values: ExtractorValues, env: NodeJS.ProcessEnv): LlmSettings | null {
  const { extractor = 'rules', model, cache = DEFAULT_CACHE } = values;
  if (extractor === 'rules') {
    const { extractor: _, workers: _workers, ...others } = values;
    const option = Object.keys(EXTRACTOR_OPTIONS).find((name) => others[name as keyof typeof others] !== undefined);
    if (option) throw usageError(`--${option} goes with --extractor llm or both, and the rules read here`);
    return null;
  }
  if (extractor !== 'llm' && extractor !== 'both')
    throw usageError(`--extractor expects rules, llm or both, and was given ${extractor}`);
  if (values.workers !== undefined)
    throw usageError(`--workers goes with the rules; with --extractor ${extractor} say --concurrency`);
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
