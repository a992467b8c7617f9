/** What the graph states about programs and places, read by built-in statements that start from the program. */
import { z } from 'zod';
import { stringList } from '../brief.ts';
import { optional } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import { kindOfId, parseEvidence } from '../model.ts';
import { readInSlices } from '../records.ts';
import { Properties, Stage } from '../shapes.ts';
import type { Reader, Statement } from '../store.ts';
import { levelOf, nameOf, pathOf } from './place-levels.ts';
import { type GivenDate, latestDay, whenOf } from './ranges.ts';
import type { Claim, Lesson, Meeting, PlaceRef, Statements } from './types.ts';

export const ClaimRow = z.object({ program: z.string(), place: z.string(), properties: Properties });
type ClaimRow = z.infer<typeof ClaimRow>;
const text = z.string().nullable();
/** Of the relation and its meeting what is asked for alone: of thousands, all properties are several times as much. */
const PresentedRow = z.object({
  program: z.string(),
  event: z.string(),
  name: text,
  dateFrom: text,
  dateTo: text,
  datePrecision: text,
  dateText: text,
  dateBasis: text,
  presenter: z.string(),
  key: z.string(),
  evidence: z.array(z.string()).nullable(),
  confidence: z.number().nullable(),
});
type PresentedRow = z.infer<typeof PresentedRow>;
/** Where a body has its seat. */
const SeatRow = z.object({ presenter: z.string(), name: text, seat: z.string() });
type SeatRow = z.infer<typeof SeatRow>;
type Stated = Pick<Claim, 'key' | 'evidence' | 'confidence'>;
/** A place that presented a program, itself or by one of its bodies. */
interface Presented extends Stated {
  readonly program: string;
  readonly place: string;
  readonly event: { readonly id: string; readonly name: string; readonly date: GivenDate };
  readonly body: { readonly id: string; readonly name: string } | null;
}
export const LessonRow = z.object({ learner: z.string(), model: z.string(), properties: Properties });
type LessonRow = z.infer<typeof LessonRow>;

const PRESENTED = `UNWIND $programs AS programId
MATCH (g:Entity {id: programId})<-[:ABOUT]-(e:Event)<-[r:PRESENTED_AT]-(x:Entity)`;
const presenters = (programs: readonly string[]): Statement<PresentedRow> => ({
  cypher: `${PRESENTED}
RETURN g.id AS program, e.id AS event, e.name AS name, e.dateFrom AS dateFrom, e.dateTo AS dateTo, e.datePrecision AS datePrecision,
  e.dateText AS dateText, e.dateBasis AS dateBasis, x.id AS presenter, r.key AS key, r.evidence AS evidence, r.confidence AS confidence
ORDER BY key`,
  params: { programs },
  row: PresentedRow,
});
/** Apart from the above: as an optional part of it, the embedded engine takes three times as long for both. */
const seatsOf = (programs: readonly string[]): Statement<SeatRow> => ({
  cypher: `${PRESENTED}
WITH DISTINCT x MATCH (x)-[:LOCATED_IN]->(p:Place) RETURN x.id AS presenter, x.name AS name, p.id AS seat ORDER BY presenter, seat`,
  params: { programs },
  row: SeatRow,
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
  const [rows, seats] = await Promise.all([store.read(presenters(programs)), store.read(seatsOf(programs))]);
  const presented = presentedOf(rows, seats);
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
function presentedOf(rows: readonly PresentedRow[], seats: readonly SeatRow[]): readonly Presented[] {
  const bodies = groupBy(seats, ({ presenter }) => presenter);
  const all = rows.flatMap((row): Presented[] => {
    const { program, event, name, presenter } = row;
    const one = { program, event: { id: event, name: name ?? event, date: row }, ...statedBy(row) };
    if (kindOfId(presenter) === 'Place') return [{ ...one, place: presenter, body: null }];
    return (bodies.get(presenter) ?? []).map((body) => ({
      ...one,
      place: body.seat,
      body: { id: presenter, name: body.name ?? presenter },
    }));
  });
  return [...all.filter(({ body }) => body === null), ...all.filter(({ body }) => body !== null)];
}

function statedBy({ key, evidence, confidence }: PresentedRow): Stated {
  return { key, evidence: evidence ?? [], confidence };
}

/** Days of printing, cut to their precision, by the id of the article. */
export type Printings = ReadonlyMap<string, string>;

async function printingsOf(store: Reader, stated: readonly Pick<Stated, 'evidence'>[]): Promise<Printings> {
  const articles = new Set(
    stated.flatMap(({ evidence }) => evidence.flatMap((ref) => parseEvidence(ref)?.articleId ?? [])),
  );
  const found = new Map<string, string>();
  const printed = await readInSlices([...articles], (ids) =>
    store.read({
      cypher: 'UNWIND $ids AS articleId MATCH (a:Entity {id: articleId}) RETURN a.id AS id, a.publishedOn AS day',
      params: { ids },
      row: PrintedRow,
    }),
  );
  for (const { id, day } of printed) if (day !== null) found.set(id, day);
  return found;
}

/** What a `LAUNCHED_IN` relation claims; nothing where its stage is none that is known. @param printings days of its articles */
export function launchClaim({ program, place, properties }: ClaimRow, printings: Printings): readonly Claim[] {
  const stage = Stage.safeParse(properties.stage);
  if (!stage.success) return [];
  const said = stated(properties);
  const days = printedDays(said, printings);
  const when = whenOf(dateOf(properties), days);
  return [
    {
      stage: stage.data,
      program,
      place: placeRef(place),
      when,
      lastPrinted: latestDay(days),
      via: null,
      implied: false,
      ...said,
    },
  ];
}

/** When it presented is when the meeting was. */
function presentedClaim(presented: Presented, printings: Printings): Claim {
  const { program, place, event, body, key, evidence, confidence } = presented;
  const days = printedDays(presented, printings);
  return {
    stage: 'presented',
    program,
    place: placeRef(place),
    when: whenOf(event.date, days),
    lastPrinted: latestDay(days),
    via: body ?? { id: event.id, name: event.name },
    implied: false,
    key,
    evidence,
    confidence,
  };
}

/** A lesson, dated by the day of its papers where the text gives no date. */
export function lessonOf({ learner, model, properties }: LessonRow, printings: Printings): Lesson {
  const said = stated(properties);
  return {
    learner: placeRef(learner),
    model: placeRef(model),
    program: optional(properties.program),
    when: whenOf(dateOf(properties), printedDays(said, printings)),
    ...said,
  };
}

function learnedClaim({ learner, model, program, when, key, evidence, confidence }: Lesson): readonly Claim[] {
  if (program === null) return [];
  const via = { id: model.id, name: model.name };
  return [
    {
      stage: 'learned',
      program,
      place: learner,
      when,
      lastPrinted: when.printed,
      key,
      evidence,
      confidence,
      via,
      implied: false,
    },
  ];
}

function meetingsOf(rows: readonly Presented[], printings: Printings): readonly Meeting[] {
  return [...groupBy(rows, ({ event }) => event.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, all]) => {
      const { event } = all[0] as Presented;
      const days = all.flatMap((presented) => printedDays(presented, printings));
      const places = new Map(all.map(({ place }) => [place, placeRef(place)]));
      return {
        event: id,
        name: event.name,
        when: whenOf(event.date, days),
        places: [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
        evidence: [...new Set(all.flatMap(({ evidence }) => evidence))].sort(),
      };
    });
}

/** A place as its id tells it. */
export function placeRef(id: string): PlaceRef {
  return { id, name: nameOf(id), path: pathOf(id), level: levelOf(id) };
}

function stated(properties: Properties): Stated {
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

function printedDays({ evidence }: Pick<Stated, 'evidence'>, printings: Printings): readonly string[] {
  return evidence.flatMap((ref) => printings.get(parseEvidence(ref)?.articleId ?? '') ?? []);
}
