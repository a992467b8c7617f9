import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadQueries } from '../../graph/queries.ts';
import { EXAMPLES } from '../../scripts/query-docs/examples.ts';
import { queryDocFiles } from '../../scripts/query-docs/files.ts';
import { tableSvg } from '../../scripts/query-docs/svg.ts';
import { openSeedGraph } from '../browser/graph.ts';

const DOCS = join(import.meta.dirname, '../../docs');

test('docs/queries.md and its pictures are what the queries and the seed pages give (`npm run docs:queries` writes them)', async () => {
  const store = await openSeedGraph();
  try {
    const files = await queryDocFiles(store, loadQueries());
    expect(new Set(readdirSync(join(DOCS, 'queries')).map((name) => `queries/${name}`))).toEqual(
      new Set([...files.keys()].filter((path) => path.startsWith('queries/'))),
    );
    for (const [path, content] of files) expect(readFileSync(join(DOCS, path), 'utf8'), path).toBe(content);
  } finally {
    await store.close();
  }
}, 120_000);

describe('a picture', () => {
  test('holds no markup of the papers, cuts long cells and says how many rows are left', () => {
    const cell = (text: string) => ({ text, node: null, isQuote: false });
    const svg = tableSvg(['甲', '乙'], [[cell("<b>&'"), cell('字'.repeat(200))]], 3, '表');
    expect(svg).toContain('&lt;b&gt;&amp;&apos;');
    expect(svg).not.toContain('<b>');
    expect(svg).toMatch(/字…</u);
    expect(svg).toContain('… +3');
  });

  test('has example values for queries and parameters that there are', () => {
    const queries = new Map(loadQueries().map((query) => [query.id, query]));
    for (const [id, values] of Object.entries(EXAMPLES)) {
      const names = queries.get(id)?.params.map(({ name }) => name);
      for (const name of Object.keys(values)) expect(names, id).toContain(name);
    }
  });
});
