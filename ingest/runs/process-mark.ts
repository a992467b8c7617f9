/** Whether the process that ran something still lives: a number alone says little, since systems give numbers out again. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessMark {
  readonly pid: number;
  /** Of the machine's start and the process's own, where the system tells them. */
  readonly mark: string;
}

/** The mark of the process that asks. */
export function thisProcess(): ProcessMark {
  return { pid: process.pid, mark: markOf(process.pid) };
}

/** A process of another machine counts as alive: nothing is known against it. */
export function isAlive({ pid, mark }: ProcessMark): boolean {
  if (mark.split(' ', 1)[0] !== hostname()) return true;
  return exists(pid) && markOf(pid) === mark;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, and is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function markOf(pid: number): string {
  return [hostname(), read('/proc/sys/kernel/random/boot_id').trim(), startOf(read(`/proc/${pid}/stat`))].join(' ');
}

/** The 22nd field; the name, the second, stands in brackets and may itself hold blanks and brackets. */
function startOf(stat: string): string {
  return stat.replace(/^.*\)\s/su, '').split(' ')[19] ?? '';
}

/** Empty on systems that have no such file. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
