/** `npm run docs:queries`: writes docs/queries.md and the pictures in docs/queries/ from the files of queries/ and the seed pages. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadQueries } from '../graph/queries.ts';
import { openSeedGraph } from '../test/browser/graph.ts';
import { queryDocFiles } from './query-docs/files.ts';

const docs = fileURLToPath(new URL('../docs', import.meta.url));

const store = await openSeedGraph();
try {
  const files = await queryDocFiles(store, loadQueries());
  for (const [path, content] of files) {
    await mkdir(dirname(join(docs, path)), { recursive: true });
    await writeFile(join(docs, path), content);
  }
  const stale = (await readdir(join(docs, 'queries'))).filter((name) => !files.has(`queries/${name}`));
  for (const name of stale) await rm(join(docs, 'queries', name));
  process.stdout.write(`docs/queries.md, ${files.size - 1} pictures\n`);
} finally {
  await store.close();
}
