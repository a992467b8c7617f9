/** The contract of the Cypher console: what its editor offers, what a run takes, and how a fault is told. */
import { z } from 'zod';
import { NodeKind, RelationType } from '../../graph/shapes.ts';

export const ConsoleSchema = z.object({
  engine: z.enum(['embedded', 'neo4j']),
  labels: z.array(z.string()),
  relations: z.array(z.object({ type: RelationType, from: z.array(NodeKind), to: z.array(NodeKind) })),
  properties: z.array(z.object({ name: z.string(), of: z.array(z.string()) })),
  functions: z.array(z.string()),
  procedures: z.array(z.string()),
  limits: z.object({ timeoutMs: z.number(), maxRows: z.number() }),
});
export type ConsoleSchema = z.infer<typeof ConsoleSchema>;

/** The answer is a `QueryResult`. The call ends on the server when its connection does. */
export const ConsoleInput = z.object({
  cypher: z.string(),
  params: z.record(z.string(), z.json()).default({}),
});
export type ConsoleInput = z.input<typeof ConsoleInput>;

/** `details.fault` of a problem: the meaning of a reason is in `graph/read-only/`. Half-open UTF-16 offsets into the query. */
export const ConsoleFault = z.object({
  reason: z.enum([
    'start',
    'write',
    'admin',
    'file',
    'transaction',
    'procedure',
    'function',
    'several',
    'escape',
    'character',
    'open',
    'number',
    'empty',
    'long',
    'variable',
    'unknown',
    'syntax',
    'parameter',
  ]),
  word: z.string(),
  start: z.number().nullable(),
  end: z.number().nullable(),
});
export type ConsoleFault = z.infer<typeof ConsoleFault>;
