/** Builds the page that the server serves, and only when something that goes into it has changed. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the bundle is made of: the page, what it shares with the server, and the versions of the packages. */
const SOURCES = ['web/client', 'web/api.ts', 'web/api', 'graph/model.ts', 'graph/shapes.ts', 'package-lock.json'];
const DIST = 'web/client/dist';
/** Kept beside the bundle: whoever builds by hand empties the folder, and the next call builds again. */
const STAMP = `${DIST}/.source-hash`;

/**
 * Makes `web/client/dist` fit its sources.
 * @param root folder of the project
 * @returns `built`, or `unchanged` where the bundle was made from these very sources
 * @throws what Vite throws when the page does not build
 */
export async function buildPage(root: string): Promise<'built' | 'unchanged'> {
  const hash = await sourceHash(root);
  const stamp = join(root, STAMP);
  const known = existsSync(stamp) ? await readFile(stamp, 'utf8') : null;
  if (known === hash && existsSync(join(root, DIST, 'index.html'))) return 'unchanged';
  // Vite takes longer to load than an unchanged page takes to check.
  const { build } = await import('vite');
  await build({ root: join(root, 'web/client'), logLevel: 'warn' });
  await writeFile(stamp, hash);
  return 'built';
}

async function sourceHash(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesBelow(root, source)) {
      hash.update(`${file}\0`).update(
        createHash('sha256')
          .update(await readFile(join(root, file)))
          .digest(),
      );
    }
  }
  return hash.digest('hex');
}

/** A file itself, or all files of a folder but the bundle, in the order of their names. */
async function filesBelow(root: string, path: string): Promise<readonly string[]> {
  if (/\.\w+$/u.test(path)) return [path];
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length)
        .replace(/^[/\\]/u, ''),
    )
    .filter((file) => !file.startsWith(join(DIST, '/')))
    .sort();
}
