/** Extraction → graph: the nodes and relations that one page states. Pure; `graph/writer.ts` merges them with what is there. */
import { mergeNodes, mergeRelations } from '../graph/merge.ts';
import {
  formatEvidence,
  type GraphPart,
  type NodeRecord,
  type Properties,
  type RelationRecord,
  type RelationType,
  relationKey,
  type SubLabel,
} from '../graph/model.ts';
import type { Entity, ExtractedArticle, ExtractedPage, Fact } from './contract.ts';
import { personId, placeId } from './ids.ts';
import { ruleConfidence } from './rule-confidence.ts';
import { searchForms, searchText } from './search-forms.ts';

const LEVEL_LABEL: Readonly<Record<string, SubLabel>> = {
  province: 'Province',
  city: 'City',
  county: 'County',
  township: 'Township',
  village: 'Village',
};
/** Characters of an untitled article's beginning that stand for its name. */
const UNTITLED_NAME = 24;
/** Bodies of many places share tails up to this length (市委, 公安局, 省信访局). */
const LONGEST_TAIL = 4;
/** The rule by which an event stands with its article. */
const REPORTED = 'event.reported';

/** The part of the graph that a page states. Ids and keys come from content, so the same page gives the same part. */
export function toGraph(page: ExtractedPage): GraphPart {
  const part = new PartBuilder();
  for (const [index, article] of page.articles.entries()) addArticle(part, page, article, index);
  return part.close();
}

function addArticle(part: PartBuilder, page: ExtractedPage, article: ExtractedArticle, index: number): void {
  const { source } = page;
  const name = article.title ?? `${article.text.slice(0, UNTITLED_NAME)}…`;
  part.node({
    id: article.id,
    kind: 'Article',
    labels: [],
    properties: defined({
      name,
      search: searchText([name]),
      title: article.title,
      subtitle: article.subtitle,
      kind: article.kind,
      publication: source.publication,
      issue: source.issue,
      publishedOn: source.date?.value,
      publishedPrecision: source.date?.precision,
      publishedBasis: source.date?.basis,
      file: source.file,
      sha256: source.sha256,
      page: index,
      pageNumber: source.pageNumber,
      url: article.url,
      jumpTo: article.jump?.to,
      jumpFrom: article.jump?.from,
      text: article.text,
    }),
  });
  const words = squash(`${article.title ?? ''}\n${article.text}`);
  const officials = new Set(article.facts.filter(({ type }) => type === 'HOLDS').map(({ from }) => from));
  for (const entity of article.entities) {
    part.node(entityNode({ ...entity, aliases: printedAliases(entity, words) }, officials.has(entity.id)));
    const spans = entity.mentions.map(([start, end]) => `${start}-${end}`);
    part.relation('MENTIONS', article.id, entity.id, undefined, { spans });
    if (entity.kind === 'Event')
      part.relation(
        'REPORTED_IN',
        entity.id,
        article.id,
        undefined,
        statement(article, entity.mentions[0] ?? [0, 0], REPORTED, ruleConfidence()('REPORTED_IN', REPORTED)),
      );
    if (entity.kind === 'Place') addSuperiors(part, entity.path ?? entity.name);
    if (entity.kind === 'Organization' && entity.path !== undefined) {
      part.node(placeNode(entity.path));
      addSuperiors(part, entity.path);
      part.relation('LOCATED_IN', entity.id, placeId(entity.path), undefined, {});
    }
  }
  for (const { name: reporter, role } of article.byline) {
    const id = personId(reporter);
    part.node({ id, kind: 'Person', labels: ['Reporter'], properties: named(reporter, [], true) });
    part.relation('REPORTED_BY', article.id, id, role, { role });
  }
  const observed = source.date?.value;
  for (const fact of article.facts) {
    const qualifier = fact.title ?? fact.stage;
    for (const { evidence, rule, confidence } of [fact, ...(fact.also ?? [])]) {
      part.relation(fact.type, fact.from, fact.to, qualifier, {
        ...statement(article, evidence, rule, confidence),
        ...factProperties(fact, observed),
      });
    }
  }
}

function factProperties(fact: Fact, observed: string | undefined): Properties {
  const isHeld = fact.type === 'HOLDS' && !fact.former;
  return defined({
    title: fact.title,
    acting: fact.acting,
    former: fact.former,
    observedFrom: isHeld ? observed : undefined,
    observedTo: isHeld ? observed : undefined,
    stage: fact.stage,
    dateFrom: fact.date?.value,
    datePrecision: fact.date?.precision,
    dateBasis: fact.date?.basis,
    dateText: fact.dateText,
    program: fact.program,
  });
}

function statement(
  article: ExtractedArticle,
  [start, end]: readonly [number, number],
  rule: string,
  confidence: number,
): Properties {
  const evidence = formatEvidence({ articleId: article.id, start, end });
  return { evidence: [evidence], rules: [rule], confidences: [confidence], confidence };
}

/**
 * The aliases that the article prints. The others serve to recognise a name and would be invented ones in the graph; so
 * would 市委 for one of the many bodies that are called so.
 */
function printedAliases({ kind, name, aliases }: Entity, words: string): string[] {
  return aliases.filter((alias) => {
    const isTail = kind === 'Organization' && alias.length <= LONGEST_TAIL && name.endsWith(alias);
    return !isTail && words.includes(squash(alias));
  });
}

function squash(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”‘’"'《》「」『』]/gu, '');
}

function entityNode(entity: Entity, isOfficial: boolean): NodeRecord {
  const level = entity.level === undefined ? undefined : LEVEL_LABEL[entity.level];
  const labels: SubLabel[] = [...(isOfficial ? ['Official' as const] : []), ...(level ? [level] : [])];
  return {
    id: entity.id,
    kind: entity.kind,
    labels,
    properties: {
      ...named(entity.name, entity.aliases, entity.kind === 'Person'),
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

function named(name: string, aliases: readonly string[], isPerson: boolean): Properties {
  return { name, aliases: [...new Set(aliases)].sort(), ...searchForms(name, aliases, isPerson) };
}

/** The superiors of a place, up to the province, and the chain that joins them. */
function addSuperiors(part: PartBuilder, path: string): void {
  const parts = path.split('/');
  for (let depth = parts.length - 1; depth >= 1; depth--) {
    const superior = parts.slice(0, depth).join('/');
    part.node(placeNode(superior));
    part.relation('PART_OF', placeId(parts.slice(0, depth + 1).join('/')), placeId(superior), undefined, {});
  }
}

function placeNode(path: string): NodeRecord {
  return {
    id: placeId(path),
    kind: 'Place',
    labels: [],
    properties: { ...named(path.split('/').at(-1) as string, [], false), path },
  };
}

/** Collects records; several of one id or key become one. */
class PartBuilder {
  readonly #nodes = new Map<string, NodeRecord>();
  readonly #relations = new Map<string, RelationRecord>();

  node(node: NodeRecord): void {
    const record = { ...node, properties: { id: node.id, ...node.properties } };
    const known = this.#nodes.get(node.id);
    this.#nodes.set(node.id, known ? mergeNodes(known, record) : record);
  }

  relation(type: RelationType, from: string, to: string, qualifier: string | undefined, properties: Properties): void {
    const key = relationKey(type, from, to, qualifier);
    const record = { key, type, from, to, properties: { key, ...properties } };
    const known = this.#relations.get(key);
    this.#relations.set(key, known ? mergeRelations(known, record) : record);
  }

  close(): GraphPart {
    return { nodes: [...this.#nodes.values()], relations: [...this.#relations.values()] };
  }
}

/** Without the properties that are unknown: null and undefined are never stored. */
function defined(properties: Readonly<Record<string, Properties[string] | null | undefined>>): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, Properties[string]] => entry[1] !== null && entry[1] !== undefined,
    ),
  );
}
