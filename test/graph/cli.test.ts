import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { ROOT } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';

let folder: string;
let store: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-query-'));
  store = join(folder, 'empty.grafeo');
  await (await openStore({ store }, {})).close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a saved query on a graph without anything in it, as the script of package.json does. */
function query(...args: readonly string[]) {
  const command = [programPath('graph/cli/query.ts'), ...args, '--store', store];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  return { status, stderr };
}

describe('npm run query', { timeout: 120_000 }, () => {
  it('ends with status 2, the reason and the call for help where a parameter is wrong, missing or none of the query', () => {
    const help = '`npm run query -- chaired-by-person --help` shows how to call it.\n';
    expect(query('chaired-by-person')).toEqual({
      status: 2,
      stderr: `query: person (人物) is required, and was not given\n${help}`,
    });
    expect(query('programs-by-places', '--limit', 'many')).toEqual({
      status: 2,
      stderr:
        'query: limit: expected a whole number from 1 to 2000, and was given "many"\n`npm run query -- programs-by-places --help` shows how to call it.\n',
    });
    for (const option of ['--persn', '--place'])
      expect(query('chaired-by-person', option, '王')).toEqual({
        status: 2,
        stderr: `query: chaired-by-person has no parameter ${option.slice(2)}; it has: person, from, to, limit\n${help}`,
      });
  });

  it('names the queries there are for an id that is none, and the option that no query has', () => {
    expect(query('chaired').stderr).toMatch(
      /^query: There is no saved query chaired\. There are: .*chaired-by-person/u,
    );
    expect(query('--nothing')).toEqual({
      status: 2,
      stderr: 'query: there is no option --nothing\n`npm run query -- --help` shows how to call it.\n',
    });
  });
});
