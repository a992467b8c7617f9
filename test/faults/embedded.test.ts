/** What happens to the embedded store when its engine, its file or its program goes wrong. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../graph/open.ts';
import type { Statement } from '../../graph/store.ts';
import { type EmbeddedStore, openEmbedded } from '../../graph/stores/embedded.ts';
import { familyOf, NO_PROC, type Program, signalGroup, start, survivorsOf, waitFor } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';

const run = (cypher: string): Statement => ({ cypher, row: z.unknown() });
const COUNT = { cypher: 'MATCH (n:Entity) RETURN count(n) AS n', row: z.object({ n: z.number() }) };
const RUNAWAY = `UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 5000) AS c
WITH a, b, c WHERE (a * b + c) % 7919 = -1 RETURN count(*) AS n`;

let folder: string;
let file: string;
let stores: EmbeddedStore[] = [];
let programs: Program[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-faults-'));
  file = join(folder, 'graph.grafeo');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const program of programs) signalGroup(program, 'SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
  programs = [];
  rmSync(folder, { recursive: true, force: true });
});

async function open(path = file): Promise<EmbeddedStore> {
  const store = await openEmbedded(path);
  stores.push(store);
  return store;
}

function otherProgram(...args: string[]): Program {
  const program = start(process.execPath, [programPath('test/support/programs/open-store.ts'), file, ...args]);
  programs.push(program);
  return program;
}

describe('the engine', () => {
  test('that is killed in a query rejects it, and the next call finds all that was committed', async () => {
    const store = await open();
    await store.write([run("CREATE (:Entity {id: 'kept'})")]);
    const lost = store.readTable(RUNAWAY);
    // The answer to a later call shows that the query is under way.
    await store.read(COUNT);
    process.kill(store.hostPid() ?? 0, 'SIGKILL');
    await expect(lost).rejects.toMatchObject({ code: 'store-unavailable', message: expect.stringContaining(file) });
    expect(await store.read(COUNT)).toEqual([{ n: 1 }]);
  });

  test('that is killed while idle is started again by the next call', async () => {
    const store = await open();
    await store.write([run("CREATE (:Entity {id: 'kept'})")]);
    const first = store.hostPid() ?? 0;
    process.kill(first, 'SIGKILL');
    await survivorsOf([first], 5_000);
    expect(await store.read(COUNT)).toEqual([{ n: 1 }]);
    expect(store.hostPid()).not.toBe(first);
  });

  test('keeps every write that was acknowledged when it is killed among many', async () => {
    const store = await open();
    let acknowledged = 0;
    const writing = (async () => {
      for (let index = 0; index < 10_000; index += 1) {
        await store.write([run(`CREATE (:Entity {id: 'a${index}'})`), run(`CREATE (:Entity {id: 'b${index}'})`)]);
        acknowledged += 1;
      }
    })();
    while (acknowledged < 50) await new Promise((resolve) => setTimeout(resolve, 5));
    process.kill(store.hostPid() ?? 0, 'SIGKILL');
    await expect(writing).rejects.toMatchObject({ code: 'store-unavailable' });
    const [found] = await store.read(COUNT);
    // Both nodes of a write or neither; the one that was under way may have got through.
    expect([2 * acknowledged, 2 * acknowledged + 2]).toContain(found?.n);
  });

  test('a read that reaches its limit does not break a write that is under way', async () => {
    const store = await open();
    const rows = Array.from({ length: 20_000 }, (_, index) => index);
    const slow = store.readTable(RUNAWAY, {}, { timeoutMs: 50 });
    const write = store.write([{ ...run('UNWIND $rows AS i CREATE (:Entity {id: i})'), params: { rows } }]);
    await expect(slow).rejects.toMatchObject({ code: 'limit-exceeded' });
    await write;
    expect(await store.read(COUNT)).toEqual([{ n: rows.length }]);
  });
});

describe('the file', () => {
  test('is created with its folders', async () => {
    await open(join(folder, 'a', 'b', 'graph.grafeo'));
    expect(existsSync(join(folder, 'a', 'b', 'graph.grafeo'))).toBe(true);
  });

  test('keeps what was written when it is closed and opened again', async () => {
    const store = await open();
    await store.write([run("CREATE (:Entity {id: 'kept'})")]);
    await store.close();
    expect(await (await open()).read(COUNT)).toEqual([{ n: 1 }]);
  });

  test('that another process has open is named, with what to do', async () => {
    await waitFor(otherProgram(), /open/u);
    await expect(openEmbedded(file)).rejects.toMatchObject({
      code: 'store-locked',
      message: expect.stringMatching(/graph\.grafeo.*Stop that process.*NEO4J_URI/su),
    });
  });

  test('may be opened as soon as the other process has ended', async () => {
    const other = otherProgram();
    const [, host] = await waitFor(other, /open (\d+)/u);
    signalGroup(other, 'SIGKILL');
    await survivorsOf([Number(host)], 5_000);
    expect(await (await open()).read(COUNT)).toEqual([{ n: 0 }]);
  });

  test.each([
    ['a text', (path: string) => writeFileSync(path, '版面'.repeat(1000))],
    ['empty', (path: string) => writeFileSync(path, '')],
  ])('that is %s is refused and left as it is', async (_, make) => {
    make(file);
    const before = readFileSync(file);
    await expect(openEmbedded(file)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('graph.grafeo is not a graph file'),
    });
    expect(readFileSync(file)).toEqual(before);
  });

  test('that lost its end is refused with a message, or opens', async () => {
    const store = await open();
    await store.write([run('UNWIND range(1, 2000) AS i CREATE (:Entity {id: i})')]);
    await store.close();
    truncateSync(file, 10_000);
    await expect(openEmbedded(file)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('graph.grafeo'),
    });
  });

  test('cannot be a folder, or lie below a file', async () => {
    await expect(openEmbedded(folder)).rejects.toMatchObject({ code: 'store-unavailable' });
    writeFileSync(join(folder, 'plain'), '');
    await expect(openEmbedded(join(folder, 'plain', 'graph.grafeo'))).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('plain'),
    });
  });

  test('that is not there is not made by a command that only reads', async () => {
    await expect(openStore({ store: file, mustExist: true }, {})).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('npm run ingest'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a throw-away store is gone after closing', async () => {
    vi.stubEnv('TMPDIR', folder);
    const own = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('zhitu-'));
    const store = await openEmbedded(':memory:');
    expect(own()).toHaveLength(1);
    await store.close();
    expect(own()).toEqual([]);
  });
});

describe.skipIf(NO_PROC !== null)('the process of the engine', () => {
  test.each([
    ['is killed', 'SIGKILL'],
    ['is interrupted', 'SIGINT'],
    ['is terminated', 'SIGTERM'],
  ] as const)('ends when its program %s, in the middle of a query too', async (_, signal) => {
    const program = otherProgram('query', RUNAWAY);
    await waitFor(program, /open/u);
    const family = familyOf(program.child.pid as number);
    expect(family.length).toBeGreaterThan(1);
    // The signal reaches only the program: its engine has to notice by itself.
    program.child.kill(signal);
    expect(await survivorsOf(family, 10_000)).toEqual([]);
  });

  test('outlives a Ctrl-C that its program survives', async () => {
    const store = await open();
    process.kill(store.hostPid() ?? 0, 'SIGINT');
    const host = store.hostPid();
    expect(await store.read(COUNT)).toEqual([{ n: 0 }]);
    expect(store.hostPid()).toBe(host);
  });

  test('does not keep a program alive that forgets to close the store', async () => {
    const program = otherProgram('forget');
    const [, host] = await waitFor(program, /open (\d+)/u);
    expect(await program.ended).toBe(0);
    expect(await survivorsOf([Number(host)], 10_000)).toEqual([]);
  });
});

describe('a full disk', () => {
  const mounted = (path: string): boolean =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path]).status === 0;

  test('is reported as such, and what was committed before can be read', async (context) => {
    if (!mounted(folder)) context.skip('a small file system can only be mounted by root');
    try {
      const store = await open();
      await store.write([run("CREATE (:Entity {id: 'kept'})")]);
      const filling = (async () => {
        for (let index = 0; index < 500; index += 1) {
          await store.write([run(`UNWIND range(1, 500) AS i CREATE (:Other {text: '${'文'.repeat(100)}'})`)]);
        }
      })();
      await expect(filling).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining(file) });
      expect(await store.read(COUNT)).toEqual([{ n: 1 }]);
      await store.close().catch(() => {});
    } finally {
      spawnSync('umount', [folder]);
    }
  });
});
