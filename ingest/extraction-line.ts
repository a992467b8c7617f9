/** A line of `extract` ends with a hash of what stands before it, so that damage anywhere in it is seen without taking it apart. */
import { createHash } from 'node:crypto';

const KEY = ',"check":"';
const HASH_DIGITS = 16;
const SEAL = new RegExp(`^${KEY}([\\da-f]{${HASH_DIGITS}})"\\}$`, 'u');
const SEAL_LENGTH = KEY.length + HASH_DIGITS + '"}'.length;

/** @param value a map with at least one key @returns its JSON with the key `check` at the end */
export function sealedLine(value: Readonly<Record<string, unknown>>): string {
  const open = JSON.stringify(value).slice(0, -1);
  return `${open}${KEY}${shortHash(open)}"}`;
}

/** Whether the bytes of a line are those that were hashed; null for one that ends without a hash. */
export function isIntact(line: Buffer): boolean | null {
  const seal = SEAL.exec(line.toString('latin1', Math.max(0, line.length - SEAL_LENGTH)));
  return seal && seal[1] === shortHash(line.subarray(0, -SEAL_LENGTH));
}

/** The first digits of a SHA-256. */
export function shortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS);
}
