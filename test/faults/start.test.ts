import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { familyOf, NO_PROC, type Program, signalGroup, start, survivorsOf, waitFor } from '../support/processes.ts';

/** What `npm start` promises, with room for a busy machine; in milliseconds. */
const STOPPED = 5_000;

let folder: string;
let programs: Program[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-start-'));
});
afterEach(async () => {
  for (const program of programs) signalGroup(program, 'SIGKILL');
  programs = [];
  await rm(folder, { recursive: true, force: true });
});

function npmStart(...args: readonly string[]): Program {
  const program = start('npm', ['start', '--', '--store', join(folder, 'graph.grafeo'), ...args], { ZHITU_STORE: '' });
  programs.push(program);
  return program;
}

const ADDRESS = /explorer on (http:\/\/127\.0\.0\.1:\d+)/u;

describe('npm start', { timeout: 120_000 }, () => {
  beforeEach(({ skip }) => skip(NO_PROC !== null, NO_PROC ?? ''));

  it.each([
    ['Ctrl-C in a terminal, which reaches every process', 'SIGINT', 'group'],
    ['SIGINT to npm alone', 'SIGINT', 'npm'],
    ['SIGTERM to npm alone', 'SIGTERM', 'npm'],
  ] as const)('leaves no process behind after %s', async (_, signal, target) => {
    const program = npmStart('--port', '0');
    const [, url] = await waitFor(program, ADDRESS);
    expect((await fetch(`${url}/`)).status).toBe(200);
    const pid = program.child.pid as number;
    const family = familyOf(pid);
    // npm, Node, and the process of the engine.
    expect(family.length).toBeGreaterThanOrEqual(3);
    if (target === 'group') signalGroup(program, signal);
    else process.kill(pid, signal);
    expect(await survivorsOf(family, STOPPED)).toEqual([]);
  });

  it('leaves no process behind when it is stopped before it serves', async () => {
    const program = npmStart('--port', '0');
    await waitFor(program, /store .*graph\.grafeo/u);
    const family = familyOf(program.child.pid as number);
    signalGroup(program, 'SIGINT');
    expect(await survivorsOf(family, STOPPED)).toEqual([]);
  });

  it('changes nothing the second time, and says so', async () => {
    const first = npmStart('--port', '0');
    await waitFor(first, ADDRESS);
    expect(first.stdout()).toMatch(/nodes {6}[1-9]\d* created, 0 changed, 0 unchanged/u);
    signalGroup(first, 'SIGINT');
    await first.ended;
    const second = npmStart('--port', '0');
    await waitFor(second, ADDRESS);
    expect(second.stdout()).toMatch(/^Nothing changed: /mu);
  });

  it('names a taken port before it does anything else', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const program = npmStart('--port', String(port));
    expect(await program.ended).toBe(1);
    other.close();
    expect(program.stderr()).toContain(`port ${port} on 127.0.0.1 is taken`);
    expect(existsSync(join(folder, 'graph.grafeo'))).toBe(false);
  });

  it('says how it is called when it is called otherwise', async () => {
    const program = npmStart('--prot', '0');
    expect(await program.ended).toBe(2);
    expect(program.stderr()).toContain('--prot');
  });
});
