/** What the graph states about programs and places, read by built-in statements that start from the program. */
import { z } from 'zod';
import { stringList } from '../brief.ts';
import { optional } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import { kindOfId, Properties, PropertyValue, parseEvidence, Stage } from '../model.ts';
import { BATCH, slices } from '../records.ts';
import type { Reader, Statement } from '../store.ts';
import { levelOf, nameOf, pathOf } from './place-levels.ts';
import { type GivenDate, latestDay, whenOf } from './ranges.ts';
import type { Claim, Lesson, Meeting, PlaceRef, Statements } from './types.ts';

export const ClaimRow = z.object({ program: z.string(), place: z.string(), properties: Properties });
type ClaimRow = z.infer<typeof ClaimRow>;
/** Of a relation and an event what is asked for alone: of thousands, all properties are several times as much. */
const Some = z.record(z.string(), PropertyValue.nullable());
const PresentedRow = z.object({
  program: z.string(),
  event: z.string(),
  name: z.string().nullable(),
  dates: Some,
  presenter: z.string(),
  presenterName: z.string().nullable(),
  /** Where a body has its seat. */
  seat: z.string().nullable(),
  stated: Some,
});
/** A place that presented a program, itself or by one of its bodies. */
interface Presented {
  readonly program: string;
  readonly place: string;
  readonly event: { readonly id: string; readonly name: string; readonly dates: Properties };
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly properties: Properties;
}
export const LessonRow = z.object({ learner: z.string(), model: z.string(), properties: Properties });
type LessonRow = z.infer<typeof LessonRow>;

const presenters = (programs: readonly string[]): Statement<z.infer<typeof PresentedRow>> => ({
  cypher: `UNWIND $programs AS programId
MATCH (g:Entity {id: programId})<-[:ABOUT]-(e:Event)<-[r:PRESENTED_AT]-(x:Entity)
OPTIONAL MATCH (x)-[:LOCATED_IN]->(p:Place)
RETURN g.id AS program, e.id AS event, e.name AS name, e{.dateFrom, .dateTo, .datePrecision, .dateText, .dateBasis} AS dates,
  x.id AS presenter, x.name AS presenterName, p.id AS seat, r{.key, .evidence, .confidence} AS stated, r.key AS key ORDER BY key, seat`,
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
  const presented = presentedOf(await store.read(presenters(programs)));
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

/** Those who presented in their own name come first; a body whose seat is not known stands for no place. */
function presentedOf(rows: readonly z.infer<typeof PresentedRow>[]): readonly Presented[] {
  const all = rows.flatMap(({ program, presenter, presenterName, seat, event, name, dates, stated }): Presented[] => {
    const isPlace = kindOfId(presenter) === 'Place';
    const place = isPlace ? presenter : seat;
    if (place === null) return [];
    const body = isPlace ? null : { id: presenter, name: presenterName ?? presenter };
    return [
      {
        program,
        place,
        body,
        event: { id: event, name: name ?? event, dates: known(dates) },
        properties: known(stated),
      },
    ];
  });
  return [...all.filter(({ body }) => body === null), ...all.filter(({ body }) => body !== null)];
}

function known(properties: z.infer<typeof Some>): Properties {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
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
  const printed = await Promise.all(
    slices([...articles], BATCH).map((ids) =>
      store.read({
        cypher: 'UNWIND $ids AS articleId MATCH (a:Entity {id: articleId}) RETURN a.id AS id, a.publishedOn AS day',
        params: { ids },
        row: PrintedRow,
      }),
    ),
  );
  for (const { id, day } of printed.flat()) if (day !== null) found.set(id, day);
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
function presentedClaim({ program, place, event, body, properties }: Presented, printings: Printings): Claim {
  const days = printedDays(properties, printings);
  return {
    stage: 'presented',
    program,
    place: placeRef(place),
    when: whenOf(dateOf(event.dates), days),
    lastPrinted: latestDay(days),
    via: body ?? { id: event.id, name: event.name },
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

function meetingsOf(rows: readonly Presented[], printings: Printings): readonly Meeting[] {
  return [...groupBy(rows, ({ event }) => event.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, all]) => {
      const { event } = all[0] as Presented;
      const days = all.flatMap(({ properties }) => printedDays(properties, printings));
      const places = new Map(all.map(({ place }) => [place, placeRef(place)]));
      return {
        event: id,
        name: event.name,
        when: whenOf(dateOf(event.dates), days),
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
