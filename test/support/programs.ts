/** The built programs (built-programs.ts), for tests that start one. */
import { join } from 'node:path';
import { inject } from 'vitest';

/** The file that Node runs for a source of a program, which is given from the root of the project. */
export function programPath(source: string): string {
  return join(inject('programs'), source.replace(/\.ts$/u, '.js'));
}
