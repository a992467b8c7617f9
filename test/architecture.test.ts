import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, violationsOf } from './support/imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !entry.parentPath.includes('/dist'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(root.length).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}

describe('the source', () => {
  it.each(['graph', 'ingest', 'web', 'scripts', 'bench', 'test'])('of %s keeps to the architecture', (folder) => {
    const files = sources(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => violationsOf(file))).toEqual([]);
  });
});

describe('violationsOf', () => {
  const violations = (path: string, text: string) => violationsOf({ path, text });

  it.each([
    ['graph/writer.ts', "import { x } from '../ingest/types.ts';", 'graph/writer.ts imports ingest/types.ts'],
    ['graph/cli/dump.ts', "import type { X } from '../../web/api.ts';", 'graph/cli/dump.ts imports web/api.ts'],
    [
      'ingest/places.ts',
      "const x = await import('../web/server/app.ts');",
      'ingest/places.ts imports web/server/app.ts',
    ],
    ['ingest/places.ts', "import {\n  a,\n  b,\n} from '../test/x.ts';", 'ingest/places.ts imports test/x.ts'],
    ['web/server/app.ts', "import { x } from '../../ingest/files.ts';", 'web/server/app.ts imports ingest/files.ts'],
    ['web/client/view.ts', "import { x } from '../../graph/store.ts';", 'web/client/view.ts imports graph/store.ts'],
    [
      'web/client/layout.ts',
      "new Worker(new URL('../server/app.ts', import.meta.url))",
      'web/client/layout.ts imports web/server/app.ts',
    ],
    ['graph/search.ts', "import neo4j from 'neo4j-driver';", 'graph/search.ts names the package neo4j-driver'],
    ['graph/index.ts', "export * from './model.ts';", 'graph/index.ts passes on what another file exports'],
    ['graph/x.ts', "export { NodeKind } from './model.ts';", 'graph/x.ts passes on what another file exports'],
    ['graph/x.ts', 'export default function x() {}', 'graph/x.ts has a default export'],
  ])('sees in %s: %s', (path, text, violation) => {
    expect(violations(path, text)).toEqual([violation]);
  });

  it.each([
    ['web/client/spread/x.ts', "import { Spread } from '../../api/spread.ts';"],
    ['web/client/view.ts', "import { Reply } from '../api.ts';\nimport { NodeKind } from '../../graph/model.ts';"],
    ['ingest/writes.ts', "import { relationKey } from '../graph/model.ts';"],
    ['graph/stores/neo4j.ts', "import neo4j from 'neo4j-driver';"],
    ['graph/queries.ts', "new URL('../queries/', import.meta.url)"],
    ['web/server/app.ts', "new URL('../client/dist', import.meta.url)"],
    ['vitest.config.ts', 'export default {};'],
    ['graph/x.ts', "/** Not so: import { x } from '../web/api.ts' */\n// import '../web/api.ts'"],
  ])('allows %s: %s', (path, text) => {
    expect(violations(path, text)).toEqual([]);
  });

  it('reads every way to import', () => {
    const code = "import a from 'a';\nimport 'b';\nawait import(\"c\");\nexport { d } from './d.ts';";
    expect(importsOf(code)).toEqual(['a', 'b', 'c', './d.ts']);
  });
});
