/** What two runs found differently: which facts came, changed and went, so that a change to rules can be judged before it is kept. */

import type { Run } from './history.ts';
import type { FactLine, PageLine } from './records.ts';

export interface FactChange {
  /** `reweighed`: only its confidence is another. */
  readonly kind: 'added' | 'changed' | 'gone' | 'reweighed';
  /** Of the first sentence, in the later run where it has the fact. */
  readonly rule: string;
  readonly before: FactLine | null;
  readonly after: FactLine | null;
}

export interface RunDiff {
  /** Pages of which at least one run read other content, or by other rules: only their facts are compared. */
  readonly compared: number;
  /** Pages that both runs have as they were. */
  readonly same: number;
  /** Files that one of the runs has no extraction of: not asked for, failed, or its facts were pruned. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  changes(): AsyncGenerator<FactChange>;
}

/** Facts that are held at once: about 1 kB each with their sentences. */
const FACTS_AT_ONCE = 200_000;

/**
 * Compares two runs by their files: a file that only one of them read is named and its facts are not. The facts of a page that a run left
 * unchanged are those of the run that extracted it. A fact is the same by its article and relation; it has changed where its
 * sentences, rules, confidence or details have.
 * @param earlier other runs of the folder, in which unchanged pages are looked up
 */
export async function diffRuns(before: Run, after: Run, earlier: readonly Run[]): Promise<RunDiff> {
  const [old, fresh] = [await extractedPages(before), await extractedPages(after)];
  const both = [...old.keys()].filter((file) => fresh.has(file));
  const files = new Set(both.filter((file) => !isSame(old.get(file) as PageLine, fresh.get(file) as PageLine)));
  const sides = {
    before: await sourcesOf(before, old, files, earlier),
    after: await sourcesOf(after, fresh, files, earlier),
  };
  const lost = (side: Sources): readonly string[] => [...files].filter((file) => side.lost.has(file));
  const compared = new Set([...files].filter((file) => !sides.before.lost.has(file) && !sides.after.lost.has(file)));
  return {
    compared: compared.size,
    same: both.length - files.size,
    onlyBefore: [...[...old.keys()].filter((file) => !fresh.has(file)), ...lost(sides.after)],
    onlyAfter: [...[...fresh.keys()].filter((file) => !old.has(file)), ...lost(sides.before)],
    changes: () => changesOf(sides.before, sides.after, compared),
  };
}

function isSame(a: PageLine, b: PageLine): boolean {
  return a.page === b.page && a.extractor === b.extractor;
}

/** The pages of which something was read, in this run or before. */
async function extractedPages(run: Run): Promise<ReadonlyMap<string, PageLine>> {
  const pages = [...(await run.pages()).values()];
  return new Map(
    pages
      .filter(({ page, state, articles }) => page !== null && (articles !== undefined || state === 'unchanged'))
      .map((line) => [line.file, line]),
  );
}

interface Sources {
  /** The runs that have the facts, each with the pages that are taken from it, under the names that they have in the run compared. */
  readonly parts: readonly { readonly run: Run; readonly files: ReadonlyMap<string, string> }[];
  /** Files whose facts no run has any longer. */
  readonly lost: ReadonlySet<string>;
  readonly facts: number;
}

async function sourcesOf(
  run: Run,
  pages: ReadonlyMap<string, PageLine>,
  files: ReadonlySet<string>,
  earlier: readonly Run[],
): Promise<Sources> {
  const own = new Map([...files].filter((file) => pages.get(file)?.state !== 'unchanged').map((file) => [file, file]));
  const sought = new Map<string, string>();
  for (const file of files) {
    const line = pages.get(file) as PageLine;
    if (!own.has(file)) sought.set(`${line.page} ${line.extractor}`, file);
  }
  const parts = [{ run, files: own }];
  let facts = countFacts(own.keys(), pages);
  for (const other of [...earlier].reverse()) {
    if (sought.size === 0) break;
    const theirs = await other.pages();
    const found = new Map<string, string>();
    for (const { file, page, extractor, articles } of theirs.values()) {
      const name = articles === undefined ? undefined : sought.get(`${page} ${extractor}`);
      if (name === undefined) continue;
      found.set(file, name);
      sought.delete(`${page} ${extractor}`);
    }
    if (found.size > 0) parts.push({ run: other, files: found });
    facts += countFacts(found.keys(), theirs);
  }
  return { parts, lost: new Set(sought.values()), facts };
}

function countFacts(files: Iterable<string>, pages: ReadonlyMap<string, PageLine>): number {
  return [...files].reduce((sum, file) => sum + (pages.get(file)?.facts ?? 0), 0);
}

/** Articles are taken in parts by their hash, so that what is held at once does not grow with the runs. */
async function* changesOf(before: Sources, after: Sources, files: ReadonlySet<string>): AsyncGenerator<FactChange> {
  const parts = Math.max(1, Math.ceil(before.facts / FACTS_AT_ONCE));
  for (let part = 0; part < parts; part++) {
    const old = new Map<string, FactLine>();
    for await (const fact of factsIn(before, files, part, parts)) old.set(identityOf(fact), fact);
    const seen = new Set<string>();
    for await (const fact of factsIn(after, files, part, parts)) {
      const identity = identityOf(fact);
      if (seen.has(identity)) continue;
      seen.add(identity);
      const other = old.get(identity) ?? null;
      if (!other) yield { kind: 'added', rule: ruleOf(fact), before: null, after: fact };
      else {
        const kind = kindOf(other, fact);
        if (kind) yield { kind, rule: ruleOf(fact), before: other, after: fact };
      }
    }
    for (const [identity, fact] of old)
      if (!seen.has(identity)) yield { kind: 'gone', rule: ruleOf(fact), before: fact, after: null };
  }
}

async function* factsIn(
  { parts }: Sources,
  files: ReadonlySet<string>,
  part: number,
  of: number,
): AsyncGenerator<FactLine> {
  for (const { run, files: names } of parts)
    for await (const fact of run.facts()) {
      const file = names.get(fact.file);
      if (file !== undefined && files.has(file) && partOf(fact.article, of) === part) yield fact;
    }
}

/** The ids of articles end in hex digits of a hash. */
const HASH_DIGITS = 6;

function partOf(article: string, of: number): number {
  return of === 1 ? 0 : Number.parseInt(article.slice(-HASH_DIGITS), 16) % of;
}

/** An article that two files print is compared once a file. */
function identityOf({ article, key }: FactLine): string {
  return `${article} ${key}`;
}

function kindOf(before: FactLine, after: FactLine): 'changed' | 'reweighed' | null {
  const content = ({ details, said }: FactLine): string =>
    JSON.stringify([Object.entries(details).sort(), said.map(({ confidence: _, ...rest }) => rest)]);
  if (content(before) !== content(after)) return 'changed';
  const weights = ({ said }: FactLine): string => said.map(({ confidence }) => confidence).join(' ');
  return weights(before) === weights(after) ? null : 'reweighed';
}

function ruleOf({ said }: FactLine): string {
  return said[0]?.rule ?? '';
}
