/** Programs: named initiatives, mechanisms, campaigns, platforms and models that a place can launch, adopt or promote. */
import { centreKinds, classNamed, prefixedKinds } from './program-bare.ts';
import type { ProgramScene } from './program-candidates.ts';
import { builtCentres, councils } from './program-institutions.ts';
import type { ProgramLexicon } from './program-lexicon.ts';
import { isInBody, MOST_PROGRAMS, mergePrograms, squash } from './program-merge.ts';
import { quotedPrograms } from './program-quoted.ts';
import { chiefSystems, numeralNames, placeExperiences, plusNames, prefixedPlaces } from './program-shapes.ts';
import { coverage, readProgramText } from './program-text.ts';
import type { Segment } from './segment.ts';
import type { Document, OrganizationMention, PlaceMention, ProgramMention, Staged } from './types.ts';
import { WordIndex } from './word-index.ts';

export interface ProgramContext {
  readonly places: readonly PlaceMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly lexicon: ProgramLexicon;
  readonly segment: Segment;
}

/** A name this short stands for the program only between quotation marks. */
const SHORTEST_UNQUOTED = 3;
const PLACE_SUFFIX =
  /(?:壮族|回族|维吾尔|[\u4e00-\u9fff]{1,4}族)?(?:自治区|自治州|自治县|特别行政区|地区|街道|社区|省|市|县|区|镇|乡|村|旗|盟)$/u;

/**
 * Every mention of every program of a document, in text order; all mentions of one program carry one name and the same
 * aliases, so that any printed form finds it. A name found surely once is found everywhere in the document, also unquoted.
 * @param context places and organizations of the document (their mentions), the lexicon (may hold no known names) and the segmenter
 */
export function findPrograms(doc: Document, context: ProgramContext): Staged<ProgramMention> {
  const text = readProgramText(doc.text, doc.bodyStart);
  const { lexicon, segment } = context;
  const places = context.places.map((mention) => ({
    start: text.position(mention.start),
    end: text.position(mention.end),
    mention,
  }));
  const organizations = context.organizations.map(({ start, end }) => ({
    start: text.position(start),
    end: text.position(end),
  }));
  const scene: ProgramScene = {
    text,
    lexicon,
    segment,
    places,
    inBodies: coverage(
      text.bare.length + 1,
      organizations.map(({ start, end }) => ({ start: start + 1, end })),
    ),
    nameEnds: new Set([...places, ...organizations].map(({ end }) => end)),
    stems: placeStems(doc, context),
  };
  const candidates = [
    ...quotedPrograms(scene),
    ...prefixedPlaces(scene),
    ...plusNames(scene),
    ...numeralNames(scene),
    ...placeExperiences(scene),
    ...chiefSystems(scene),
    ...classNamed(scene),
    ...centreKinds(scene),
    ...builtCentres(scene),
    ...councils(scene),
    ...prefixedKinds(scene),
  ];
  const programs = mergePrograms(scene, candidates);
  if (programs.length === 0) return { items: [], issues: [] };
  const owner = new Map(
    programs.flatMap((program) => [program.name, ...program.aliases].map((name) => [name, program] as const)),
  );
  const items = new WordIndex(owner.keys()).find(text.bare).flatMap((found): ProgramMention[] => {
    const program = owner.get(found.word);
    if (!program) return [];
    if (isInBody(found, scene)) return [];
    const needsQuotes = squash(found.word).length < SHORTEST_UNQUOTED || !/[\u4e00-\u9fffA-Za-z]/u.test(found.word);
    if (needsQuotes && !text.isQuotation(found)) return [];
    return [
      {
        kind: 'Program',
        ...text.original(found),
        name: program.name,
        aliases: [...program.aliases],
        rule: program.rule,
        confidence: program.confidence,
      },
    ];
  });
  const cut = programs.length >= MOST_PROGRAMS;
  return {
    items,
    issues: cut ? [{ stage: 'programs', reason: 'too-many-programs', text: String(programs.length) }] : [],
  };
}

function placeStems(doc: Document, { places, lexicon }: ProgramContext): ReadonlySet<string> {
  const stems = new Set(lexicon.list('province'));
  const add = (name: string) => {
    const stem = name.replace(PLACE_SUFFIX, '');
    if (stem.length >= 2) stems.add(stem);
    if (name.length >= 2) stems.add(name);
  };
  for (const { place } of places) for (const part of place.path.split('/')) add(part);
  for (const part of doc.home?.split('/') ?? []) add(part);
  return stems;
}
