/** Asks an endpoint that speaks the chat-completions protocol of OpenAI, with patience for one that is busy. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ZhituError } from '../../graph/errors.ts';
import { ANSWER_SCHEMA } from './answer.ts';
import { readRetryAfter, waitBefore } from './backoff.ts';
import { type Outcome, post } from './post.ts';
import { countAnswer, type UsageTally } from './usage.ts';

export interface Message {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export interface ChatOptions {
  /** Up to and without `/chat/completions`: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as a bearer token, and kept out of every message. */
  readonly apiKey: string | null;
  /** For one attempt, its answer included. Milliseconds. */
  readonly timeoutMs: number;
  /** Ends all requests and waits. */
  readonly signal: AbortSignal;
  readonly tally: UsageTally;
  /** Milliseconds; for tests. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  readonly random?: () => number;
}

export type ChatFailure = 'timeout' | 'server-error' | 'request-refused' | 'no-content';

export type ChatReply =
  | { readonly content: string; readonly truncated: boolean }
  | { readonly failure: ChatFailure; readonly text: string };

export interface Chat {
  readonly model: string;
  /**
   * One answer, or why there is none for this question.
   * @throws ZhituError `bad-input` where every further question would fail alike (no such address, a key that is not taken,
   * no quota left, five failures in a row); the signal's reason where it has ended the run
   */
  ask(messages: readonly Message[]): Promise<ChatReply>;
}

/** A question is sent this often at most. */
const ATTEMPTS = 5;
/** An endpoint that asks for a longer wait will not answer in this run. Milliseconds. */
const LONGEST_RETRY_AFTER = 300_000;
/** So many questions in a row without an answer are no accident of one article. */
const FAILURES_IN_A_ROW = 5;
/** Of what an endpoint says about an error; in UTF-16 units. */
const EXCERPT = 200;

/** What is asked for, the strictest first: an endpoint that refuses one gets the next. */
const FORMATS = [
  { type: 'json_schema', json_schema: { name: 'extraction', strict: true, schema: ANSWER_SCHEMA } },
  { type: 'json_object' },
  null,
] as const;

const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() }))
    .min(1),
});
const Usage = z.object({
  usage: z.object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() }),
});

/** A way to ask one endpoint. It sends again what fails for a while, and asks nothing more once every question would fail. */
export function openChat(options: ChatOptions): Chat {
  const { baseUrl, model, tally } = options;
  const address = `${baseUrl.replace(/\/+$/u, '')}/chat/completions`;
  const sleep = options.sleep ?? ((milliseconds, signal) => pause(milliseconds, undefined, { signal }));
  const random = options.random ?? Math.random;
  const fatal = new AbortController();
  const signal = AbortSignal.any([options.signal, fatal.signal]);
  /** Index of the strictest format that the endpoint is not known to refuse. */
  let strictest = 0;
  let failures = 0;

  /** Ends this and all other questions. */
  function end(message: string): ZhituError {
    const error = new ZhituError('bad-input', `${address}: ${message}`, { endpoint: address, model });
    fatal.abort(error);
    return error;
  }

  function fail(failure: ChatFailure, text: string): ChatReply {
    failures += 1;
    if (failures >= FAILURES_IN_A_ROW)
      throw end(`expected answers, and ${failures} requests in a row failed; the last: ${text}. Try again later`);
    return { failure, text };
  }

  async function send(messages: readonly Message[], format: (typeof FORMATS)[number]): Promise<Outcome> {
    const body = { model, messages, temperature: 0, ...(format ? { response_format: format } : {}) };
    for (let attempt = 0; ; attempt++) {
      tally.requests += 1;
      if (attempt > 0) tally.retries += 1;
      const outcome = await post(address, body, { ...options, signal });
      signal.throwIfAborted();
      if (attempt + 1 >= ATTEMPTS || !isPassing(outcome)) return outcome;
      const retryAfter = 'status' in outcome ? readRetryAfter(outcome.retryAfter, Date.now()) : null;
      if (retryAfter !== null && retryAfter > LONGEST_RETRY_AFTER) return outcome;
      try {
        await sleep(waitBefore(attempt, retryAfter, random()), signal);
      } finally {
        signal.throwIfAborted();
      }
    }
  }

  return {
    model,
    async ask(messages) {
      signal.throwIfAborted();
      for (let format = strictest; ; format++) {
        const outcome = await send(messages, FORMATS[format] as (typeof FORMATS)[number]);
        if ('unreachable' in outcome)
          throw end(`expected an endpoint there, and it cannot be reached (${outcome.unreachable}). Check --base-url`);
        if ('timeout' in outcome) return fail('timeout', `no answer within ${options.timeoutMs / 1000} s`);
        const { status, text } = outcome;
        if (isFormatRefusal(status) && format + 1 < FORMATS.length) continue;
        if (status >= 200 && status < 300) {
          // A refusal may also mean the question; only an answer tells which format is taken.
          strictest = Math.max(strictest, format);
          return read(text);
        }
        if (status >= 500 || status === REQUEST_TIMEOUT)
          return fail('server-error', `status ${status}: ${excerpt(text)}`);
        if (isFormatRefusal(status) || status === TOO_LARGE)
          return fail('request-refused', `status ${status}: ${excerpt(text)}`);
        throw end(endpointProblem(status, text));
      }
    },
  };

  function read(text: string): ChatReply {
    const json = parseJson(text);
    const completion = Completion.safeParse(json);
    const usage = Usage.safeParse(json).data?.usage;
    countAnswer(tally, usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : null);
    const choice = completion.data?.choices[0];
    if (!choice?.message.content) return fail('no-content', `an answer without content: ${excerpt(text)}`);
    failures = 0;
    return { content: choice.message.content, truncated: choice.finish_reason === 'length' };
  }
}

const REQUEST_TIMEOUT = 408;
const TOO_LARGE = 413;
const TOO_MANY = 429;

/** What may go better the next time. */
function isPassing(outcome: Outcome): boolean {
  if (!('status' in outcome)) return true;
  return outcome.status === TOO_MANY || outcome.status === REQUEST_TIMEOUT || outcome.status >= 500;
}

/** 400 is what the protocol says, 422 what servers built on FastAPI answer for a field they do not know. */
function isFormatRefusal(status: number): boolean {
  return status === 400 || status === 422;
}

/** What is said of a 401 or 403 is not repeated: some endpoints quote the key in it. */
function endpointProblem(status: number, text: string): string {
  if (status === 401 || status === 403)
    return `expected the key to be taken, and got status ${status}. Set the variable that --api-key-env names`;
  if (status === TOO_MANY)
    return `expected an answer, and got status 429 to the end: ${excerpt(text)}. Try again later`;
  return `expected an answer, and got status ${status}: ${excerpt(text)}. Check --base-url and --model`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function excerpt(text: string): string {
  return text.replace(/\s+/gu, ' ').slice(0, EXCERPT);
}
