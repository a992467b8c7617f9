/** The contract of paths between two nodes and of what several have in common. Meanings are in `graph/paths.ts` and `graph/shared.ts`. */
import { z } from 'zod';
import { NodeBrief, RelationBrief } from '../api.ts';
import { MOST_TOGETHER } from './limits.ts';

/** A switch in an address: `1` for yes. */
const Switch = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

/** GET /api/paths */
export const PathsInput = z.object({
  from: z.string().min(1),
  to: z.string().min(1),
  order: z.enum(['shortest', 'time']).default('shortest'),
  longest: z.coerce.number().int().min(1).max(6).default(6),
  hubs: Switch,
});

export const PathStep = z.object({ from: z.string(), to: z.string(), relations: z.array(z.string()) });
export const PathsAnswer = z.object({
  paths: z.array(z.object({ nodes: z.array(z.string()), steps: z.array(PathStep) })),
  total: z.number(),
  complete: z.boolean(),
  nodes: z.array(NodeBrief),
  relations: z.array(RelationBrief),
});
export type PathsAnswer = z.infer<typeof PathsAnswer>;

/** POST /api/shared */
export const SharedInput = z.object({
  ids: z.array(z.string().min(1)).min(2).max(MOST_TOGETHER),
  hubs: z.boolean().default(false),
});
export const SharedAnswer = z.object({
  nodes: z.array(NodeBrief),
  relations: z.array(RelationBrief),
  total: z.number(),
  complete: z.boolean(),
});
export type SharedAnswer = z.infer<typeof SharedAnswer>;
