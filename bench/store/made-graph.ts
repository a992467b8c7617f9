/** A graph of any size, made without reading pages: articles that name people, places, bodies and programs of a made world, few of them very often. */
import {
  formatEvidence,
  type GraphPart,
  type NodeRecord,
  type Properties,
  type RelationRecord,
  type RelationType,
  relationKey,
} from '../../graph/model.ts';
import { openRandom, type Random } from '../../graph/random.ts';
import { searchText } from '../../ingest/search-forms.ts';
import { loadTemplates } from '../extract/corpus.ts';
import { type Made, type MadePlace, makeWorld, type World } from './made-world.ts';

/** Of all nodes, so many are of each kind; the articles, and as many events, are what is left. */
const SHARES = { persons: 0.27, places: 0.03, organizations: 0.08, programs: 0.02 } as const;
/** The articles, of all nodes. */
export const ARTICLE_SHARE = 0.3;
/** Names are drawn by this power of an even number: of 270,000 people the first is drawn once in 65 times. */
const STEEPNESS = 3;
/** Bylines are of the first so many people. */
const REPORTERS = 2_000;
const FILLER_SENTENCES = 8;
const FIRST_YEAR = 2015;
const YEARS = 5;
const TITLES = ['县委书记', '县长', '局长', '副局长', '院长', '检察长', '所长', '主任', '村党支部书记', '民警'];
const RULE = 'made.sentence';
const CONFIDENCE = 0.9;

export interface GraphSize {
  readonly nodes: number;
}

/**
 * Parts of the graph: first all that articles name, then articles with their events, so that the ends of a relation come with it or before.
 * Of five relations a node. The same seed gives the same graph.
 */
export function* makeGraph({ nodes }: GraphSize, seed: number): Generator<GraphPart> {
  const random = openRandom(seed);
  const of = (share: number): number => Math.round(nodes * share);
  const world = makeWorld(
    {
      persons: of(SHARES.persons),
      places: of(SHARES.places),
      organizations: of(SHARES.organizations),
      programs: of(SHARES.programs),
    },
    random,
  );
  const named = Object.values(world).reduce((sum, list) => sum + list.length, 0);
  yield* standing(world);
  const fillers = loadTemplates().flatMap(({ text }) => text.split(/[\n。]/u).filter((part) => part.length > 20));
  for (let article = 0; article < (nodes - named) / 2; article += 1) yield articlePart(article, world, fillers, random);
}

/** What holds without an article: where places lie and bodies have their seats. Posts, launches and lessons get their sentences from articles. */
function* standing({ persons, places, organizations, programs }: World): Generator<GraphPart> {
  const paths = new Set(places.map(({ path }) => path));
  for (const { node, path } of places) {
    const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    yield { nodes: [node], relations: [] };
    if (paths.has(above)) yield { nodes: [], relations: [relation('PART_OF', node.id, `place/${above}`)] };
  }
  for (const { node, seat } of organizations)
    yield { nodes: [node], relations: [relation('LOCATED_IN', node.id, seat.node.id)] };
  for (const { node } of [...persons, ...programs]) yield { nodes: [node], relations: [] };
}

/** One of the list, the first far more often than the last. */
function drawn<T>(list: readonly T[], random: Random, steepness = STEEPNESS): T {
  const even = random.below(2 ** 30) / 2 ** 30;
  return list[Math.floor(list.length * even ** steepness)] as T;
}

function several<T>(count: number, draw: () => T): readonly T[] {
  return [...new Set(Array.from({ length: count }, draw))];
}

class ArticleWriter {
  text = '';
  readonly relations = new Map<string, RelationRecord>();
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  /** Adds a sentence, and the relation that it states. */
  states(sentence: string, type: RelationType, from: Made, to: Made, more: Properties = {}, qualifier?: string): void {
    const start = this.text.length;
    this.text += sentence;
    const evidence = [formatEvidence({ articleId: this.#id, start, end: this.text.length })];
    this.#add(
      relation(type, from.node.id, to.node.id, qualifier, {
        ...more,
        evidence,
        rules: [RULE],
        confidences: [CONFIDENCE],
        confidence: CONFIDENCE,
      }),
    );
  }

  mentions(made: Made): void {
    const at = Math.max(0, this.text.indexOf(made.name));
    this.#add(
      relation('MENTIONS', this.#id, made.node.id, undefined, {
        spans: [`${at}-${at + made.name.length}`],
        forms: [FORM],
      }),
    );
  }

  by(person: Made): void {
    this.#add(relation('REPORTED_BY', this.#id, person.node.id, 'reporter', { role: 'reporter', forms: [FORM] }));
  }

  #add(record: RelationRecord): void {
    this.relations.set(record.key, record);
  }
}
/** Twelve digits, as forms have. */
const FORM = '0123456789ab';

function articlePart(index: number, world: World, fillers: readonly string[], random: Random): GraphPart {
  const id = `article/${index.toString(16).padStart(16, '0')}`;
  const day = dayOf(random);
  const place = drawn(world.places, random);
  const [chair, ...others] = several(3, () => drawn(world.persons, random)) as [Made, ...Made[]];
  const bodies = several(2, () => drawn(world.organizations, random));
  const program = drawn(world.programs, random);
  const eventName = `${program.name}推进会`;
  const event: Made = {
    name: eventName,
    node: {
      id: `event/${day}/${index.toString(16)}/${eventName}`,
      kind: 'Event',
      labels: [],
      properties: {
        name: eventName,
        search: searchText([eventName]),
        type: 'meeting',
        dateFrom: day,
        dateTo: day,
        datePrecision: 'day',
        dateBasis: 'stated',
        dateText: '昨日',
      },
    },
  };
  const article = new ArticleWriter(id);
  const meeting = `${program.name}推进会在${place.name}召开。`;
  article.states(meeting, 'HELD_IN', event, place);
  article.states(meeting, 'REPORTED_IN', event, { name: '', node: { ...event.node, id } });
  article.states(`会议围绕${program.name}展开。`, 'ABOUT', event, program);
  article.states(`${chair.name}主持会议。`, 'CHAIRED', chair, event);
  const [speaker, guestOfHonour] = others;
  if (speaker) article.states(`${speaker.name}讲话。`, 'SPOKE_AT', speaker, event);
  if (guestOfHonour) article.states(`${guestOfHonour.name}参加会议。`, 'ATTENDED', guestOfHonour, event);
  const [host, guest] = bodies;
  if (host) article.states(`会议由${host.name}主办。`, 'ORGANIZED', host, event);
  if (guest && random.below(2) === 0) article.states(`${guest.name}作交流发言。`, 'PRESENTED_AT', guest, event);
  if (host && random.below(2) === 0) {
    const title = random.of(TITLES);
    article.states(
      `${host.name}${title}${chair.name}介绍了情况。`,
      'HOLDS',
      chair,
      host,
      { title, observedFrom: day, observedTo: day },
      title,
    );
  }
  const away: MadePlace = drawn(world.places, random);
  if (random.below(4) === 0)
    article.states(
      `${program.name}已在${away.name}推行。`,
      'LAUNCHED_IN',
      program,
      away,
      { stage: 'practised', dateFrom: day, datePrecision: 'day', dateBasis: 'stated' },
      'practised',
    );
  else if (random.below(20) === 0 && away !== place)
    article.states(`${away.name}赴${place.name}考察学习。`, 'LEARNED_FROM', away, place);
  for (let filler = 0; filler < FILLER_SENTENCES; filler += 1) article.text += `${random.of(fillers)}。`;
  const home = world.places.slice(0, random.below(3) === 0 ? 1 : 0);
  for (const named of new Set<Made>([event, place, ...home, chair, ...others, ...bodies, program]))
    article.mentions(named);
  article.by(drawn(world.persons.slice(0, REPORTERS), random));
  const title = `${place.name}${eventName}`;
  const node: NodeRecord = {
    id,
    kind: 'Article',
    labels: [],
    properties: {
      name: title,
      title,
      search: searchText([title]),
      kind: 'news',
      publication: '浙江法制报',
      issue: index % 10_000,
      publishedOn: day,
      publishedPrecision: 'day',
      publishedBasis: 'masthead',
      file: `made/${index}.txt`,
      page: 0,
      text: article.text,
    },
  };
  return { nodes: [node, event.node], relations: [...article.relations.values()] };
}

function dayOf(random: Random): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${FIRST_YEAR + random.below(YEARS)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

function relation(
  type: RelationType,
  from: string,
  to: string,
  qualifier?: string,
  properties: Properties = {},
): RelationRecord {
  return { key: relationKey(type, from, to, qualifier), type, from, to, properties };
}
