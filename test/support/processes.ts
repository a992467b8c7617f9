/** Programs that a test starts as a user would, and the processes that come of them. Reads /proc, so it needs Linux. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const NO_PROC = existsSync('/proc/self/stat')
  ? null
  : 'this system has no /proc to see processes by: run the tests on Linux';

export interface Program {
  readonly child: ChildProcess;
  /** Everything written so far to standard output, and to standard error. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Exit status; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts a program in a process group of its own, as a shell does. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

/** Sends a signal to a program and all it has started, as Ctrl-C in a terminal does; nothing where it has ended. */
export function signalGroup({ child }: Program, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid as number), signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits for a line on standard output, and gives its match. */
export async function waitFor(program: Program, pattern: RegExp): Promise<RegExpMatchArray> {
  let over = false;
  void program.ended.then(() => (over = true));
  for (;;) {
    const match = pattern.exec(program.stdout());
    if (match) return match;
    if (over) throw new Error(`ended without ${pattern}:\n${program.stdout()}${program.stderr()}`);
    await pause(50);
  }
}

/** The ids of a process and of all that descend from it. */
export function familyOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      const parent = parentOf(Number(name));
      return parent === null ? [] : [{ pid: Number(name), parent }];
    });
  const family = [pid];
  for (const member of family)
    family.push(...parents.filter(({ parent }) => parent === member).map((child) => child.pid));
  return family;
}

/** Those of the processes that still run after the time given, which ends early when none does. */
export async function survivorsOf(pids: readonly number[], milliseconds: number): Promise<readonly number[]> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const alive = pids.filter((pid) => parentOf(pid) !== null);
    if (alive.length === 0 || Date.now() > end) return alive;
    await pause(50);
  }
}

/** Null where no such process runs; one that has ended and was not yet waited for does not run. */
function parentOf(pid: number): number | null {
  try {
    // The name stands in brackets and may itself hold spaces and brackets; state and parent follow it.
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/su, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? null : Number(parent);
  } catch {
    return null;
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
