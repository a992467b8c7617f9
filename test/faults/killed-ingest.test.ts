/** An ingest that is killed at any moment, and ingested again: the store is that of an ingest that nobody disturbed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpAt } from '../support/dumps.ts';
import { killedIngest, ROUNDS, undisturbed, writePages } from '../support/killed-ingest.ts';
import { NO_PROC } from '../support/processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(NO_PROC !== null)('an ingest', () => {
  it(`that is killed at ${ROUNDS} random moments and begun again loses nothing and doubles nothing`, async () => {
    const file = join(folder, 'pages.jsonl');
    // Three transactions: one before, one at and one after the moment of most kills.
    writePages(file, 450);
    const calm = join(folder, 'calm.grafeo');
    const whole = await undisturbed(file, calm);
    const killed = join(folder, 'killed.grafeo');
    for (let round = 0; round < ROUNDS; round += 1) await killedIngest(file, killed, whole);
    await undisturbed(file, killed);
    expect(await dumpAt(killed)).toEqual(await dumpAt(calm));
  }, 1_200_000);
});
