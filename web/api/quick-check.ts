/** The check of a whole picture by hand: that of its shape takes tens of milliseconds for a thousand nodes, for which a reader waits. */
import { z } from 'zod';
import { isProperties, NodeKind, RelationType, SUB_LABELS } from '../../graph/model.ts';

type Row = Readonly<Record<string, unknown>>;

const KINDS: ReadonlySet<unknown> = new Set(NodeKind.options);
const LABELS: ReadonlySet<unknown> = new Set(SUB_LABELS);
const TYPES: ReadonlySet<unknown> = new Set(RelationType.options);
const TEXTS_OR_NULL = ['note', 'type', 'date', 'dateTo', 'datePrecision', 'dateText'] as const;

/**
 * The same shape, which takes what `fits` takes as it is, with whatever else is in it, and looks closer only at the rest, to say what is wrong.
 * @param fits true only of what `shape` takes
 */
export function quickly<Shape extends z.ZodType>(shape: Shape, fits: (value: unknown) => boolean) {
  return z.unknown().transform((value, context): z.output<Shape> => {
    if (fits(value)) return value as z.output<Shape>;
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
}

/** Whether something is a `Subgraph`. */
export function isSubgraph(value: unknown): boolean {
  return isRow(value) && isListOf(value.nodes, isNodeBrief) && isListOf(value.relations, isRelationBrief);
}

function isNodeBrief(value: unknown): boolean {
  return (
    isRow(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    KINDS.has(value.kind) &&
    isListOf(value.labels, (label) => LABELS.has(label)) &&
    TEXTS_OR_NULL.every((name) => value[name] === null || typeof value[name] === 'string') &&
    (value.issue === null || Number.isFinite(value.issue)) &&
    Number.isFinite(value.degree)
  );
}

function isRelationBrief(value: unknown): boolean {
  return (
    isRow(value) &&
    typeof value.key === 'string' &&
    TYPES.has(value.type) &&
    typeof value.from === 'string' &&
    typeof value.to === 'string' &&
    Number.isFinite(value.evidence) &&
    isProperties(value.properties)
  );
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
