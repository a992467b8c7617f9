import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadQueries } from '../graph/queries.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const docs = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const text = docs.map(read).join('\n');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(?:ts|mjs)$/u.test(entry.name) && !/\/(?:dist|client)\b/u.test(entry.parentPath),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
const code = ['ingest', 'graph', 'web', 'scripts', 'bench'].flatMap(sourcesBelow).join('\n');
const sparkIngest = read('scale/spark_ingest.py');

const queries = loadQueries();

/** Every match of a pattern's first group, once. */
function named(pattern: RegExp, source = text): readonly string[] {
  return [...new Set([...source.matchAll(pattern)].map((match) => match[1] as string))];
}

describe('the README and docs/ name only what exists', () => {
  it.each(named(/npm run (?:-s )?([\w:-]+)/gu))('npm run %s', (script) => {
    expect(Object.keys(scripts)).toContain(script);
  });

  const parameters = new Set(queries.flatMap(({ params }) => params.map(({ name }) => name)));
  it.each(named(/(?<![\w-])--([a-z][a-z-]+)\b/gu).filter((option) => !parameters.has(option)))(
    'the option --%s',
    (option) => {
      if (new RegExp(`add_argument\\(\\s*"--${option}"`, 'u').test(sparkIngest)) return;
      expect(code).toMatch(new RegExp(`(?<![\\w-])(?:'${option}'|${option}): \\{ type: '(?:string|boolean)'`, 'u'));
    },
  );

  it.each(named(/`((?:ZHITU|NEO4J|CHROMIUM|PLAYWRIGHT)_[A-Z_]+)/gu))('the variable %s', (variable) => {
    expect(`${code}\n${sourcesBelow('test').join('\n')}`).toMatch(new RegExp(`\\b${variable}\\b`, 'u'));
  });

  it.each(named(/`((?:graph|ingest|web|test|scripts|scale|bench|queries|seeds|docs)\/[\w./-]*|compose\.yaml)`/gu))(
    'the path %s',
    (path) => {
      expect(existsSync(join(root, path))).toBe(true);
    },
  );

  it.each(docs)('what %s links to', (doc) => {
    const links = named(/\]\(([^)#:]+)\)/gu, read(doc));
    expect(links.filter((link) => !existsSync(join(root, doc, '..', link)))).toEqual([]);
  });
});

describe('what a user can set or run is named in the README or docs/', () => {
  it.each(named(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/gu, code).filter((name) => name !== 'NODE_ENV'))(
    'the variable %s',
    (variable) => {
      expect(text).toContain(variable);
    },
  );

  it.each(queries)('the saved query $id, with its parameters', ({ id, titleEn, title, params }) => {
    const names = params.map(({ name, required }) => `\`${name}\`${required ? '*' : ''}`).join(' ');
    expect(read('docs/queries.md')).toContain(`| \`${id}\` | ${titleEn} (${title}) | ${names} |`);
  });
});

describe('docs/architecture.md says what is in each folder', () => {
  const folders = ['graph', 'ingest', 'web/client'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['dist', 'public'].includes(entry.name))
      .map(({ name }) => `${folder}/${name}/`),
  );

  it.each(folders)('%s', (folder) => {
    expect(read('docs/architecture.md')).toContain(`\`${folder}\``);
  });
});
