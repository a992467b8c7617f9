/** What a model is asked to answer: one JSON object of entities and facts, with quotes where other extractors have offsets. */
import { z } from 'zod';
import { EventType, Stage } from '../../graph/shapes.ts';
import { EntityKind, FactType } from '../contract.ts';

/** A field that may be left out: the schema sent asks for it, with null where it does not apply. */
const optional = <T extends z.ZodType>(type: T) => type.nullable().default(null);

export const AnswerEntity = z.object({
  /** Of this answer only: facts refer to it. */
  id: z.string().min(1),
  kind: EntityKind,
  name: z.string().min(1),
  quotes: z.array(z.string()),
  path: optional(z.string()),
  type: optional(EventType),
  dateQuote: optional(z.string()),
});
export type AnswerEntity = z.infer<typeof AnswerEntity>;

export const AnswerFact = z.object({
  type: FactType,
  from: z.string(),
  to: z.string(),
  quote: z.string(),
  title: optional(z.string()),
  acting: optional(z.boolean()),
  former: optional(z.boolean()),
  stage: optional(Stage),
  dateQuote: optional(z.string()),
  program: optional(z.string()),
});
export type AnswerFact = z.infer<typeof AnswerFact>;

/** An answer whose items are still to be looked at one by one, so that a bad one costs no other. */
export const Answer = z.object({ entities: z.array(z.unknown()), facts: z.array(z.unknown()) });
export type Answer = z.infer<typeof Answer>;

/** The JSON Schema of an answer in the subset that endpoints constrain by: every field required, none further. */
export const ANSWER_SCHEMA = z.toJSONSchema(z.object({ entities: z.array(AnswerEntity), facts: z.array(AnswerFact) }), {
  io: 'output',
  override: ({ jsonSchema }) => {
    for (const key of ['default', 'minLength', '$schema'] as const) delete jsonSchema[key];
  },
});

/**
 * The answer in what a model wrote: the whole of it, what stands in a code fence, or what stands between the first and the
 * last brace. Thoughts in `<think>` are left out. Null where none of these is such an object.
 */
export function findAnswer(content: string): Answer | null {
  const text = content.replace(/^[\s\S]*<\/think>/u, '').trim();
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/u.exec(text)?.[1];
  const braces = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  for (const candidate of [text, fenced, braces]) {
    const answer = candidate === undefined ? null : readAnswer(candidate);
    if (answer) return answer;
  }
  return null;
}

function readAnswer(text: string): Answer | null {
  try {
    return Answer.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
