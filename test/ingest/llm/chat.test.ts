import { afterEach, expect, it } from 'vitest';
import { type ChatOptions, openChat } from '../../../ingest/llm/chat.ts';
import { newTally } from '../../../ingest/llm/usage.ts';
import { completion, type Endpoint, openEndpoint } from '../../support/endpoint.ts';

let endpoint: Endpoint | undefined;
afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
});

const MESSAGES = [{ role: 'user', content: '正文' }] as const;
const KEY = 'sk-very-secret-0001';

/** A chat whose waits are written down instead of waited for. */
function open(baseUrl: string, options: Partial<ChatOptions> = {}) {
  const waits: number[] = [];
  const tally = newTally();
  const chat = openChat({
    baseUrl,
    model: 'small',
    apiKey: null,
    timeoutMs: 5000,
    signal: new AbortController().signal,
    tally,
    sleep: (milliseconds) => Promise.resolve(waits.push(milliseconds)),
    random: () => 0.5,
    ...options,
  });
  return { chat, waits, tally };
}

it('asks for schema-constrained JSON at temperature 0, with the key in its header only', async () => {
  endpoint = await openEndpoint(() => completion('{}'));
  const { chat, tally } = open(`${endpoint.baseUrl}/`, { apiKey: KEY });
  expect(await chat.ask(MESSAGES)).toEqual({ content: '{}', truncated: false });
  const [request] = endpoint.received;
  expect(request).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: `Bearer ${KEY}` } });
  expect(request?.body).toMatchObject({ model: 'small', temperature: 0, response_format: { type: 'json_schema' } });
  expect(JSON.stringify(request?.body)).not.toContain(KEY);
  expect(tally).toMatchObject({ requests: 1, promptTokens: 1000, completionTokens: 100, unmetered: 0 });
});

it('asks for what every field may be, all of them required, in the schema that it sends', async () => {
  endpoint = await openEndpoint(() => completion('{}'));
  await open(endpoint.baseUrl).chat.ask(MESSAGES);
  const schema = JSON.stringify(endpoint.received[0]?.body.response_format?.json_schema?.schema);
  expect(schema).toContain('"LEARNED_FROM"');
  expect(schema).toContain('"additionalProperties":false');
  expect(schema).not.toContain('"default"');
  expect(schema).toMatch(/"required":\["id","kind","name","quotes","path","type","dateQuote"\]/u);
});

it('sends no key where there is none', async () => {
  endpoint = await openEndpoint(() => completion('{}'));
  await open(endpoint.baseUrl).chat.ask(MESSAGES);
  expect(endpoint.received[0]?.headers.authorization).toBeUndefined();
});

it.each([
  [['json_schema'], 'json_object'],
  [['json_schema', 'json_object'], undefined],
])('falls back where %j is refused, and asks no more for it', async (refused, taken) => {
  endpoint = await openEndpoint(({ body }) =>
    refused.includes(body.response_format?.type ?? '') ? { status: 400, text: 'unknown field' } : completion('{}'),
  );
  const { chat } = open(endpoint.baseUrl);
  await chat.ask(MESSAGES);
  await chat.ask(MESSAGES);
  const types = endpoint.received.map(({ body }) => body.response_format?.type);
  expect(types).toEqual([...refused, taken, taken]);
});

it('takes a question that is refused in every format for a fault of the question, and asks for the schema again', async () => {
  endpoint = await openEndpoint((_, index) =>
    index < 3 ? { status: 400, text: 'context too long' } : completion('{}'),
  );
  const { chat } = open(endpoint.baseUrl);
  expect(await chat.ask(MESSAGES)).toEqual({ failure: 'request-refused', text: 'status 400: context too long' });
  await chat.ask(MESSAGES);
  expect(endpoint.received.at(-1)?.body.response_format?.type).toBe('json_schema');
});

it('waits as long as a busy endpoint asks', async () => {
  endpoint = await openEndpoint((_, index) =>
    index === 0 ? { status: 429, headers: { 'retry-after': '7' }, text: 'slow down' } : completion('{}'),
  );
  const { chat, waits, tally } = open(endpoint.baseUrl);
  expect(await chat.ask(MESSAGES)).toMatchObject({ content: '{}' });
  expect(waits).toEqual([7000]);
  expect(tally).toMatchObject({ requests: 2, retries: 1 });
});

it('waits longer each time that a server fails, and gives that question up in the end', async () => {
  endpoint = await openEndpoint(() => ({ status: 500, text: 'out of memory' }));
  const { chat, waits } = open(endpoint.baseUrl);
  expect(await chat.ask(MESSAGES)).toEqual({ failure: 'server-error', text: 'status 500: out of memory' });
  expect(waits).toEqual([500, 1000, 2000, 4000]);
});

it('sends a question again after a connection that broke in the answer', async () => {
  endpoint = await openEndpoint((_, index) => (index === 0 ? 'cut' : completion('{}')));
  expect(await open(endpoint.baseUrl).chat.ask(MESSAGES)).toMatchObject({ content: '{}' });
});

it('gives up a question that hangs', async () => {
  endpoint = await openEndpoint(() => 'hang');
  const { chat, tally } = open(endpoint.baseUrl, { timeoutMs: 40 });
  expect(await chat.ask(MESSAGES)).toEqual({ failure: 'timeout', text: 'no answer within 0.04 s' });
  expect(tally.requests).toBe(5);
});

it('ends the run where nothing listens', async () => {
  endpoint = await openEndpoint(() => completion('{}'));
  const { baseUrl } = endpoint;
  await endpoint.close();
  endpoint = undefined;
  await expect(open(baseUrl).chat.ask(MESSAGES)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

it.each([
  [401, 'Set the variable that --api-key-env names'],
  [404, 'Check --base-url and --model'],
  [302, 'Check --base-url and --model'],
  [429, 'Try again later'],
])('ends the run at status %i, for all questions, without the key in the message', async (status, advice) => {
  endpoint = await openEndpoint(() => ({
    status,
    headers: { location: 'http://127.0.0.1:9/' },
    text: `no: ${KEY}`,
  }));
  const { chat } = open(endpoint.baseUrl, { apiKey: KEY });
  const error: unknown = await chat.ask(MESSAGES).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'bad-input', message: expect.stringContaining(advice) });
  expect(`${String(error)}${JSON.stringify(error)}`).not.toContain(KEY);
  const sent = endpoint.received.length;
  await expect(chat.ask(MESSAGES)).rejects.toBe(error);
  expect(endpoint.received.length).toBe(sent);
});

it('ends the run after five questions in a row without an answer, and not after four', async () => {
  endpoint = await openEndpoint((_, index) => (index === 4 ? completion('{}') : { status: 413, text: 'too long' }));
  const { chat } = open(endpoint.baseUrl);
  for (let question = 0; question < 9; question++) await chat.ask(MESSAGES);
  await expect(chat.ask(MESSAGES)).rejects.toThrow('5 requests in a row failed');
});

it('does not wait for an endpoint that asks for an hour', async () => {
  endpoint = await openEndpoint(() => ({ status: 429, headers: { 'retry-after': '3600' }, text: 'quota' }));
  const { chat, waits } = open(endpoint.baseUrl);
  await expect(chat.ask(MESSAGES)).rejects.toThrow('429');
  expect(waits).toEqual([]);
});

it('ends a request and a wait when it is told to stop', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  endpoint = await openEndpoint(() => {
    stop.abort(reason);
    return 'hang';
  });
  await expect(open(endpoint.baseUrl, { signal: stop.signal }).chat.ask(MESSAGES)).rejects.toBe(reason);

  const inWait = new AbortController();
  await endpoint.close();
  endpoint = await openEndpoint(() => ({ status: 500, text: '' }));
  const { chat } = open(endpoint.baseUrl, {
    signal: inWait.signal,
    sleep: (_, signal) => {
      inWait.abort(reason);
      return Promise.reject(signal.reason);
    },
  });
  await expect(chat.ask(MESSAGES)).rejects.toBe(reason);
  expect(endpoint.received).toHaveLength(1);
});

it('counts an answer that does not say its tokens, and takes one without content for none', async () => {
  endpoint = await openEndpoint((_, index) =>
    index === 0 ? completion('{}', { usage: null }) : { text: '{"choices":[{"message":{"content":null}}]}' },
  );
  const { chat, tally } = open(endpoint.baseUrl);
  expect(await chat.ask(MESSAGES)).toEqual({ content: '{}', truncated: false });
  expect(await chat.ask(MESSAGES)).toMatchObject({ failure: 'no-content' });
  expect(tally).toMatchObject({ requests: 2, promptTokens: 0, completionTokens: 0, unmetered: 2 });
});

it('says that an answer broke off', async () => {
  endpoint = await openEndpoint(() => completion('{"entities": [', { finish: 'length' }));
  expect(await open(endpoint.baseUrl).chat.ask(MESSAGES)).toMatchObject({ truncated: true });
});
