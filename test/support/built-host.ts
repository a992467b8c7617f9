/** Stands in for graph/stores/embedded-program.ts in the tests (vitest.config.ts): thousands of stores are opened, and the built program starts sooner. */
import { programPath } from './programs.ts';

export const HOST_PROGRAM = programPath('graph/stores/embedded-host.ts');
export const HOST_OPTIONS: readonly string[] = [];
