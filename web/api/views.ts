/** Contract of saved views and of shortened addresses. */
import { z } from 'zod';
import { RelationType } from '../../graph/shapes.ts';
import { Subgraph } from '../api.ts';
import { MAX_NAME, MAX_NOTE, MAX_SHOWN } from './limits.ts';

const Placed = z.object({
  id: z.string().min(1),
  x: z.number(),
  y: z.number(),
  pinned: z.boolean().optional(),
  from: z.string().optional(),
});
const Day = z.iso.date();
const names = z.array(z.string());

/** What a view shows. A field that an older page did not know has its default. */
export const ViewContent = z.object({
  nodes: z.array(Placed).min(1).max(MAX_SHOWN),
  hidden: names,
  selected: z.string().nullable(),
  also: names.default([]),
  window: z
    .object({ from: Day, to: Day, clock: z.enum(['happened', 'printed']), outside: z.enum(['fade', 'hide']) })
    .nullable(),
  focus: z.object({ id: z.string(), depth: z.union([z.literal(1), z.literal(2), z.literal(3)]) }).nullable(),
  opened: names,
  tinted: z.boolean().default(false),
});
export type ViewContent = z.infer<typeof ViewContent>;

export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
  nodes: z.number(),
  isDeleted: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

export const SavedViews = z.object({ views: z.array(SavedView) });

const Name = z.string().trim().min(1).max(MAX_NAME);
const Note = z.string().trim().max(MAX_NOTE).nullable();
export const NewViewInput = z.object({ name: Name, note: Note.default(null), content: ViewContent });
export const ViewChangeInput = z.object({
  name: Name.optional(),
  note: Note.optional(),
  content: ViewContent.optional(),
  /** False brings back what was deleted. */
  isDeleted: z.literal(false).optional(),
});

export const Since = z.object({
  newNodes: z.array(z.string()),
  newRelations: z.array(z.object({ key: z.string(), type: RelationType, isNew: z.boolean() })),
  goneNodes: z.array(z.object({ id: z.string(), name: z.string() })),
  goneRelations: z.array(z.string()),
});
export type Since = z.infer<typeof Since>;

/** What `/v/<id>` leads to, with what it shows: the nodes that there still are, and all relations among them. */
export const Opened = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('view'),
    picture: Subgraph,
    view: SavedView,
    content: ViewContent,
    versions: z.array(z.object({ version: z.number(), at: z.string() })),
    since: Since,
  }),
  z.object({ kind: z.literal('link'), address: z.string(), picture: Subgraph }),
]);
export type Opened = z.infer<typeof Opened>;

/** As many nodes as a picture may hold, with names of ordinary length, stay below this. */
const MAX_ADDRESS = 1_000_000;

/** An address of this page, from its first slash. */
export const LinkInput = z.object({
  address: z
    .string()
    .max(MAX_ADDRESS)
    .regex(/^\/(?![/\\])/u, 'expected an address of this page, such as /explore?n=…'),
});
export const LinkAnswer = z.object({ id: z.string() });
