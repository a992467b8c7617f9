/** Ingests that are killed at random moments: a program that writes toy pages, and the rounds of killing it. */
import { writeFileSync } from 'node:fs';
import { familyOf, type Program, signalGroup, start, survivorsOf } from './processes.ts';
import { programPath } from './programs.ts';
import { toyText } from './toy-pages.ts';

/** Rounds of killing; the variable asks for more. */
export const ROUNDS = Number(process.env.ZHITU_FAULT_ROUNDS ?? 3);
/** A program that would not open its store must not be waited for for ever. Milliseconds. */
const OPENING_MS = 120_000;
/** Time for the processes of a killed program to be gone. Milliseconds. */
const GONE_MS = 10_000;

/** A file of pages that share people, places and issues: 200 of them are a transaction. */
export function writePages(file: string, lines: number): void {
  const texts = Array.from({ length: lines }, (_, salt) =>
    toyText({
      day: `2019-07-${String(1 + (salt % 28)).padStart(2, '0')}`,
      number: 1 + (salt % 2),
      articles: salt % 2 === 0 ? [0, 4] : [1, 3],
      salt: salt + 1,
    }),
  );
  writeFileSync(file, texts.map((text) => JSON.stringify({ text })).join('\n'));
}

/** Starts an ingest of a file into a store and waits until the store is open. */
export async function begin(file: string, store: string, env: NodeJS.ProcessEnv = {}): Promise<Program> {
  const program = start(process.execPath, [programPath('test/support/programs/ingest-toy.ts'), file, store], env);
  const until = performance.now() + OPENING_MS;
  while (!program.stdout().includes('open')) {
    if (performance.now() > until || program.child.exitCode !== null) throw new Error(program.stderr());
    await sleep(10);
  }
  return program;
}

/** Milliseconds that an ingest takes that nobody disturbs, from the opening of its store on. */
export async function undisturbed(file: string, store: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const program = await begin(file, store, env);
  const opened = performance.now();
  const status = await program.ended;
  if (status !== 0) throw new Error(program.stderr());
  return performance.now() - opened;
}

/** Starts an ingest and kills it with all its processes, at a random moment of the time that a whole one takes. */
export async function killedIngest(
  file: string,
  store: string,
  whole: number,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const program = await begin(file, store, env);
  await sleep(Math.random() * whole);
  const family = familyOf(program.child.pid as number);
  signalGroup(program, 'SIGKILL');
  await program.ended;
  const left = await survivorsOf(family, GONE_MS);
  if (left.length > 0) throw new Error(`still running: ${left.join(', ')}`);
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
