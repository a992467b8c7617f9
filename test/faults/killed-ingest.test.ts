/** An ingest that is killed at any moment, and ingested again: the store is that of an ingest that nobody disturbed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { dumpOf } from '../support/page-walk.ts';
import { familyOf, NO_PROC, type Program, signalGroup, start, survivorsOf } from '../support/processes.ts';
import { TOY_EXTRACTOR, toyText } from '../support/toy-pages.ts';

/** Rounds of killing; `npm run test:faults` asks for more. */
const ROUNDS = Number(process.env.ZHITU_FAULT_ROUNDS ?? 3);
/** Enough for several transactions, of which pages share people, places and issues. */
const LINES = 700;

/** Ingests a file into a store as the command does, with the toy extractor: what is killed here is the writing. */
const INGEST = `
import { openStore } from './graph/open.ts';
import { ingestPaths } from './ingest/ingest.ts';
import { TOY_EXTRACTOR } from './test/support/toy-pages.ts';
const store = await openStore({ store: process.argv[2] }, {});
console.log('open');
await ingestPaths([process.argv[1]], { store, pipeline: TOY_EXTRACTOR });
await store.close();
`;

let folder: string;
let programs: Program[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-killed-'));
});
afterEach(async () => {
  for (const program of programs) signalGroup(program, 'SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  programs = [];
  rmSync(folder, { recursive: true, force: true });
});

function run(file: string, store: string): Program {
  const program = start(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', INGEST, file, store]);
  programs.push(program);
  return program;
}

async function dumped(store: string): Promise<readonly string[]> {
  const opened = await openStore({ store }, {});
  try {
    return await dumpOf(opened);
  } finally {
    await opened.close();
  }
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.skipIf(NO_PROC !== null)('an ingest', () => {
  it(`that is killed at ${ROUNDS} random moments and begun again loses nothing and doubles nothing`, async () => {
    const file = join(folder, 'pages.jsonl');
    const lines = Array.from({ length: LINES }, (_, salt) => ({
      text: toyText({
        day: `2019-07-${String(1 + (salt % 28)).padStart(2, '0')}`,
        number: 1 + (salt % 2),
        articles: salt % 2 === 0 ? [0, 4] : [1, 3],
        salt: salt + 1,
      }),
    }));
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));

    const calm = join(folder, 'calm.grafeo');
    const began = performance.now();
    const undisturbed = run(file, calm);
    while (!undisturbed.stdout().includes('open')) await sleep(20);
    const opened = performance.now();
    expect(await undisturbed.ended).toBe(0);
    const whole = performance.now() - opened;
    const before = opened - began;

    const killed = join(folder, 'killed.grafeo');
    for (let round = 0; round < ROUNDS; round += 1) {
      const program = run(file, killed);
      await sleep(before + Math.random() * whole);
      const family = familyOf(program.child.pid as number);
      signalGroup(program, 'SIGKILL');
      await program.ended;
      expect(await survivorsOf(family, 10_000)).toEqual([]);
    }
    const store = await openStore({ store: killed }, {});
    await ingestPaths([file], { store, pipeline: TOY_EXTRACTOR });
    await store.close();
    expect(await dumped(killed)).toEqual(await dumped(calm));
  }, 600_000);
});
