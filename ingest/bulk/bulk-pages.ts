/**
 * Pages → the files of an import (`graph/bulk/import-files.ts`): the graph that ingesting them into an empty store gives. What takes the
 * store's memory there takes the disk here: pages by their id, names by their block, articles by their id, records by theirs.
 */
import { ExternalSort } from '../../graph/bulk/external-sort.ts';
import { type ImportFiles, type ImportStage, ImportWriter } from '../../graph/bulk/import-files.ts';
import { type Pace, paced } from '../../graph/bulk/pace.ts';
import type { Half } from '../../graph/jumps.ts';
import { type Source, sourceRecord } from '../../graph/page-records.ts';
import { uniteNormal } from '../../graph/writer.ts';
import { blockChanges } from '../block-records.ts';
import { joinContinuations } from '../continuations.ts';
import type { MentionRef } from '../identity/types.ts';
import { halvesIn } from '../join-pages.ts';
import { type Arrival, firstNames, storedPage } from '../page-changes.ts';
import { type BlockProfile, profileRecords, profilesOf } from '../profile-records.ts';
import { distinctProfiles, isPlain, resolvedBlock } from '../resolve-blocks.ts';
import { CORPUS_RESOLVER, type Profile, type Resolver } from '../resolver.ts';
import type { Issue } from '../types.ts';
import { contributionOf, type Unit, unitRecord, unitsOf } from '../units.ts';
import type { Resolved } from '../writes.ts';

/** A unit without whom its names mean, and the file that its page is called by. */
interface NamedUnit {
  readonly unit: Omit<Unit, 'identity'>;
  readonly file: string;
}

type Assigned = readonly [ref: MentionRef, resolved: Resolved];

/** What is worked through one after the other: the pages, whom names mean, what articles contribute, and the files of that. */
export type BulkStage = 'pages' | 'names' | 'articles' | ImportStage;

export interface BulkReport extends ImportFiles {
  readonly pages: number;
  readonly articles: number;
  readonly issues: readonly Issue[];
}

export class BulkPages {
  readonly #files: ImportWriter;
  readonly #resolver: Resolver;
  readonly #arrivals: ExternalSort<Arrival>;

  /** @throws ZhituError `bad-input` for a folder that holds something */
  constructor(folder: string, resolver: Resolver = CORPUS_RESOLVER) {
    this.#files = new ImportWriter(folder);
    this.#resolver = resolver;
    this.#arrivals = this.#sort('arrivals');
  }

  add(arrival: Arrival): void {
    this.#arrivals.add(arrival.page, arrival);
  }

  /** Makes the files of all pages that were added. To be called once. @throws what a pace throws */
  async finish(paceOf: (stage: BulkStage) => Pace): Promise<BulkReport> {
    const units = this.#sort<NamedUnit>('units');
    const profiles = this.#sort<Profile>('profiles');
    const assigned = this.#sort<Assigned>('assigned');
    const counts = { pages: 0, articles: 0 };
    for await (const [, arrivals] of paced(this.#arrivals, paceOf('pages'))) {
      counts.pages += 1;
      for (const named of this.#page(arrivals)) {
        units.add(named.unit.article.id, named);
        for (const [block, profile] of profilesOf(named.unit, this.#resolver)) profiles.add(block, profile);
      }
    }
    for await (const [block, members] of paced(profiles, paceOf('names')))
      for (const [ref, resolved] of this.#block(block, members)) assigned.add(articleOf(ref), [ref, resolved]);

    const halves: Half[] = [];
    const found = besides(assigned.groups());
    for await (const [article, printed] of paced(units, paceOf('articles'))) {
      counts.articles += 1;
      halves.push(...this.#article(printed, new Map(found(article))));
    }
    const joins = joinContinuations(halves);
    this.#files.add({ nodes: [], relations: joins.items });
    return { ...(await this.#files.finish(paceOf)), ...counts, issues: joins.issues };
  }

  #sort<T>(name: string): ExternalSort<T> {
    return new ExternalSort<T>({ folder: this.#files.workFolder(name) });
  }

  /** The units of a page, which may have been read at several places. */
  *#page(arrivals: readonly Arrival[]): Generator<NamedUnit> {
    const sources = arrivals.map(({ place, page }): Source => ({ ...place, page }));
    // Of a page that was read in full and elsewhere not, what was read in full.
    const [whole] = [...arrivals].sort((a, b) => (a.extractor < b.extractor ? -1 : 1));
    if (!whole?.extraction) return;
    for (const source of sources) this.#files.keep(sourceRecord(source));
    this.#files.keep(storedPage(whole));
    const file = firstNames(sources).get(whole.page) ?? '';
    for (const { identity: _, ...unit } of unitsOf(whole.page, whole.extraction)) yield { unit, file };
  }

  *#block(block: string, members: readonly Profile[]): Generator<Assigned> {
    const profiles = distinctProfiles(members);
    const resolution = this.#resolver.resolve(profiles, []);
    const next = resolvedBlock(block, profiles, [], resolution, this.#resolver);
    for (const record of blockChanges([block], new Map(), new Map([[block, next]])).kept) this.#files.keep(record);
    const told = new Map(profiles.map((profile) => [profile.ref, profile]));
    for (const { id, name, members: refs } of resolution.clusters)
      for (const { ref, reasons } of refs) {
        const resolved = { id, name, reasons };
        const profile = told.get(ref);
        if (profile && !isPlain(profile, resolved)) yield [ref, resolved];
      }
  }

  /** Adds what an article contributes, on each of its pages. @returns the halves that it is */
  #article(printed: readonly NamedUnit[], assigned: ReadonlyMap<MentionRef, Resolved>): readonly Half[] {
    const parts = printed.map(({ unit, file }) => {
      const profiles = profilesOf(unit, this.#resolver);
      const whole: Unit = { ...unit, identity: identityOf(profiles, assigned) };
      this.#files.keep(unitRecord(whole));
      for (const record of profileRecords(whole.id, profiles, this.#resolver)) this.#files.keep(record);
      return contributionOf(whole, file);
    });
    for (const part of parts) this.#files.add(part);
    return halvesIn(uniteNormal(parts));
  }
}

function identityOf(profiles: readonly BlockProfile[], assigned: ReadonlyMap<MentionRef, Resolved>): Unit['identity'] {
  return new Map(
    profiles.flatMap(([, { ref, local }]): [string, Resolved][] => {
      const resolved = assigned.get(ref);
      return resolved ? [[local, resolved]] : [];
    }),
  );
}

function articleOf(ref: MentionRef): string {
  return ref.slice(0, ref.indexOf('!'));
}

/** The values of keys that are asked for in the order of the groups. */
function besides<T>(groups: Generator<readonly [string, readonly T[]]>): (key: string) => readonly T[] {
  let next = groups.next();
  return (key) => {
    while (!next.done && next.value[0] < key) next = groups.next();
    return !next.done && next.value[0] === key ? next.value[1] : [];
  };
}
