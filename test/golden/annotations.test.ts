import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { squash } from '../../bench/eval/names.ts';
import { loadSet, SETS } from '../../bench/eval/sets.ts';

const pages = SETS.flatMap((set) => loadSet(set));

describe('an annotated page', () => {
  it('has a name of its own', () => {
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  });

  it.each(pages)('$name holds the first words of each article, and the names of its people', ({ file, gold }) => {
    const text = squash(readFileSync(file, 'utf8'));
    const missing = gold.articles.flatMap(({ starts, byline, persons }) =>
      [[starts], ...byline.map(({ name }) => [name]), ...persons].filter(
        (names) => !names.some((name) => text.includes(squash(name))),
      ),
    );
    expect(missing).toEqual([]);
  });

  it.each(pages)('$name gives roles to people of its article, and launches to its programs', ({ gold }) => {
    const unknown = gold.articles.flatMap(({ byline, persons, programs, events, launched, optional }) => {
      const people = new Set([...persons, ...optional.persons, ...byline.map(({ name }) => [name])].flat());
      const things = new Set([...programs, ...optional.programs].flat());
      return [
        ...events
          .flatMap(({ participants }) => participants.map(({ person }) => person))
          .filter((name) => !people.has(name)),
        ...launched.map(({ program }) => program).filter((name) => !things.has(name)),
      ];
    });
    expect(unknown).toEqual([]);
  });
});
