import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { completion, type Endpoint, openEndpoint } from '../support/endpoint.ts';
import { type Program, signalGroup, start } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';

const KEY = 'sk-very-secret-0003';

let folder: string;
let endpoint: Endpoint | undefined;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-llm-'));
});
afterEach(async () => {
  if (program) signalGroup(program, 'SIGKILL');
  await program?.ended;
  program = undefined;
  await endpoint?.close();
  endpoint = undefined;
  await rm(folder, { recursive: true, force: true });
});

function extract(baseUrl: string): Program {
  const options = ['--extractor', 'llm', '--base-url', baseUrl, '--model', 'small', '--api-key-env', 'A_KEY'];
  const args = [programPath('ingest/cli/extract.ts'), 'seeds', ...options, '--cache', folder, '--price', '1,2'];
  program = start('node', args, { A_KEY: KEY });
  return program;
}

it('tells at the end what the answers cost', async () => {
  endpoint = await openEndpoint(() => completion({ entities: [], facts: [] }));
  const run = extract(endpoint.baseUrl);
  expect(await run.ended).toBe(0);
  const { length } = endpoint.received;
  expect(run.stderr()).toContain(`small: ${length} requests; 0 answers from the cache`);
  expect(run.stderr()).toContain(`cost: ${(length * 0.0012).toFixed(4)} at 1 and 2 per million`);
  expect(run.stdout().trim().split('\n')).toHaveLength(5);
});

it('ends where the key is not taken, without the key in what it says', async () => {
  endpoint = await openEndpoint(() => ({ status: 401, text: `no such key: ${KEY}` }));
  const run = extract(endpoint.baseUrl);
  expect(await run.ended).toBe(1);
  expect(run.stderr()).toContain('status 401');
  expect(`${run.stdout()}${run.stderr()}`).not.toContain(KEY);
});

it('stops its requests at Ctrl-C, says so, and goes on from there', async () => {
  let isStuck: (() => void) | undefined;
  const stuck = new Promise<void>((resolve) => (isStuck = resolve));
  endpoint = await openEndpoint((_, index) => {
    if (index < 3) return completion({ entities: [], facts: [] });
    isStuck?.();
    return 'hang';
  });
  const run = extract(endpoint.baseUrl);
  await Promise.race([stuck, run.ended]);
  signalGroup(run, 'SIGINT');
  expect(await run.ended).toBe(130);
  expect(run.stderr()).toContain('stopped; what was answered is kept');
  expect(run.stderr()).toContain('3000 prompt');
});
