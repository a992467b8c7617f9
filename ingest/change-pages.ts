/** Brings pages into the store, replaces and removes them: the one way in which extractions reach the graph. */
import { changeStatements, countChange, type GraphChange, type WriteCounts } from '../graph/change.ts';
import { decisionRecord } from '../graph/decisions.ts';
import { dropStatements, type KeptRecord, keepStatements } from '../graph/kept.ts';
import { type GraphPart, ID_PREFIX } from '../graph/model.ts';
import { planReplacement } from '../graph/replace.ts';
import type { Contributions } from '../graph/settle.ts';
import type { GraphStore, Reader } from '../graph/store.ts';
import { markChanged } from '../graph/version.ts';
import { type UnitedPart, uniteNormal } from '../graph/writer.ts';
import { planJoins } from './join-pages.ts';
import { type Arrival, fileNames, type PageChanges, type PagePlan, planPages } from './page-changes.ts';
import { placeNode } from './part-builder.ts';
import { unitIds, unitRecords } from './profile-records.ts';
import { type ResolvedUnits, resolveBlocks } from './resolve-blocks.ts';
import type { Resolver } from './resolver.ts';
import type { Issue } from './types.ts';
import { contributionOf, identityText, storedUnits, type Unit, unitRecord } from './units.ts';

export interface ChangeOptions {
  /** Tells apart and brings together whom names mean. */
  readonly resolver: Resolver;
  /** Whether a file is there. */
  readonly exists: (file: string) => Promise<boolean>;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
}

export interface ChangeReport {
  readonly written: WriteCounts;
  readonly change: GraphChange;
  readonly issues: readonly Issue[];
  /** Arrivals without an extraction whose page the store no longer has: they have to be extracted. */
  readonly missing: readonly Arrival[];
}

/**
 * Makes all changes in one transaction, each page whole: its entities and relations, what was extracted from it, the joins of its
 * issue, and whatever other articles mean otherwise for it.
 * @throws ZhituError what the store raises; then nothing of these changes took effect
 */
export async function changePages(
  store: GraphStore,
  changes: PageChanges,
  options: ChangeOptions,
): Promise<ChangeReport> {
  return store.update(async (update) => {
    const pages = await planPages(update, changes, options.exists);
    const units = await resolveBlocks(update, { ...pages, decisions: changes.decisions }, options.resolver);
    const articles = new Set([...units.before, ...units.after].map(({ article }) => article.id));
    const { gone, come } = await contributions(update, pages, units);
    const graph = await planReplacement(update, { articles, gone, come }, contributionsIn(update));
    const joins = await planJoins(update, articles, gone, come);
    const change = { nodes: graph.nodes, relations: [...graph.relations, ...joins.relations] };
    if (!options.dryRun) {
      const ids = new Set(units.after.map(({ id }) => id));
      const lost = units.before.filter(({ id }) => !ids.has(id)).flatMap(({ id }) => unitIds(id));
      update.write([
        ...changeStatements(change),
        ...dropStatements([...pages.dropped, ...units.dropped, ...lost]),
        ...keepStatements([
          ...pages.kept,
          ...units.kept,
          ...changedUnits(units.before, units.after, options.resolver),
          ...changes.decisions.map(decisionRecord),
        ]),
        ...markChanged(),
      ]);
    }
    return { written: countChange(change), change, issues: joins.issues, missing: pages.missing };
  });
}

async function contributions(
  store: Reader,
  { filesBefore, filesAfter }: PagePlan,
  { before, after }: ResolvedUnits,
): Promise<{ readonly gone: UnitedPart; readonly come: UnitedPart }> {
  const pages = [...before, ...after]
    .map(({ page }) => page)
    .filter((page) => !filesBefore.has(page) && !filesAfter.has(page));
  const files = await fileNames(store, pages);
  const part = (unit: Unit, names: ReadonlyMap<string, string>): GraphPart =>
    contributionOf(unit, names.get(unit.page) ?? files.get(unit.page) ?? '');
  return {
    gone: uniteNormal(before.map((unit) => part(unit, filesBefore))),
    come: uniteNormal(after.map((unit) => part(unit, filesAfter))),
  };
}

/** The records of units that are new or mean others than before. */
function changedUnits(before: readonly Unit[], after: readonly Unit[], resolver: Resolver): readonly KeptRecord[] {
  const known = new Map(before.map((unit) => [unit.id, unit]));
  return after.flatMap((unit) => {
    const old = known.get(unit.id);
    if (!old || old.article !== unit.article) return unitRecords(unit, resolver);
    return identityText(old.identity) === identityText(unit.identity) ? [] : [unitRecord(unit)];
  });
}

function contributionsIn(store: Reader): Contributions {
  return {
    async of(articles) {
      const parts = new Map<string, GraphPart[]>();
      for (const unit of await storedUnits(store, 'article', articles)) {
        const part = contributionOf(unit, '');
        parts.set(unit.article.id, [...(parts.get(unit.article.id) ?? []), part]);
      }
      return new Map([...parts].map(([id, several]) => [id, joined(several)]));
    },
    superior: (id) => placeNode(id.slice(ID_PREFIX.Place.length)),
  };
}

function joined(parts: readonly GraphPart[]): GraphPart {
  const { nodes, relations } = uniteNormal(parts);
  return { nodes: [...nodes.values()], relations: [...relations.values()] };
}
