/**
 * The stages of ingest in their order. Each is a pure function of its arguments:
 *
 *   decoded file ─ readPage ─► articles ─ toDocument ─► sentences, words
 *     ─ findDates, findPlaces, findOrganizations, findPrograms, posts, persons ─► mentions
 *     ─ appointments, events, launches, learning ─► statements with their sentences
 *     ─ entitiesOf, factsOf ─► extraction (contract.ts) ─ toGraph ─► graph writes (writes.ts)
 */
import { appointmentFinder } from './appointments.ts';
import type { ExtractedArticle, ExtractedPage } from './contract.ts';
import { findDates } from './dates.ts';
import { toDocument } from './document.ts';
import { entitiesOf } from './entities.ts';
import { eventFinder } from './events/events.ts';
import { factsOf } from './facts.ts';
import type { RawPage } from './files.ts';
import { loadGazetteer } from './gazetteer.ts';
import { homeOf } from './home.ts';
import { cutClauses } from './launch-scene.ts';
import { LAUNCH_WORDS } from './launch-words.ts';
import { findLaunches } from './launches.ts';
import { findLearning } from './learning.ts';
import { type OrganizationWords, organizationWords } from './organization-words.ts';
import { findOrganizations } from './organizations.ts';
import { readPage } from './pages.ts';
import { personFinder } from './persons.ts';
import { findPlaces } from './places.ts';
import { postPhraseFinder } from './post-phrases.ts';
import { asPrinted, readable, simplifiedPage, withPrintedNames } from './printed-script.ts';
import { loadProgramLexicon, type ProgramLexicon } from './program-lexicon.ts';
import { findPrograms } from './programs.ts';
import { widenPunctuation } from './punctuation.ts';
import { ruleConfidence } from './rule-confidence.ts';
import { openSegmenter, type Segment, tokenise } from './segment.ts';
import { firstFrom } from './spans.ts';
import type { Article, DateValue, Issue, Page, PlaceMention, Span, Staged } from './types.ts';

export interface PipelineOptions {
  /** Day of publication for pages that do not print one. */
  readonly date?: DateValue | null;
  readonly publication?: string | null;
  /** Known programs; without it those of `lexicon/programs.tsv`. An empty one shows what discovery alone finds. */
  readonly programs?: ProgramLexicon;
  /** Words of organization names; without it those of `lexicon/organizations.lex`. */
  readonly organizations?: OrganizationWords;
  /** Cuts sentences into words; without it nodejieba with its own dictionary, which knows some people by name. */
  readonly segment?: Segment;
}

/** A bare place name right behind a post (市委书记岳阳讲话) is as likely its holder's: there and elsewhere it does not keep people out. */
function certainPlaces(text: string, places: readonly PlaceMention[], posts: readonly Span[]): readonly PlaceMention[] {
  const ends = new Set(posts.map(({ end }) => end));
  const words = ({ start, end }: Span) => text.slice(start, end);
  const doubtful = new Set(places.filter(({ rule, start }) => rule === 'places.bare' && ends.has(start)).map(words));
  return places.filter((place) => place.rule !== 'places.bare' || !doubtful.has(words(place)));
}

function overlaps({ start, end }: Span, people: readonly Span[]): boolean {
  const at = firstFrom(people, end);
  const before = people[at - 1];
  return before !== undefined && before.end > start;
}

export interface PageResult {
  readonly extraction: ExtractedPage;
  readonly issues: readonly Issue[];
}

export interface PageRead {
  readonly page: Page;
  readonly issues: readonly Issue[];
}

export interface Pipeline {
  /** Reads a page and cuts it into articles, without looking into them. */
  read(page: RawPage): PageRead;
  /** Runs all stages over one page. The same page gives the same result, whatever came before it. */
  run(page: RawPage): PageResult;
  /** The stages from sentences on, for one article of a page that is known already. */
  extract(article: Article, page: Pick<Page, 'date' | 'home'>): Staged<ExtractedArticle>;
  /** Milliseconds spent in each stage since the pipeline was opened. */
  readonly timings: ReadonlyMap<string, number>;
}

/** Loads dictionaries and word lists (the start-up cost, under a second) and prepares the stages. */
export function openPipeline(options: PipelineOptions = {}): Pipeline {
  const timings = new Map<string, number>();
  const timed = <T>(stage: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    timings.set(stage, (timings.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  const segment = options.segment ?? openSegmenter();
  const gazetteer = loadGazetteer();
  const lexicon = options.programs ?? loadProgramLexicon();
  const bodies = options.organizations ?? organizationWords();
  const confidenceOf = ruleConfidence();
  const findPosts = postPhraseFinder();
  const findPersons = personFinder();
  const findAppointments = appointmentFinder();
  const findEvents = eventFinder();

  const extract = (article: Article, page: Pick<Page, 'date' | 'home'>): Staged<ExtractedArticle> => {
    const doc = timed('sentences', () => toDocument(readable(article), page));
    const tokens = timed('words', () => tokenise(segment, doc.text, doc.sentences));
    const dates = timed('dates', () => findDates(doc));
    const places = timed('places', () => findPlaces(doc, gazetteer));
    const organizations = timed('organizations', () => findOrganizations(doc, places.items, gazetteer, bodies));
    const programs = timed('programs', () =>
      findPrograms(doc, { places: places.items, organizations: organizations.items, lexicon, segment }),
    );
    const wide = { ...doc, text: widenPunctuation(doc.text) };
    const postPhrases = timed('posts', () => findPosts(wide, tokens, places.items));
    const persons = timed('persons', () =>
      findPersons(wide, tokens, postPhrases, [
        ...certainPlaces(doc.text, places.items, postPhrases),
        ...programs.items,
      ]),
    );
    const sited = places.items.filter((place) => !overlaps(place, persons.items));
    const posts = timed('posts', () => findAppointments(wide, postPhrases, persons.items, sited, organizations.items));
    const events = timed('events', () =>
      findEvents({
        doc: wide,
        persons: persons.items,
        places: sited,
        organizations: organizations.items,
        programs: programs.items,
        dates: dates.items,
        posts,
      }),
    );
    const scene = {
      places: sited,
      organizations: organizations.items,
      programs: programs.items,
      dates: dates.items,
      posts,
    };
    const clauses = timed('launches', () => cutClauses(doc, scene));
    const launches = timed('launches', () => findLaunches(doc, scene, LAUNCH_WORDS, clauses));
    const learnings = timed('learning', () => findLearning(doc, scene, clauses));
    const mentions = {
      persons: persons.items,
      posts,
      places: sited,
      organizations: organizations.items,
      programs: programs.items,
      events,
    };
    const entities = timed('entities', () => entitiesOf(doc, mentions));
    const facts = timed('facts', () => factsOf(doc, mentions, launches.items, learnings.items, entities, confidenceOf));
    const stages = [dates, places, organizations, programs, persons, launches, learnings, facts];
    return {
      items: [
        extractedArticle(article, {
          entities: withPrintedNames([...entities.values()], article),
          facts: [...facts.items],
        }),
      ],
      issues: stages.flatMap(({ issues }) => issues),
    };
  };

  const read = (raw: RawPage): PageRead => {
    const simplified = simplifiedPage(raw);
    const { items, issues } = timed('pages', () =>
      readPage(simplified ?? raw, {
        date: options.date ?? null,
        publication: options.publication ?? null,
        homeOf: (publication, text) => homeOf(publication, text, gazetteer),
      }),
    );
    // readPage gives one page for one file.
    const page = items[0] as Page;
    return { page: simplified ? asPrinted(page, simplified, raw) : page, issues };
  };

  return {
    timings,
    read,
    extract,
    run(raw) {
      const { page, issues } = read(raw);
      return pageResult(
        { page, issues },
        page.articles.map((article) => extract(article, page)),
      );
    },
  };
}

/** An article with what was found in it, as the contract has it. */
export function extractedArticle(
  { jump, dateline: _, ...head }: Article,
  found: Pick<ExtractedArticle, 'entities' | 'facts'>,
): ExtractedArticle {
  return { ...head, ...(jump ? { jump } : {}), byline: [...head.byline], ...found };
}

/** A page with its articles, and the doubts of all stages in their order. */
export function pageResult({ page, issues }: PageRead, articles: readonly Staged<ExtractedArticle>[]): PageResult {
  const { file, sha256, publication, issue, date, pageNumber } = page;
  return {
    extraction: {
      source: { file, sha256, publication, issue, date, ...(pageNumber === null ? {} : { pageNumber }) },
      articles: articles.flatMap(({ items }) => items),
    },
    issues: [...issues, ...articles.flatMap((article) => article.issues)],
  };
}
