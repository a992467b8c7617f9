/** What a test run adds up to: how many passed, and why some did not run. */
import type { TestModule, TestResult, Vitest } from 'vitest/node';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Reason → number of tests. */
  readonly reasons: ReadonlyMap<string, number>;
}

export const EMPTY_TALLY: Tally = { passed: 0, failed: 0, skipped: 0, reasons: new Map() };

/**
 * Counts the tests of a finished run. A file that does not load and an error outside of any test count as one failure each.
 * @param byName true where the tests were chosen by name: those not chosen, which vitest skips without a note, do not count
 */
export function tallyRun({ state }: Pick<Vitest, 'state'>, byName = false): Tally {
  const modules = state.getTestModules();
  const tests = modules
    .flatMap((module) => [...module.children.allTests()])
    .filter((test) => !byName || !isSkippedWithoutNote(test.result()));
  const count = (wanted: string): number => tests.filter((test) => test.result().state === wanted).length;
  const reasons = new Map<string, number>();
  for (const test of tests) {
    const result = test.result();
    if (result.state !== 'skipped') continue;
    const reason = result.note ?? `no reason given in ${test.module.relativeModuleId}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const broken = modules.flatMap((module) => errorsOutsideTests(module)).length + state.getUnhandledErrors().length;
  return { passed: count('passed'), failed: count('failed') + broken, skipped: count('skipped'), reasons };
}

/** What several runs add up to. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const reasons = new Map<string, number>();
  for (const tally of tallies)
    for (const [reason, count] of tally.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    reasons,
  };
}

function isSkippedWithoutNote(result: TestResult): boolean {
  return result.state === 'skipped' && result.note === undefined;
}

/** A suite whose set-up failed leaves its tests skipped, so the failure itself has to be counted. */
function errorsOutsideTests(module: TestModule): readonly unknown[] {
  return [module, ...module.children.allSuites()].flatMap((suite) => suite.errors());
}

/**
 * The end of a run as lines, the last one being the count alone. Where a skip counts as a failure (continuous integration:
 * there everything must be able to run) it is among the failed.
 */
export function summaryLines({ passed, failed, skipped, reasons }: Tally, skipFails: boolean): readonly string[] {
  const lines = [...reasons].map(([reason, count]) => `skipped ${count}: ${reason}`);
  if (skipFails && skipped > 0)
    lines.push(`CI is set, so ${skipped} skipped ${skipped === 1 ? 'test counts' : 'tests count'} as failed`);
  const counts = skipFails ? { failed: failed + skipped, skipped: 0 } : { failed, skipped };
  return [...lines, `${passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`];
}
