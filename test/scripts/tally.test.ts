import { describe, expect, it } from 'vitest';
import type { Vitest } from 'vitest/node';
import { summaryLines, sumOf, tallyRun } from '../../scripts/tally.ts';

type Outcome = { state: 'passed' } | { state: 'failed' } | { state: 'skipped'; note?: string };

/** A finished run of one file, as vitest shows it. */
function runOf(
  outcomes: readonly Outcome[],
  faults: { suite?: number; unhandled?: number } = {},
): Pick<Vitest, 'state'> {
  const module = {
    relativeModuleId: 'test/x.test.ts',
    errors: () => Array.from({ length: faults.suite ?? 0 }),
    children: {
      allSuites: () => [],
      allTests: () =>
        outcomes.map((result) => ({ module: { relativeModuleId: 'test/x.test.ts' }, result: () => result })),
    },
  };
  const state = {
    getTestModules: () => [module],
    getUnhandledErrors: () => Array.from({ length: faults.unhandled ?? 0 }),
  };
  return { state } as unknown as Pick<Vitest, 'state'>;
}

const NO_JAVA = 'Neo4j: no Java 17; apt-get install openjdk-17-jre-headless';

describe('tallyRun', () => {
  it('counts each outcome, and the reasons of what did not run', () => {
    const tally = tallyRun(
      runOf([
        { state: 'passed' },
        { state: 'failed' },
        { state: 'skipped', note: NO_JAVA },
        { state: 'skipped', note: NO_JAVA },
        { state: 'skipped' },
      ]),
    );
    expect(tally).toEqual({
      passed: 1,
      failed: 1,
      skipped: 3,
      reasons: new Map([
        [NO_JAVA, 2],
        ['no reason given in test/x.test.ts', 1],
      ]),
    });
  });

  it('leaves out what was not chosen where tests are chosen by name', () => {
    const run = runOf([{ state: 'passed' }, { state: 'skipped' }, { state: 'skipped', note: NO_JAVA }]);
    expect(tallyRun(run, true)).toMatchObject({ passed: 1, skipped: 1, reasons: new Map([[NO_JAVA, 1]]) });
  });

  it('counts a file that does not load and an error outside of any test', () => {
    expect(tallyRun(runOf([{ state: 'passed' }], { suite: 1, unhandled: 1 })).failed).toBe(2);
  });
});

describe('summaryLines', () => {
  const tally = { passed: 7, failed: 1, skipped: 2, reasons: new Map([[NO_JAVA, 2]]) };

  it('ends with the counts alone, after what was skipped and why', () => {
    expect(summaryLines(tally, false)).toEqual([`skipped 2: ${NO_JAVA}`, '7 passed, 1 failed, 2 skipped']);
  });

  it('counts a skip as a failure where everything must be able to run', () => {
    const lines = summaryLines(tally, true);
    expect(lines.at(-1)).toBe('7 passed, 3 failed, 0 skipped');
    expect(lines).toContain('CI is set, so 2 skipped tests count as failed');
  });
});

describe('several runs', () => {
  it('add up, reason by reason', () => {
    const one = { passed: 3, failed: 1, skipped: 2, reasons: new Map([['no Java', 2]]) };
    const other = {
      passed: 4,
      failed: 0,
      skipped: 3,
      reasons: new Map([
        ['no Java', 1],
        ['no Chromium', 2],
      ]),
    };
    expect(sumOf([one, other])).toEqual({
      passed: 7,
      failed: 1,
      skipped: 5,
      reasons: new Map([
        ['no Java', 3],
        ['no Chromium', 2],
      ]),
    });
  });
});
