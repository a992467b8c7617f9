/**
 * Builds, once for each run of the tests, the programs that tests start over and over: as plain JavaScript they start in a third of the time
 * that TypeScript takes. That the commands also start as package.json has them is held to in test/scripts/commands.test.ts.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the programs, each at the path of its source. */
    programs: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['graph/cli', 'ingest/cli', 'test/support/programs'];
const HOST = 'graph/stores/embedded-host.ts';
const THREAD = 'ingest/workers/worker.ts';

/** Inside the project, so that they find its packages. */
const CACHE = join(ROOT, '.cache');

export async function setup(project: TestProject): Promise<() => void> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'programs-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [asInSources(folder)],
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(sources().map((path) => [path.replace(/\.ts$/u, ''), join(ROOT, path)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  project.provide('programs', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

function sources(): readonly string[] {
  const programs = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`));
  return [...programs.filter((path) => path.endsWith('.ts')), HOST, THREAD];
}

/** What is read beside a source is read there; the engine's process and the threads that read pages are the built ones. */
function asInSources(folder: string): Plugin {
  const built = (source: string): string => JSON.stringify(join(folder, source.replace(/\.ts$/u, '.js')));
  const replaced: Readonly<Record<string, string>> = {
    'graph/stores/embedded-program.ts': `export const HOST_PROGRAM = ${built(HOST)}; export const HOST_OPTIONS = [];`,
    'ingest/workers/program.ts': `import { pathToFileURL } from 'node:url';
export const THREAD_PROGRAM = pathToFileURL(${built(THREAD)}); export const THREAD_START = THREAD_PROGRAM;`,
  };
  return {
    name: 'as-in-sources',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(ROOT) || id.includes('node_modules')) return null;
      return (
        replaced[id.slice(ROOT.length)] ?? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      );
    },
  };
}
