/** Looks at pages before they are extracted: most of what is ingested again is in the store as it is, and costs no more than this look. */
import { pagesById, sourceId, sourcesBehind, sourcesBy } from '../graph/page-records.ts';
import type { Reader } from '../graph/store.ts';
import type { PageInTurn } from './extract.ts';
import type { FileProblem, RawPage } from './files.ts';
import { filesInTurn } from './inputs.ts';
import type { Arrival } from './page-changes.ts';
import { fileName, pageId, placeOfPage } from './page-key.ts';

/** Pages that one question to the store is about. */
const PAGES_A_LOOK = 100;
/** Characters of the pages that wait for it: bounds memory where pages are large. */
const CHARACTERS_A_LOOK = 5_000_000;

export interface LookOptions {
  readonly store: Reader;
  /** Version of the extractor. */
  readonly extractor: string;
  readonly settings: string;
  /** Working directory, for the names of files. */
  readonly directory: string;
}

/** What is found out beside the pages that have to be extracted. */
export interface Findings {
  /** A page that the store has as it is, at this place. */
  onKnown(arrival: Arrival, turn: PageInTurn): void;
  /** A page that the store has, and not at this place. */
  onMoved(arrival: Arrival, page: RawPage): void;
  /** Sources of a file that was read in full and no longer has their lines. */
  onLinesGone(sources: readonly string[]): void;
}

/** The arrival of a page, but for what is found in it. */
export function arrivalOf(
  page: Pick<RawPage, 'file' | 'sha256'>,
  { extractor, settings, directory }: Omit<LookOptions, 'store'>,
): Omit<Arrival, 'extraction'> {
  const { file, sha256 } = page;
  return { place: placeOfPage(file, directory), page: pageId(page, settings), sha256, extractor };
}

/** The pages of files that have to be extracted, in their order, and files that gave none. */
export async function* unknownPages(
  files: readonly string[],
  options: LookOptions,
  findings: Findings,
): AsyncGenerator<PageInTurn> {
  let waiting: PageInTurn[] = [];
  let characters = 0;
  async function* looked(): AsyncGenerator<PageInTurn> {
    const batch = waiting;
    waiting = [];
    characters = 0;
    yield* await notKnown(batch, options, findings);
  }
  for (const { file, pages } of filesInTurn(files)) {
    const lines = newLineTally();
    for await (const turn of pages) {
      const { page } = turn;
      lines.add(page, file);
      waiting.push(turn);
      if ('text' in page) characters += page.text.length;
      if (waiting.length >= PAGES_A_LOOK || characters >= CHARACTERS_A_LOOK) yield* looked();
    }
    if (lines.isComplete() && lines.last() > 0) {
      yield* looked();
      const gone = await linesGone(options.store, fileName(file, options.directory), lines);
      if (gone.length > 0) findings.onLinesGone(gone);
    }
  }
  yield* looked();
}

async function notKnown(
  batch: readonly PageInTurn[],
  options: LookOptions,
  findings: Findings,
): Promise<readonly PageInTurn[]> {
  const read = batch.map((turn) => ({
    turn,
    arrival: 'text' in turn.page ? arrivalOf(turn.page, options) : null,
  }));
  const standing = await standingOf(
    options.store,
    read.flatMap(({ arrival }) => arrival ?? []),
  );
  return read.flatMap(({ turn, arrival }) => {
    const found = arrival ? standing.get(arrival) : 'new';
    if (!arrival || found === 'new') return [turn];
    if (found === 'known') findings.onKnown({ ...arrival, extraction: null }, turn);
    else findings.onMoved({ ...arrival, extraction: null }, turn.page as RawPage);
    return [];
  });
}

/** - `known`: the store has the page, of this extractor, at this place; `moved`: only elsewhere */
export type Standing = 'known' | 'moved' | 'new';

/** How the store stands to these arrivals. */
export async function standingOf<T extends Omit<Arrival, 'extraction'>>(
  store: Reader,
  arrivals: readonly T[],
): Promise<ReadonlyMap<T, Standing>> {
  const placeIds = arrivals.map(({ place }) => place.id);
  const pageIds = arrivals.map(({ page }) => page);
  const [sources, pages] = await Promise.all([sourcesBy(store, 'id', placeIds), pagesById(store, pageIds)]);
  const pageAt = new Map(sources.map(({ id, page }) => [id, page]));
  const extractorOf = new Map(pages.map(({ id, extractor }) => [id, extractor]));
  return new Map(
    arrivals.map((arrival) => {
      const { page, extractor, place } = arrival;
      if (extractorOf.get(page) !== extractor) return [arrival, 'new'];
      return [arrival, pageAt.get(place.id) === page ? 'known' : 'moved'];
    }),
  );
}

interface LineTally {
  add(page: RawPage | FileProblem, file: string): void;
  /** The last line that was seen; 0 for a file that is one page. */
  last(): number;
  /** Lines before it that hold nothing. */
  blanks(): readonly number[];
  /** Whether the file was read to its end. */
  isComplete(): boolean;
}

function newLineTally(): LineTally {
  const blanks: number[] = [];
  let last = 0;
  let complete = true;
  return {
    add({ file: name, ...rest }, file) {
      const line = /#(\d+)$/u.exec(name.slice(file.length))?.[1];
      if (line === undefined) {
        if ('reason' in rest) complete = false;
        return;
      }
      for (let blank = last + 1; blank < Number(line); blank += 1) blanks.push(blank);
      last = Number(line);
    },
    last: () => last,
    blanks: () => blanks,
    isComplete: () => complete,
  };
}

async function linesGone(store: Reader, file: string, lines: LineTally): Promise<readonly string[]> {
  const blanks = await sourcesBy(
    store,
    'id',
    lines.blanks().map((line) => sourceId(file, line)),
  );
  const behind = await sourcesBehind(store, file, lines.last());
  return [...blanks.map(({ id }) => id), ...behind];
}
