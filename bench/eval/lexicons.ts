/** Runs without what the program knows by name: what is left is discovery. */
import { usageError } from '../../graph/cli/command.ts';
import { loadWordLists, type WordLists } from '../../ingest/lexicon.ts';
import { openOrganizationWords } from '../../ingest/organization-words.ts';
import type { PipelineOptions } from '../../ingest/pipeline.ts';
import { openProgramLexicon } from '../../ingest/program-lexicon.ts';
import { openSegmenter, type Segment } from '../../ingest/segment.ts';

export const LEXICONS = ['programs', 'organizations', 'people'] as const;
export type Lexicon = (typeof LEXICONS)[number];

/**
 * Options for a pipeline without some names.
 * - `programs`: no program of `programs.tsv`
 * - `organizations`: no body of the list `national` in `organizations.lex`, the only one that has whole names
 * - `people`: no name of nodejieba's dictionary; the program has no list of people itself
 *
 * What stays is grammar: class nouns, tails of bodies, surnames, the characters of given names.
 */
export function optionsWithout(lexicons: readonly Lexicon[]): PipelineOptions {
  return {
    ...(lexicons.includes('programs') ? { programs: openProgramLexicon([]) } : {}),
    ...(lexicons.includes('organizations') ? { organizations: openOrganizationWords(withoutNational()) } : {}),
    ...(lexicons.includes('people') ? { segment: withoutNames(openSegmenter()) } : {}),
  };
}

/** @throws ZhituError `bad-input` (usage) for a name that is no lexicon */
export function lexiconsNamed(list: string): readonly Lexicon[] {
  return list.split(',').map((name) => {
    const known = LEXICONS.find((lexicon) => lexicon === name.trim());
    if (!known) throw usageError(`--without-lexicon expects some of ${LEXICONS.join(', ')}, and was given "${name}"`);
    return known;
  });
}

function withoutNational(): WordLists {
  const lists = loadWordLists('organizations.lex');
  return { ...lists, list: (key) => (key === 'national' ? [] : lists.list(key)) };
}

/** The same words, but those that the dictionary tags as a person's name fall apart into unknown characters. */
export function withoutNames(segment: Segment): Segment {
  return (text, from) =>
    segment(text, from).flatMap((token) =>
      token.tag.startsWith('nr') && [...token.word].length > 1 ? unknownCharacters(token.word, token.start) : [token],
    );
}

function unknownCharacters(word: string, start: number): ReturnType<Segment> {
  let at = start;
  return [...word].map((character) => {
    const token = { start: at, end: at + character.length, word: character, tag: 'x' };
    at = token.end;
    return token;
  });
}
