/** A Python with the packages of the check, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ZhituError } from '../../graph/errors.ts';

const CHECK = fileURLToPath(new URL('./check/check.py', import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL('./requirements.txt', import.meta.url));
const MAX_OUTPUT = 1 << 26;

const Answer = z.object({ compared: z.number(), differences: z.array(z.string()) });
export type Answer = z.infer<typeof Answer>;

/**
 * The path of a Python that has pandas, SciPy and lifelines: `ZHITU_PYTHON` where that names one, else one made in `folder`.
 * @throws ZhituError `unsupported` where there is no Python 3, or its packages cannot be fetched
 */
export function openPython(folder: string): string {
  const given = process.env.ZHITU_PYTHON;
  if (given) return given;
  const home = join(folder, 'venv');
  const python = join(home, 'bin', 'python');
  if (!existsSync(python)) {
    run('python3', ['-m', 'venv', home]);
    run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]);
  }
  return python;
}

/** What the check says of a file that `writeCheckInput` wrote. */
export function checkInPython(python: string, file: string): Answer {
  return Answer.parse(JSON.parse(run(python, ['-B', CHECK, file])));
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: MAX_OUTPUT });
  if (status === 0) return stdout;
  throw new ZhituError(
    'unsupported',
    `${command} ${args[0]} failed: ${error?.message ?? stderr.trim()}`,
    { command },
    error,
  );
}
