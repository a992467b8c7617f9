/** What the graph states about programs and places, read by built-in statements that start from the program. */
import { z } from 'zod';
import { stringList } from '../brief.ts';
import { optional } from '../evidence.ts';
import { Properties, parseEvidence, Stage } from '../model.ts';
import { BATCH, slices } from '../records.ts';
import type { Reader, Statement } from '../store.ts';
import { levelOf, nameOf, pathOf } from './place-levels.ts';
import { type GivenDate, latestDay, whenOf } from './ranges.ts';
import type { Claim, Lesson, Meeting, PlaceRef, Statements } from './types.ts';

export const ClaimRow = z.object({ program: z.string(), place: z.string(), properties: Properties });
type ClaimRow = z.infer<typeof ClaimRow>;
const PresentedRow = ClaimRow.extend({
  event: z.string(),
  name: z.string().nullable(),
  eventProperties: Properties,
  body: z.string().nullable(),
  bodyName: z.string().nullable(),
});
type PresentedRow = z.infer<typeof PresentedRow>;
export const LessonRow = z.object({ learner: z.string(), model: z.string(), properties: Properties });
type LessonRow = z.infer<typeof LessonRow>;

const PRESENTED_COLUMNS = `g.id AS program, e.id AS event, e.name AS name, properties(e) AS eventProperties, p.id AS place,
  properties(r) AS properties`;

const presentedByPlaces = (programs: readonly string[]): Statement<PresentedRow> => ({
  cypher: `UNWIND $programs AS programId
MATCH (g:Entity {id: programId})<-[:ABOUT]-(e:Event)<-[r:PRESENTED_AT]-(p:Place)
RETURN ${PRESENTED_COLUMNS}, null AS body, null AS bodyName ORDER BY r.key`,
  params: { programs },
  row: PresentedRow,
});

const presentedByBodies = (programs: readonly string[]): Statement<PresentedRow> => ({
  cypher: `UNWIND $programs AS programId
MATCH (g:Entity {id: programId})<-[:ABOUT]-(e:Event)<-[r:PRESENTED_AT]-(o:Organization)-[:LOCATED_IN]->(p:Place)
RETURN ${PRESENTED_COLUMNS}, o.id AS body, o.name AS bodyName ORDER BY r.key, place`,
  params: { programs },
  row: PresentedRow,
});

const PrintedRow = z.object({ id: z.string(), day: z.string().nullable() });

/** Of the whole graph: what no request reads anew (`census.ts`). */
export interface Known {
  readonly launches: ReadonlyMap<string, readonly Claim[]>;
  readonly lessons: readonly Lesson[];
}

/** Everything that ties places to these programs. */
export async function statementsOf(
  store: Reader,
  programs: readonly string[],
  { launches, lessons }: Known,
): Promise<Statements> {
  const [byPlaces, byBodies] = await Promise.all([
    store.read(presentedByPlaces(programs)),
    store.read(presentedByBodies(programs)),
  ]);
  const presented = [...byPlaces, ...byBodies];
  const printings = await printingsOf(store, presented);
  const learned = lessons.filter(({ program }) => program !== null && programs.includes(program));
  return {
    claims: [
      ...programs.flatMap((program) => launches.get(program) ?? []),
      ...presented.map((row) => presentedClaim(row, printings)),
      ...learned.flatMap(learnedClaim),
    ],
    lessons: learned,
    meetings: meetingsOf(presented, printings),
  };
}

/** Days of printing, cut to their precision, by the id of the article. */
export type Printings = ReadonlyMap<string, string>;

async function printingsOf(store: Reader, rows: readonly { readonly properties: Properties }[]): Promise<Printings> {
  const articles = new Set(
    rows.flatMap(({ properties }) =>
      stringList(properties.evidence).flatMap((ref) => parseEvidence(ref)?.articleId ?? []),
    ),
  );
  const found = new Map<string, string>();
  for (const ids of slices([...articles], BATCH)) {
    const printed = await store.read({
      cypher: 'UNWIND $ids AS articleId MATCH (a:Entity {id: articleId}) RETURN a.id AS id, a.publishedOn AS day',
      params: { ids },
      row: PrintedRow,
    });
    for (const { id, day } of printed) if (day !== null) found.set(id, day);
  }
  return found;
}

export function launchClaim({ program, place, properties }: ClaimRow, printings: Printings): readonly Claim[] {
  const stage = Stage.safeParse(properties.stage);
  if (!stage.success) return [];
  const days = printedDays(properties, printings);
  const when = whenOf(dateOf(properties), days);
  const lastPrinted = latestDay(days);
  return [{ stage: stage.data, program, place: placeRef(place), when, lastPrinted, via: null, ...stated(properties) }];
}

/** When it presented is when the meeting was. */
function presentedClaim(row: PresentedRow, printings: Printings): Claim {
  const { program, place, event, name, body, bodyName, eventProperties, properties } = row;
  const days = printedDays(properties, printings);
  return {
    stage: 'presented',
    program,
    place: placeRef(place),
    when: whenOf(dateOf(eventProperties), days),
    lastPrinted: latestDay(days),
    via: body === null ? { id: event, name: name ?? event } : { id: body, name: bodyName ?? body },
    ...stated(properties),
  };
}

/** A lesson, dated by the day of its papers where the text gives no date. */
export function lessonOf({ learner, model, properties }: LessonRow, printings: Printings): Lesson {
  return {
    learner: placeRef(learner),
    model: placeRef(model),
    program: optional(properties.program),
    when: whenOf(dateOf(properties), printedDays(properties, printings)),
    ...stated(properties),
  };
}

function learnedClaim({ learner, model, program, when, key, evidence, confidence }: Lesson): readonly Claim[] {
  if (program === null) return [];
  const via = { id: model.id, name: model.name };
  return [
    { stage: 'learned', program, place: learner, when, lastPrinted: when.printed, key, evidence, confidence, via },
  ];
}

function meetingsOf(rows: readonly PresentedRow[], printings: Printings): readonly Meeting[] {
  const byEvent = new Map<string, PresentedRow[]>();
  for (const row of rows) byEvent.set(row.event, [...(byEvent.get(row.event) ?? []), row]);
  return [...byEvent.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([event, all]) => {
      const first = all[0] as PresentedRow;
      const days = all.flatMap(({ properties }) => printedDays(properties, printings));
      const places = new Map(all.map(({ place }) => [place, placeRef(place)]));
      return {
        event,
        name: first.name ?? event,
        when: whenOf(dateOf(first.eventProperties), days),
        places: [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
        evidence: [...new Set(all.flatMap(({ properties }) => stringList(properties.evidence)))].sort(),
      };
    });
}

/** A place as its id tells it. */
export function placeRef(id: string): PlaceRef {
  return { id, name: nameOf(id), path: pathOf(id), level: levelOf(id) };
}

function stated(properties: Properties): Pick<Claim, 'key' | 'evidence' | 'confidence'> {
  return {
    key: String(properties.key),
    evidence: stringList(properties.evidence),
    confidence: typeof properties.confidence === 'number' ? properties.confidence : null,
  };
}

function dateOf(properties: Properties): GivenDate {
  return {
    dateFrom: optional(properties.dateFrom),
    dateTo: optional(properties.dateTo),
    datePrecision: optional(properties.datePrecision),
    dateText: optional(properties.dateText),
    dateBasis: optional(properties.dateBasis),
  };
}

function printedDays(properties: Properties, printings: Printings): readonly string[] {
  return stringList(properties.evidence).flatMap((ref) => printings.get(parseEvidence(ref)?.articleId ?? '') ?? []);
}
