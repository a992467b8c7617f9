/** Runs one step of the bench in a process of its own (`step.ts`). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { StepInput, StepOutput } from './step.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @throws Error with what the step wrote to standard error, where it failed */
export async function runStep(input: StepInput, env: NodeJS.ProcessEnv = {}): Promise<StepOutput> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/store/step.ts', JSON.stringify(input)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`the step ${input.step} ended with ${status}: ${heard.err}`);
  return JSON.parse(heard.out) as StepOutput;
}
