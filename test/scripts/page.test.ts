import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildPage } from '../../scripts/page.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhitu-page-'));
  for (const folder of ['web/client', 'graph']) await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, 'web/client/index.html'), '<script type="module" src="./main.js"></script>');
  await writeFile(join(root, 'web/client/main.js'), "import { name } from '../api.ts';\ndocument.title = name;\n");
  await writeFile(join(root, 'web/api.ts'), "export const name: string = 'first';\n");
  await mkdir(join(root, 'web/api'));
  await writeFile(join(root, 'web/api/queries.ts'), "export const query: string = 'first';\n");
  await writeFile(join(root, 'graph/model.ts'), '');
  await writeFile(join(root, 'graph/shapes.ts'), '');
  await writeFile(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('builds once for the same sources', async () => {
  expect(await buildPage(root)).toBe('built');
  expect(await readFile(join(root, 'web/client/dist/index.html'), 'utf8')).toMatch(/assets\//u);
  expect(await buildPage(root)).toBe('unchanged');
});

it.each([
  'web/client/main.js',
  'web/api.ts',
  'web/api/queries.ts',
  'graph/model.ts',
  'graph/shapes.ts',
  'package-lock.json',
])('builds again when %s changes', async (file) => {
  await buildPage(root);
  await writeFile(join(root, file), `${await readFile(join(root, file), 'utf8')}\n`);
  expect(await buildPage(root)).toBe('built');
});

it('builds again when the bundle is gone', async () => {
  await buildPage(root);
  await rm(join(root, 'web/client/dist/index.html'));
  expect(await buildPage(root)).toBe('built');
});
