import { expect, it } from 'vitest';
import { type Program, ROOT, signalGroup, start, waitFor } from '../support/processes.ts';

/** A command whose work never ends, whatever the signal says, and one that ends when it is told to. */
function begin(work: string): Program {
  const code = `
    import { untilInterrupted } from '${ROOT}ingest/cli/interrupt.ts';
    const busy = setInterval(() => {}, 1000);
    process.exitCode = await untilInterrupted((signal) => {
      signal.addEventListener('abort', () => console.log('told'));
      console.log('ready');
      return ${work};
    });
    clearInterval(busy);`;
  return start(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code]);
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('a second Ctrl-C ends a command at once, and the same one passed on by npm does not', async () => {
  const program = begin('new Promise(() => {})');
  await waitFor(program, /ready/u);
  let over = false;
  void program.ended.then(() => (over = true));
  signalGroup(program, 'SIGINT');
  signalGroup(program, 'SIGINT');
  await waitFor(program, /told/u);
  await pause(500);
  expect(over).toBe(false);
  signalGroup(program, 'SIGINT');
  expect(await program.ended).toBe(130);
});

it('SIGTERM tells a command to end, which then says 130, though it return another status', async () => {
  const program = begin("new Promise((resolve) => signal.addEventListener('abort', () => resolve(0)))");
  await waitFor(program, /ready/u);
  signalGroup(program, 'SIGTERM');
  expect(await program.ended).toBe(130);
});
