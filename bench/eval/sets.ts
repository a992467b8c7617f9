/** The sets of annotated pages (test/gold/pages/README.md). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usageError } from '../../graph/cli/command.ts';
import { type GoldPage, readGold } from './gold.ts';

export const SETS = ['seeds', 'more', 'second', 'unseen'] as const;
export type SetName = (typeof SETS)[number];

/** Its errors are shown only to who asks for the set by name, since reading them ends its being unseen. */
export const UNSEEN: SetName = 'unseen';

export interface AnnotatedPage {
  readonly set: SetName;
  /** The page's file name, unique over all sets. */
  readonly name: string;
  /** Path of its text. */
  readonly file: string;
  readonly gold: GoldPage;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The pages of a set in the order of their names. The texts of `seeds` are the project's own seed pages. */
export function loadSet(set: SetName): readonly AnnotatedPage[] {
  const folder = join(ROOT, 'test/gold/pages', set);
  const texts = set === 'seeds' ? join(ROOT, 'seeds') : folder;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name) => {
      const gold = readGold(join(folder, name));
      return { set, name: gold.page, file: join(texts, gold.page), gold };
    });
}

/** @throws ZhituError `bad-input` (usage) for a name that is no set */
export function setsNamed(list: string): readonly SetName[] {
  return list.split(',').map((name) => {
    const known = SETS.find((set) => set === name.trim());
    if (!known) throw usageError(`--set expects some of ${SETS.join(', ')}, and was given "${name}"`);
    return known;
  });
}
