/** Entities of an article as nodes of the graph. */
import type { NodeRecord, Properties, SubLabel } from '../graph/model.ts';
import type { Entity, ExtractedArticle } from './contract.ts';
import { searchForms } from './search-forms.ts';

const LEVEL_LABEL: Readonly<Record<string, SubLabel>> = {
  province: 'Province',
  city: 'City',
  county: 'County',
  township: 'Township',
  village: 'Village',
};
/** Bodies of many places share tails up to this length (市委, 公安局, 省信访局). */
const LONGEST_TAIL = 4;

/**
 * The aliases that the article prints. The others serve to recognise a name and would be invented ones in the graph; so
 * would 市委 for one of the many bodies that are called so.
 */
function printedAliases({ kind, name, aliases }: Entity, printed: string): string[] {
  return aliases.filter((alias) => {
    const isTail = kind === 'Organization' && alias.length <= LONGEST_TAIL && name.endsWith(alias);
    return !isTail && printed.includes(squash(alias));
  });
}

/** The text of an article as `entityNode` looks for aliases in it. */
export function printedIn({ title, text }: Pick<ExtractedArticle, 'title' | 'text'>): string {
  return squash(`${title ?? ''}\n${text}`);
}

function squash(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”‘’"'《》「」『』]/gu, '');
}

/** @param printed what `printedIn` gives of the entity's article @param isOfficial whether it holds a post there */
export function entityNode(entity: Entity, printed: string, isOfficial: boolean): NodeRecord {
  const level = entity.level === undefined ? undefined : LEVEL_LABEL[entity.level];
  const labels: SubLabel[] = [...(isOfficial ? ['Official' as const] : []), ...(level ? [level] : [])];
  return {
    id: entity.id,
    kind: entity.kind,
    labels,
    properties: {
      ...named(entity.name, printedAliases(entity, printed), entity.kind === 'Person'),
      ...defined({
        path: entity.kind === 'Place' ? entity.path : undefined,
        level: entity.level,
        code: entity.code,
        type: entity.type,
        dateFrom: entity.date?.value,
        dateTo: entity.dateTo,
        datePrecision: entity.date?.precision,
        dateBasis: entity.date?.basis,
        dateText: entity.dateText,
      }),
    },
  };
}

/** The properties by which a node is found. */
export function named(name: string, aliases: readonly string[], isPerson: boolean): Properties {
  return { name, aliases: [...new Set(aliases)].sort(), ...searchForms(name, aliases, isPerson) };
}

/** Without the properties that are unknown: null and undefined are never stored. */
export function defined(properties: Readonly<Record<string, Properties[string] | null | undefined>>): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, Properties[string]] => entry[1] !== null && entry[1] !== undefined,
    ),
  );
}
