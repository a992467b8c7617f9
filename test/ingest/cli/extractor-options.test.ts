import { describe, expect, it } from 'vitest';
import { llmSettings, workersOf } from '../../../ingest/cli/extractor-options.ts';

const LLM = { extractor: 'llm', 'base-url': 'http://127.0.0.1:11434/v1', model: 'small' };

describe('llmSettings', () => {
  it('are none without --extractor, so that nothing goes over the network', () => {
    expect(llmSettings({}, {})).toBeNull();
    expect(llmSettings({ extractor: 'rules' }, {})).toBeNull();
  });

  it('have a default for all but the endpoint and the model', () => {
    expect(llmSettings(LLM, {})).toEqual({
      mode: 'llm',
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'small',
      apiKey: null,
      cache: 'data/llm-cache',
      price: null,
      timeoutMs: 120_000,
      concurrency: 4,
    });
  });

  it('take the key from the variable that is named, and no other', () => {
    const env = { MY_KEY: ' sk-1\n', OPENAI_API_KEY: 'sk-2' };
    expect(llmSettings({ ...LLM, 'api-key-env': 'MY_KEY' }, env)?.apiKey).toBe('sk-1');
    expect(llmSettings(LLM, env)?.apiKey).toBeNull();
  });

  it('read price, time limit and number of requests', () => {
    const settings = llmSettings({ ...LLM, extractor: 'both', price: '0.15,3', timeout: '30', concurrency: '8' }, {});
    expect(settings).toMatchObject({
      mode: 'both',
      price: { input: 0.15, output: 3 },
      timeoutMs: 30_000,
      concurrency: 8,
    });
  });

  it.each([
    ['--extractor', { ...LLM, extractor: 'gpt' }],
    ['--model', { ...LLM, model: undefined }],
    ['--base-url', { ...LLM, 'base-url': undefined }],
    ['--base-url', { ...LLM, 'base-url': '127.0.0.1:8080' }],
    ['--base-url', { ...LLM, 'base-url': 'file:///etc/passwd' }],
    ['--api-key-env', { ...LLM, 'api-key-env': 'NOT_SET' }],
    ['--price', { ...LLM, price: '0.15' }],
    ['--timeout', { ...LLM, timeout: '301' }],
    ['--concurrency', { ...LLM, concurrency: '0' }],
    ['--model', { model: 'small' }],
    ['--cache', { extractor: 'rules', cache: 'x' }],
    ['--workers', { ...LLM, workers: '2' }],
  ])('say what is wrong with %s in %j', (option, values) => {
    expect(() => llmSettings(values, {})).toThrow(option);
  });

  it('repeat neither a password in the address nor a key', () => {
    const address = { ...LLM, 'base-url': 'http://user:hunter2@host/v1' };
    expect(() => llmSettings(address, {})).toThrow(/^(?!.*hunter2)/u);
    expect(() => llmSettings({ ...LLM, 'api-key-env': 'K' }, { K: 'sk-1\nx' })).toThrow(/^(?!.*sk-1)/u);
  });
});

describe('workersOf', () => {
  const GB = 1_000_000_000;

  it('is one a core, as far as half of the memory goes, and never none', () => {
    expect(workersOf(undefined, 8, 64 * GB)).toBe(8);
    expect(workersOf(undefined, 8, 2 * GB)).toBe(2);
    expect(workersOf(undefined, 8, 0.1 * GB)).toBe(1);
    expect(workersOf(undefined, 96, 1000 * GB)).toBe(64);
  });

  it('is what was asked for', () => {
    expect(workersOf('3', 1, GB)).toBe(3);
    for (const wrong of ['0', '65', 'all', '1.5', '-1']) expect(() => workersOf(wrong, 8, GB)).toThrow('--workers');
  });
});
