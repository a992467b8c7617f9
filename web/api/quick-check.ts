/**
 * Checks by hand of what a reader waits for: that of a shape takes tens of milliseconds for a picture of a thousand nodes, and the shapes have to be
 * fetched and built before. Each takes only what its shape takes, with whatever else is in it; what it refuses is for the shape to judge.
 */
import { isProperties, NODE_KINDS, RELATION_TYPES, SUB_LABELS } from '../../graph/model.ts';
import { MAX_SHOWN } from './limits.ts';

type Row = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const KINDS: ReadonlySet<unknown> = new Set(NODE_KINDS);
const LABELS: ReadonlySet<unknown> = new Set(SUB_LABELS);
const TYPES: ReadonlySet<unknown> = new Set(RELATION_TYPES);
const TEXTS_OR_NULL = ['note', 'type', 'date', 'dateTo', 'datePrecision', 'dateText'] as const;

/** Whether something is a `Problem`. */
export function isProblem(
  value: unknown,
): value is { readonly code: string; readonly message: string; readonly details: Row } {
  return isRow(value) && isText(value.code) && isText(value.message) && isRow(value.details);
}

/** Whether something is a `Subgraph`. */
export function isSubgraph(value: unknown): boolean {
  return isRow(value) && isListOf(value.nodes, isNodeBrief) && isListOf(value.relations, isRelationBrief);
}

/** Whether something is what `/v/<id>` leads to, `Opened`. */
export function isOpened(value: unknown): boolean {
  if (!isRow(value) || !isSubgraph(value.picture)) return false;
  return value.kind === 'link' ? isText(value.address) : value.kind === 'view' && isView(value);
}

function isNodeBrief(value: unknown): boolean {
  return (
    isRow(value) &&
    isText(value.id) &&
    isText(value.name) &&
    KINDS.has(value.kind) &&
    isListOf(value.labels, (label) => LABELS.has(label)) &&
    TEXTS_OR_NULL.every((name) => isTextOrNull(value[name])) &&
    (value.issue === null || Number.isFinite(value.issue)) &&
    Number.isFinite(value.degree)
  );
}

function isRelationBrief(value: unknown): boolean {
  return (
    isRow(value) &&
    isText(value.key) &&
    TYPES.has(value.type) &&
    isText(value.from) &&
    isText(value.to) &&
    Number.isFinite(value.evidence) &&
    isProperties(value.properties)
  );
}

const isView = rowOf({
  view: rowOf({
    id: isText,
    name: isText,
    note: isTextOrNull,
    version: Number.isFinite,
    createdAt: isText,
    changedAt: isText,
    nodes: Number.isFinite,
    isDeleted: isSwitch,
  }),
  content: rowOf({
    nodes: (value) => isListOf(value, isPlaced) && (value as Row[]).length > 0 && (value as Row[]).length <= MAX_SHOWN,
    hidden: isTexts,
    selected: isTextOrNull,
    also: isTexts,
    window: orNull(
      rowOf({ from: isDay, to: isDay, clock: oneOf('happened', 'printed'), outside: oneOf('fade', 'hide') }),
    ),
    focus: orNull(rowOf({ id: isText, depth: oneOf(1, 2, 3) })),
    opened: isTexts,
    tinted: isSwitch,
  }),
  versions: listOf(rowOf({ version: Number.isFinite, at: isText })),
  since: rowOf({
    newNodes: isTexts,
    newRelations: listOf(rowOf({ key: isText, type: (value) => TYPES.has(value), isNew: isSwitch })),
    goneNodes: listOf(rowOf({ id: isText, name: isText })),
    goneRelations: isTexts,
  }),
});

function isPlaced(value: unknown): boolean {
  return (
    isRow(value) &&
    isText(value.id) &&
    value.id !== '' &&
    Number.isFinite(value.x) &&
    Number.isFinite(value.y) &&
    (value.pinned === undefined || isSwitch(value.pinned)) &&
    (value.from === undefined || isText(value.from))
  );
}

/** `2019-07-31`, a day that there is. */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

function isTexts(value: unknown): boolean {
  return isListOf(value, isText);
}

function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: Check): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function listOf(isItem: Check): Check {
  return (value) => isListOf(value, isItem);
}

function oneOf(...options: readonly (string | number)[]): Check {
  return (value) => options.some((option) => option === value);
}

function orNull(isValue: Check): Check {
  return (value) => value === null || isValue(value);
}

function rowOf(fields: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(fields);
  return (value) => isRow(value) && checks.every(([name, isField]) => isField(value[name]));
}
