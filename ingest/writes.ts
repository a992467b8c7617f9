/** Extraction → graph: the nodes and relations that an article contributes. Pure; `graph/replace.ts` merges them with what is there. */
import { createHash } from 'node:crypto';
import { groupBy } from '../graph/group-by.ts';
import { formatEvidence, type GraphPart, type Properties } from '../graph/model.ts';
import type { ExtractedArticle, ExtractedPage, Fact } from './contract.ts';
import { defined, entityNode, named, printedIn } from './entity-node.ts';
import { bylineLocalId } from './identity/profiles.ts';
import { personId, placeId } from './ids.ts';
import { PartBuilder } from './part-builder.ts';
import { ruleConfidence } from './rule-confidence.ts';
import { searchText } from './search-forms.ts';

/** Characters of an untitled article's beginning that stand for its name. */
const UNTITLED_NAME = 24;
/** The rule by which an event stands with its article. */
const REPORTED = 'event.reported';

/** Whom a local id of an article means. */
export interface Resolved {
  readonly id: string;
  /** The name to show; the one that the article has becomes an alias. */
  readonly name: string;
  readonly reasons: readonly string[];
}

/** By local id (of the extraction, or of a name in the byline); who is not in it is who he is called. */
export type Identity = ReadonlyMap<string, Resolved>;

export interface ArticleInput {
  readonly source: ExtractedPage['source'];
  readonly article: ExtractedArticle;
  /** Its place on the page, from 0. */
  readonly index: number;
  readonly identity: Identity;
}

/** The part of the graph that a page states where every name means one. Ids and keys come from content, so the same page gives the same part. */
export function toGraph({ source, articles }: ExtractedPage): GraphPart {
  const part = new PartBuilder();
  for (const [index, article] of articles.entries())
    part.add(articleGraph({ source, article, index, identity: new Map() }));
  return part.close();
}

/** What one article contributes to the graph. */
export function articleGraph(input: ArticleInput): GraphPart {
  const part = new PartBuilder();
  addArticle(part, { ...input, article: resolvedArticle(input.article, input.identity) });
  return withForms(part.close());
}

/** An article whose entities and facts have the ids and names of those whom they mean. */
function resolvedArticle(article: ExtractedArticle, identity: Identity): ExtractedArticle {
  if (identity.size === 0) return article;
  const idOf = (local: string): string => identity.get(local)?.id ?? local;
  return {
    ...article,
    entities: article.entities.map((entity) => {
      const { id, name } = identity.get(entity.id) ?? entity;
      return { ...entity, id, name, aliases: name === entity.name ? entity.aliases : [...entity.aliases, entity.name] };
    }),
    facts: article.facts.map((fact) => ({ ...fact, from: idOf(fact.from), to: idOf(fact.to) })),
  };
}

/** Digits of a form: enough for the few forms that one entity has. */
const FORM_DIGITS = 12;

/** The relations that hold up an entity say in which form they do (`graph/support.ts`). */
function withForms({ nodes, relations }: GraphPart): GraphPart {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seats = groupBy(
    relations.filter(({ type }) => type === 'LOCATED_IN'),
    ({ from }) => from,
  );
  const formOf = (id: string): string => {
    const { labels = [], properties = {} } = byId.get(id) ?? {};
    const content = JSON.stringify([labels, properties, (seats.get(id) ?? []).map(({ key }) => key)]);
    return createHash('sha256').update(content).digest('hex').slice(0, FORM_DIGITS);
  };
  return {
    nodes,
    relations: relations.map((relation) =>
      relation.type === 'MENTIONS' || relation.type === 'REPORTED_BY'
        ? { ...relation, properties: { ...relation.properties, forms: [formOf(relation.to)] } }
        : relation,
    ),
  };
}

function addArticle(part: PartBuilder, { source, article, index, identity }: ArticleInput): void {
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
  const meant = groupBy(identity.values(), ({ id }) => id);
  const reasonsFor = (id: string): Properties => reasoned((meant.get(id) ?? []).flatMap(({ reasons }) => reasons));
  const printed = printedIn(article);
  const officials = new Set(article.facts.filter(({ type }) => type === 'HOLDS').map(({ from }) => from));
  for (const entity of article.entities) {
    part.node(entityNode(entity, printed, officials.has(entity.id)));
    const spans = entity.mentions.map(([start, end]) => `${start}-${end}`);
    part.relation('MENTIONS', article.id, entity.id, undefined, { spans, ...reasonsFor(entity.id) });
    if (entity.kind === 'Event')
      part.relation(
        'REPORTED_IN',
        entity.id,
        article.id,
        undefined,
        statement(article, entity.mentions[0] ?? [0, 0], REPORTED, ruleConfidence()('REPORTED_IN', REPORTED)),
      );
    if (entity.kind === 'Place') part.place(entity.path ?? entity.name);
    if (entity.kind === 'Organization' && entity.path !== undefined) {
      part.place(entity.path);
      part.relation('LOCATED_IN', entity.id, placeId(entity.path), undefined, {});
    }
  }
  for (const { name: reporter, role } of article.byline) {
    const { id, name, reasons } = identity.get(bylineLocalId(reporter)) ?? unresolved(reporter);
    const aliases = name === reporter ? [] : [reporter];
    part.node({ id, kind: 'Person', labels: ['Reporter'], properties: named(name, aliases, true) });
    part.relation('REPORTED_BY', article.id, id, role, { role, ...reasoned(reasons) });
  }
  const observed = source.date?.value;
  for (const fact of article.facts) {
    const qualifier = fact.title ?? fact.stage ?? fact.program;
    for (const { evidence, rule, confidence } of [fact, ...(fact.also ?? [])]) {
      part.relation(fact.type, fact.from, fact.to, qualifier, {
        ...statement(article, evidence, rule, confidence),
        ...factProperties(fact, observed),
        ...(fact.type === 'LAUNCHED_IN' && fact.date ? { dates: [fact.date.value] } : {}),
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

function unresolved(name: string): Resolved {
  return { id: personId(name), name, reasons: [] };
}

function reasoned(reasons: readonly string[]): Properties {
  return reasons.length === 0 ? {} : { reasons: [...new Set(reasons)].sort() };
}
