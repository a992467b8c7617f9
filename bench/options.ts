/** What the benches make of their options, and how they say what they do. */
import { usageError } from '../graph/cli/command.ts';

/** @throws ZhituError `bad-input` for anything but a whole number from 1 on */
export function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw usageError(`--${option} expects whole numbers from 1 on, and was given ${text}`);
}

/** @throws ZhituError `bad-input` for what is none of `known` */
export function oneOf<T extends string>(option: string, known: readonly T[], text: string): T {
  const found = known.find((each) => each === text);
  if (found) return found;
  throw usageError(`--${option} expects some of ${known.join(', ')}, and was given ${text}`);
}

/** Prints steps with the seconds since now. */
export function openProgress(): (step: string) => void {
  const started = performance.now();
  return (step) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stderr.write(`${seconds.padStart(6)} s  ${step}\n`);
  };
}
