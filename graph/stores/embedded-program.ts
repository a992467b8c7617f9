/** How the process of the embedded engine is started: its program, and the options of Node that it needs. The tests put one in its place that starts sooner. */
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const HOST_PROGRAM = fileURLToPath(new URL('./embedded-host.ts', import.meta.url));

/** The loader that runs TypeScript, found from this file, so that the working directory does not matter. */
export const HOST_OPTIONS: readonly string[] = [
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
];
