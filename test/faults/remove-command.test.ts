import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { ROOT } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';
import { TOY_EXTRACTOR, toyText } from '../support/toy-pages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-remove-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function remove(...args: readonly string[]) {
  return spawnSync(process.execPath, [programPath('ingest/cli/remove.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

describe('npm run remove', { timeout: 240_000 }, () => {
  it('says what would go, then what went, and names what it does not know', async () => {
    const file = join(folder, 'a.txt');
    const path = join(folder, 'graph.grafeo');
    writeFileSync(file, toyText({ day: '2019-07-03', number: 1, articles: [0] }));
    const store = await openStore({ store: path }, {});
    await ingestPaths([file], { store, pipeline: TOY_EXTRACTOR });
    await store.close();
    const shown = remove(file, '--dry-run', '--store', path);
    expect(shown.stdout).toMatch(/^This would go \(nothing was changed\):/u);
    expect(shown.status).toBe(0);
    const done = remove(file, 'nothing', '--store', path);
    expect(done.stdout).toMatch(/^Removed:/u);
    expect(done.stderr).toMatch(/^nothing: unknown: /mu);
    expect(done.status).toBe(3);
    const again = remove(file, '--store', path);
    expect(again.stdout).toBe('Nothing was removed.\n');
    expect(again.status).toBe(1);
  });

  it('ends with status 2 where nothing is named, and creates no store where there is none', () => {
    expect(remove().status).toBe(2);
    const path = join(folder, 'none.grafeo');
    expect(remove('a.txt', '--store', path).stderr).toMatch(/^remove: There is no graph at /mu);
    expect(existsSync(path)).toBe(false);
  });
});
