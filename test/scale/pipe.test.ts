import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/processes.ts';

const NO_PYTHON = spawnSync('python3', ['--version']).error ? 'python3 is not there: sudo apt install python3' : null;

it('takes a partition through long-lived programs, and names the page that one fails at', (context) => {
  if (NO_PYTHON) return context.skip(NO_PYTHON);
  const tests = join(ROOT, 'test', 'scale', 'zhitu_pipe_test.py');
  const { status, stderr } = spawnSync('python3', ['-B', '-W', 'error', tests], { encoding: 'utf8' });
  expect(stderr).toMatch(/Ran [1-9]\d* tests/u);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
});
