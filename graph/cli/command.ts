/** What every command does alike: options, help, errors, and an exit status instead of an exit. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ZhituError } from '../errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command<O extends Options> {
  /** As npm calls it: `extract`. */
  readonly name: string;
  /** The whole help text. */
  readonly help: string;
  readonly options: O;
  /** What is said of an option that there is none of; without it, that it is unknown. */
  readonly unknownOption?: (option: string) => string;
  /** How the help is asked for where `NAME -- --help` is not it. */
  readonly helpCall?: string;
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** The command line was not understood. */
const USAGE = 2;

type Arguments<O extends Options> = ReturnType<typeof parseArgs<{ options: O & typeof HELP; allowPositionals: true }>>;

/**
 * Parses the command line and runs a command. The process ends by itself when nothing is left to do, with the status that
 * `run` returns; 2 where the command line was not understood; 1 after an error. A reader that closes its end
 * (`extract … | head -1`) ends the process quietly. A command whose options depend on files is given as a function.
 */
export async function runCommand<O extends Options>(
  command: Command<O> | (() => Command<O>),
  run: (args: Pick<Arguments<O>, 'values' | 'positionals'>) => Promise<number>,
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWhenClosed);
  let name = 'npm run';
  let helpCall = '';
  try {
    const { help, options, unknownOption, ...rest } = typeof command === 'function' ? command() : command;
    name = rest.name;
    helpCall = rest.helpCall ?? `${name} -- --help`;
    const args = parse(options, unknownOption);
    if ((args.values as { help?: boolean }).help) {
      process.stdout.write(help);
      return;
    }
    process.exitCode = await run(args);
  } catch (error) {
    const usage = error instanceof ZhituError && error.details.usage === true;
    process.exitCode = usage ? USAGE : 1;
    // An error that nobody raised on purpose is a fault, and its place is worth more than its message.
    const text = error instanceof ZhituError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${name}: ${text}\n${usage ? `\`npm run ${helpCall}\` shows how to call it.\n` : ''}`);
  }
}

function parse<O extends Options>(
  options: O,
  unknownOption = (option: string) => `there is no option ${option}`,
): Arguments<O> {
  try {
    return parseArgs({ options: { ...options, ...HELP }, allowPositionals: true }) as Arguments<O>;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node goes on to explain how an argument may begin with a dash; ours never do.
    const option = /^Unknown option '([^']+)'/u.exec(message)?.[1];
    throw usageError(option === undefined ? message : unknownOption(option), error);
  }
}

/** An error that ends a command with the status of a command line that was not understood. */
export function usageError(message: string, cause?: unknown): ZhituError {
  return new ZhituError('bad-input', message, { usage: true }, cause);
}

function endWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
