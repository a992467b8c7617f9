/** The profiles of one block, each mention once, whatever order they came in. */

import { ZhituError } from '../../graph/errors.ts';
import { groupBy } from '../../graph/group-by.ts';
import { blockOf } from './block.ts';
import type { EventProfile, PersonProfile } from './types.ts';

/** Blocks that a message names. */
const NAMED = 3;

/**
 * Sorted by ref, each ref once.
 * @param what what one block holds, for the message: `profiles of one name`
 * @throws ZhituError `bad-input` where they are of several blocks
 */
export function distinctProfiles<P extends PersonProfile | EventProfile>(
  profiles: readonly P[],
  what: string,
): readonly P[] {
  const blocks = new Set(profiles.map(blockOf));
  if (blocks.size > 1)
    throw new ZhituError(
      'bad-input',
      `expected ${what}, saw ${[...blocks].slice(0, NAMED).join(', ')}; resolve each block by itself`,
    );
  return [...groupBy(profiles, ({ ref }) => ref)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => [...same].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0] as P);
}
