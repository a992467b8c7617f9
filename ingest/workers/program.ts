/** How a thread that reads pages is started: the file that it begins with, and its program. The programs that the tests build have built ones. */

export const THREAD_START = new URL('./start.mjs', import.meta.url);
export const THREAD_PROGRAM = new URL('./worker.ts', import.meta.url);
