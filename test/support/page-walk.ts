/** Walks of ingesting, replacing, renaming and removing over a few files, and the graph that they should end in. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { decisionRecord, decisionsIn } from '../../graph/decisions.ts';
import { keepStatements } from '../../graph/kept.ts';
import type { GraphStore } from '../../graph/store.ts';
import { decide, withdraw } from '../../ingest/decide.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { removeFromGraph } from '../../ingest/remove.ts';
import type { Resolver } from '../../ingest/resolver.ts';
import { dumpOf } from './dumps.ts';
import { ARTICLES, TOY_EXTRACTOR, type ToyPage, toyArticleId, toyText } from './toy-pages.ts';

export type Step =
  | { readonly do: 'write'; readonly file: string; readonly pages: readonly ToyPage[] }
  | { readonly do: 'rename'; readonly file: string; readonly to: string }
  | { readonly do: 'remove'; readonly file: string }
  | { readonly do: 'decide'; readonly kind: 'same' | 'different'; readonly articles: readonly [number, number] }
  | { readonly do: 'withdraw' }
  | { readonly do: 'again' };

const FILES = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'lines.jsonl'];

const page: fc.Arbitrary<ToyPage> = fc.record({
  day: fc.constantFrom('2019-07-03', '2019-07-04'),
  number: fc.constantFrom(1, 2),
  articles: fc.uniqueArray(fc.nat(ARTICLES.length - 1), { minLength: 1, maxLength: 3 }),
});
const file = fc.constantFrom(...FILES);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      file,
      pages: fc.array(page, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), file, to: fc.constantFrom('b.txt', 'd.txt') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), file }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      kind: fc.constantFrom('same' as const, 'different' as const),
      // Articles that name the person who is often one of two.
      articles: fc.constantFrom<[number, number][]>([0, 2], [0, 3], [2, 3], [1, 2]),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'withdraw' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'again' as const }) },
);

/** Up to so many steps. */
export function steps(most: number): fc.Arbitrary<readonly Step[]> {
  return fc.array(step, { minLength: 1, maxLength: most });
}

export class Walk {
  readonly #store: GraphStore;
  readonly #folder: string;
  /** Names of the files that the store should speak of. */
  readonly #there = new Set<string>();
  readonly #resolver: Resolver;

  constructor(store: GraphStore, folder: string, resolver: Resolver) {
    this.#store = store;
    this.#folder = folder;
    this.#resolver = resolver;
  }

  async begin(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    await this.#empty();
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'again') await this.#ingest([...this.#there]);
    else if (step.do === 'write') {
      writeFileSync(this.#path(step.file), textOf(step.file, step.pages));
      this.#there.add(step.file);
      await this.#ingest([step.file]);
    } else if (step.do === 'remove') {
      await removeFromGraph([this.#path(step.file)], { store: this.#store, resolver: this.#resolver });
      this.#there.delete(step.file);
    } else if (step.do === 'decide') {
      const [a, b] = step.articles.map((index) => `${toyArticleId(index)}!person/王伟`) as [string, string];
      await decide(this.#store, { kind: step.kind, a, b, by: 'x', at: '2026-01-01', note: null }, this.#resolver);
    } else if (step.do === 'withdraw') {
      const [first] = await decisionsIn(this.#store);
      if (first) await withdraw(this.#store, first.id, { by: 'y', at: '2026-01-02' }, this.#resolver);
    } else if (this.#there.has(step.file) && step.file.endsWith('.txt') && !this.#there.has(step.to)) {
      renameSync(this.#path(step.file), this.#path(step.to));
      this.#there.delete(step.file);
      this.#there.add(step.to);
      await this.#ingest([step.to]);
    }
  }

  /** The graph after all of it is ingested once more. */
  async again(): Promise<readonly string[]> {
    await this.#ingest([...this.#there]);
    return this.dump();
  }

  /** The graph of the same files in an empty store. */
  async fresh(): Promise<readonly string[]> {
    const decisions = await decisionsIn(this.#store);
    await this.#empty();
    await this.#store.write(keepStatements(decisions.map(decisionRecord)));
    await this.#ingest([...this.#there].reverse());
    return this.dump();
  }

  dump(): Promise<readonly string[]> {
    return dumpOf(this.#store);
  }

  async #ingest(files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    await ingestPaths(
      files.map((name) => this.#path(name)),
      { store: this.#store, pipeline: TOY_EXTRACTOR, resolver: this.#resolver },
    );
  }

  async #empty(): Promise<void> {
    await this.#store.write([{ cypher: 'MATCH (n) DETACH DELETE n', row: z.unknown() }]);
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

function textOf(name: string, pages: readonly ToyPage[]): string {
  if (!name.endsWith('.jsonl')) return toyText(pages[0] as ToyPage);
  return pages.map((one) => JSON.stringify({ text: toyText(one) })).join('\n');
}
