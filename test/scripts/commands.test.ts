/** The other tests start built programs (test/support/built-programs.ts); here each command starts from its source, as package.json has it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/processes.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const commands = Object.entries(scripts).filter(([, script]) => /(?:ingest|graph)\/cli\//u.test(script));

test('package.json has the commands that read and write the graph', () => {
  expect(commands.map(([name]) => name)).toEqual(expect.arrayContaining(['extract', 'ingest', 'query', 'restore']));
});

test.each(commands)('npm run %s starts, and says how it is called', (_, script) => {
  // What npm does: a shell, with the programs of the packages in its path.
  const env = { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${script} --help`], { cwd: ROOT, encoding: 'utf8', env });
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^\s+--\w/mu);
});
