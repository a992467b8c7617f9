/**
 * What a real server makes of the statements of this program, in a graph large enough for its planner to care: each starts from an
 * index or from the counts that the server keeps; some saved queries range over the relations of one type, none over nodes.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Plan } from 'neo4j-driver';
import { describe, expect, inject, test } from 'vitest';
import { articleFacts } from '../../graph/article-facts.ts';
import { searchArticles } from '../../graph/article-search.ts';
import { countNeighbours } from '../../graph/branches.ts';
import { countGraph } from '../../graph/counts.ts';
import { nodeDetails } from '../../graph/details.ts';
import { conflictsPage } from '../../graph/entity-pages/conflicts.ts';
import { eventsPage } from '../../graph/entity-pages/event-list.ts';
import { factsPage } from '../../graph/entity-pages/facts.ts';
import { entityHead } from '../../graph/entity-pages/head.ts';
import { printedNames } from '../../graph/entity-pages/names.ts';
import { reportingArticles, reportingOf } from '../../graph/entity-pages/reporting.ts';
import { uncountedEvents } from '../../graph/entity-pages/uncounted.ts';
import { partBatches } from '../../graph/export/subgraph.ts';
import { judge, judgedRelations, judgementsInForce, withdrawJudgement } from '../../graph/judgements.ts';
import { halvesOfIssues } from '../../graph/jumps.ts';
import { RELATIONS, type RelationType } from '../../graph/model.ts';
import { nearNames } from '../../graph/near-names.ts';
import { newNeighbours } from '../../graph/new-neighbours.ts';
import { listArticles, overviewOf } from '../../graph/overview.ts';
import { sourcesBehind } from '../../graph/page-records.ts';
import { findPaths } from '../../graph/paths.ts';
import { loadQueries, queryById, runQuery } from '../../graph/queries.ts';
import { relationEvidence } from '../../graph/relation-evidence.ts';
import { programReport } from '../../graph/report/report.ts';
import { searchNodes } from '../../graph/search.ts';
import { sharedNeighbours } from '../../graph/shared.ts';
import { articlesAbout } from '../../graph/spread/coverage.ts';
import { matrixOf } from '../../graph/spread/matrix.ts';
import type { GraphStore } from '../../graph/store.ts';
import { toNeo4j } from '../../graph/stores/neo4j-values.ts';
import { articlesByYear, printedOf } from '../../graph/times/printed.ts';
import { loadNeighbours, subgraphOf } from '../../graph/traverse.ts';
import { keepLink, openLink } from '../../graph/views/links.ts';
import { openView, savedViews, saveView } from '../../graph/views/views.ts';
import { writeGraph } from '../../graph/writer.ts';
import { decide } from '../../ingest/decide.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { removeFromGraph } from '../../ingest/remove.ts';
import { type Recorded, recordedStore } from '../support/recorded-store.ts';
import { TOY_EXTRACTOR, toyArticleId, toyText } from '../support/toy-pages.ts';
import { TOY_RESOLVER } from '../support/toy-resolver.ts';
import { ENGINES, run } from './engines.ts';
import { FILLER } from './plan-filler.ts';
import { GIVEN } from './query-values.ts';
import { SAMPLE } from './sample.ts';

const engine = ENGINES[1] as (typeof ENGINES)[number];

async function explore(store: GraphStore): Promise<void> {
  await overviewOf(store);
  await countGraph(store);
  await listArticles(store, 10_000);
  for (const query of ['王昌荣', '王', 'wcr', 'wang chang']) {
    await searchNodes(store, { query, limit: 5 });
    await searchNodes(store, { query, kind: 'Person', limit: 5 });
  }
  await searchArticles(store, '湖 正文', 5);
  const ids = SAMPLE.nodes.map(({ id }) => id);
  for (const id of ids.slice(0, 6)) {
    await nodeDetails(store, id);
    const take = await countNeighbours(store, id);
    await loadNeighbours(store, { id, take, limit: 5, order: 'date', shown: ids.slice(0, 3) });
    await loadNeighbours(store, { id, take, limit: 5, order: 'date', shown: [], only: ids });
    for (const order of ['date', 'degree'] as const)
      await (await newNeighbours(store, { id, take, limit: 5, order, shown: ids.slice(0, 3) }, 5, 0)).total;
  }
  await subgraphOf(store, ids);
  await printedOf(store, ids);
  await articlesByYear(store);
  for await (const _ of partBatches(store, { ids, without: { types: [], keys: [] } }));
  const content = { nodes: ids.map((id) => ({ id })) };
  const { id: saved } = await saveView(store, { name: 'x', note: null, content }, '2026-05-01');
  await openView(store, saved);
  await savedViews(store);
  const day = new Date('2026-05-01T08:00:00Z');
  await openLink(store, await keepLink(store, '/explore?n=x', day), day);
  for (const hubs of [false, true]) {
    const [from = '', to = ''] = ids;
    await findPaths(store, { from, to, order: 'time', longest: 4, hubs });
    await sharedNeighbours(store, [from, to], hubs);
  }
  for (const query of ['王长荣', '湖州市公安局长']) await nearNames(store, query, 5);
  const relation = SAMPLE.relations[0]?.key ?? '';
  await relationEvidence(store, relation);
  const said = {
    relation,
    verdict: 'dispute',
    reason: 'time',
    note: null,
    by: 'x',
    at: '2026-05-01T00:00:00Z',
  } as const;
  const [judgement] = await judge(store, said);
  await withdrawJudgement(store, judgement?.id ?? '', { by: 'x', at: said.at });
  await judgedRelations(store);
  await judgementsInForce(store, 'dispute', 5);
  await articleFacts(store, ids[0] ?? '');
}

async function readPages(store: GraphStore): Promise<void> {
  const open = { role: null, with: null, where: null, about: null, from: 2019, to: null, skip: 0, take: 5 };
  for (const { id, kind } of SAMPLE.nodes) {
    if (kind === 'Article') continue;
    await entityHead(store, id);
    await eventsPage(store, { ...open, id });
    await printedNames(store, id);
    await reportingOf(store, id);
    await reportingArticles(store, { id, list: 'reporters', other: id });
    await uncountedEvents(store, id, 5);
    await conflictsPage(store, { id, kind: null, skip: 0, take: 5 });
  }
  for (const relation of Object.keys(RELATIONS) as RelationType[])
    for (const direction of ['out', 'in'] as const)
      await factsPage(store, { id: SAMPLE.nodes[3]?.id ?? '', relation, direction, skip: 0, take: 5 });
  await conflictsPage(store, { id: null, kind: null, skip: 0, take: 5 });
}

async function followSpread(store: GraphStore): Promise<void> {
  const program = SAMPLE.nodes.find(({ kind }) => kind === 'Program')?.id ?? '';
  const request = { program, level: 'city', grain: 'year', implied: false } as const;
  await programReport(store, request, 'md');
  await matrixOf(store, { level: 'city', implied: false, limit: 5 });
  await articlesAbout(store, 'place/浙江省', '2019', 5);
}

async function runSavedQueries(store: GraphStore): Promise<void> {
  for (const query of loadQueries()) {
    for (const values of GIVEN[query.id] ?? []) await runQuery(store, query, values);
  }
  const unknown = runQuery(store, queryById(loadQueries(), 'posts-of-person'), { person: '没有此人' });
  await expect(unknown).rejects.toMatchObject({ code: 'bad-input' });
}

async function changePages(store: GraphStore): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-plans-'));
  const options = { store, pipeline: TOY_EXTRACTOR, resolver: TOY_RESOLVER };
  const write = (articles: readonly number[], salt: number): void =>
    writeFileSync(join(folder, 'a.txt'), toyText({ day: '2019-07-03', number: 1, articles, salt }));
  try {
    write([0, 2, 3], 0);
    await ingestPaths([folder], options);
    const [a, b] = [`${toyArticleId(0)}!person/王伟`, `${toyArticleId(2)}!person/王伟`];
    await decide(store, { kind: 'same', a, b, by: 'x', at: '2026-01-01', note: null }, TOY_RESOLVER);
    write([1, 3], 1);
    await ingestPaths([folder], options);
    await removeFromGraph([folder], options);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await sourcesBehind(store, 'a.jsonl', 3);
  await halvesOfIssues(store, [{ publication: '浙江法制报', day: '2019-07-03', issue: 5783 }]);
}

/** All decisions of people are read when pages change: those on a name cannot be told from their mentions alone, and they are few. */
const READS_ALL = ['MATCH (d:Decision) RETURN'];

interface Step {
  readonly name: string;
  readonly below: readonly Step[];
}

function stepOf({ operatorType, children }: Plan): Step {
  return { name: operatorType.replace(/@.*/u, ''), below: children.map(stepOf) };
}

function namesIn({ name, below }: Step): readonly string[] {
  return [name, ...below.flatMap(namesIn)];
}

/** What of a plan takes longer the larger the graph is, whatever is asked for. */
function faultsOf(step: Step): readonly string[] {
  const isScan = /NodeByLabelScan|LabelsScan|AllNodesScan|AllRelationshipsScan/u.test(step.name);
  // Of nodes that are found by their ids, the product is as many pairs as were asked for.
  const isProduct =
    step.name === 'CartesianProduct' &&
    !step.below.flatMap(namesIn).every((name) => /^(?:NodeUniqueIndexSeek|Filter)/u.test(name));
  return [...(isScan || isProduct ? [step.name] : []), ...step.below.flatMap(faultsOf)];
}

describe('the plans of a server', () => {
  let statements: ReadonlyMap<string, Recorded> = new Map();
  const plans = new Map<string, Step>();

  test('are to be had for every statement that reading, searching, saved queries and changes of pages make', async (context) => {
    const server = inject('neo4j');
    if ('missing' in server) return context.skip(server.missing);
    const bare = await engine.open(context);
    const recorded = recordedStore(bare);
    statements = recorded.statements;
    await bare.write([run(FILLER)]);
    await bare.write([run('CALL db.prepareForReplanning()')]);
    await writeGraph(recorded.store, SAMPLE);
    await explore(recorded.store);
    await readPages(recorded.store);
    await followSpread(recorded.store);
    await runSavedQueries(recorded.store);
    await changePages(recorded.store);
    await bare.close();
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    const session = driver.session();
    try {
      for (const { cypher, params } of statements.values()) {
        const { summary } = await session.run(`EXPLAIN ${cypher}`, toNeo4j(params) as Record<string, unknown>);
        if (summary.plan) plans.set(cypher, stepOf(summary.plan));
      }
    } finally {
      await session.close();
      await driver.close();
    }
    expect(plans.size).toBe(statements.size);
    expect(plans.size).toBeGreaterThan(100);
  }, 240_000);

  test('look at no label, and at no two sets of nodes against each other, as a whole', () => {
    for (const [cypher, plan] of plans) {
      const isAllowed = READS_ALL.some((start) => cypher.startsWith(start));
      expect(faultsOf(plan), cypher).toEqual(isAllowed ? ['NodeByLabelScan'] : []);
    }
  });

  test('range over the relations of a type only where everything is asked for', () => {
    const ranging = [...plans].filter(([, plan]) => namesIn(plan).some((name) => /RelationshipTypes?Scan/u.test(name)));
    const names = ranging.map(([cypher]) => /@id (\S+)/u.exec(cypher)?.[1] ?? cypher.split(' WITH ')[0]);
    expect(new Set(names)).toEqual(
      new Set([
        'lessons-learned',
        'presenters',
        'programs-by-places',
        // These look at a fixed number of relations.
        'MATCH (n)-[r:CHAIRED|SPOKE_AT]->(m)',
        'MATCH (n)-[r:LAUNCHED_IN]->(m)',
        'MATCH (m)-[r:LAUNCHED_IN]->(n)',
      ]),
    );
  });

  test('take counts from those that the server keeps', () => {
    const counts = [...plans].filter(([cypher]) => cypher.startsWith('MATCH (x:Article) WITH count(x)'));
    expect(counts).toHaveLength(1);
    for (const [, plan] of counts) {
      expect(namesIn(plan).filter((name) => /Scan|Seek|Expand/u.test(name))).toEqual([]);
      expect(namesIn(plan).filter((name) => name === 'NodeCountFromCountStore')).toHaveLength(13);
    }
    const ofTypes = [...plans].find(([cypher]) => cypher.includes('[x:CONTINUES]'))?.[1] as Step;
    expect(namesIn(ofTypes).filter((name) => /Scan|Seek|Expand/u.test(name))).toEqual([]);
  });
});
