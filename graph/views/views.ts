/** Pictures that readers saved: kept beside the graph with every version, so that nothing that somebody arranged is lost. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import { compare } from '../compare.ts';
import { ZhituError } from '../errors.ts';
import { type KeptRecord, keepStatements, keptBy } from '../kept.ts';
import { packed, unpacked } from '../page-records.ts';
import type { GraphStore, Reader } from '../store.ts';
import { type Subgraph, subgraphOf } from '../traverse.ts';
import { type Known, knownOf, type Since, sinceOf } from './since.ts';

/** A saved picture without what it shows. */
export interface SavedView {
  /** Hexadecimal; the last part of its address. */
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  /** The latest; the first is 1. */
  readonly version: number;
  /** ISO times. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** How many nodes the latest version shows. */
  readonly nodes: number;
  /** Whether it was deleted; it can be brought back. */
  readonly isDeleted: boolean;
}

/** What a version shows, as the page understands it: to the store it is a text with a list of nodes. */
export interface Content {
  readonly nodes: readonly { readonly id: string }[];
}

export interface OpenedView {
  readonly view: SavedView;
  readonly content: unknown;
  readonly versions: readonly { readonly version: number; readonly at: string }[];
  readonly since: Since;
  /** The nodes it shows that there still are, and all relations among them, as they are now. */
  readonly picture: Subgraph;
}

const Head = z.object({
  name: z.string(),
  note: z.string().optional(),
  version: z.int(),
  createdAt: z.string(),
  changedAt: z.string(),
  nodes: z.int(),
  deletedAt: z.string().optional(),
});
const Version = z.object({ view: z.string(), version: z.int(), at: z.string(), body: z.string() });
const Body = z.object({
  content: z.unknown(),
  known: z.object({ nodes: z.record(z.string(), z.string()), relations: z.record(z.string(), z.number()) }),
});

const PREFIX = 'view/';
const ID_DIGITS = 16;

/** All saved pictures that were not deleted, the last changed first. */
export async function savedViews(store: Reader): Promise<readonly SavedView[]> {
  const rows = await store.read({
    cypher: 'MATCH (v:View) WHERE v.id STARTS WITH $prefix RETURN v.id AS id, properties(v) AS properties',
    params: { prefix: PREFIX },
    row: z.object({ id: z.string(), properties: Head }),
  });
  return rows
    .map(({ id, properties }) => savedView(id, properties))
    .filter(({ isDeleted }) => !isDeleted)
    .sort((one, other) => compare(other.changedAt, one.changedAt) || compare(one.id, other.id));
}

/** Keeps a picture under a name, as its first version. `at` is the ISO time. */
export async function saveView(
  store: GraphStore,
  given: { readonly name: string; readonly note: string | null; readonly content: Content },
  at: string,
): Promise<SavedView> {
  const { name, note, content } = given;
  const hash = createHash('sha256').update(canonicalJson([name, note, content, at]));
  const id = hash.digest('hex').slice(0, ID_DIGITS);
  const view = {
    id,
    name,
    note,
    version: 1,
    createdAt: at,
    changedAt: at,
    nodes: content.nodes.length,
    isDeleted: false,
  };
  await store.write(keepStatements([headRecord(view), await versionRecord(store, view, content)]));
  return view;
}

/** What is to change; what is missing stays. A content makes a new version; the old ones are kept. */
export interface ViewChange {
  readonly name?: string | undefined;
  readonly note?: string | null | undefined;
  readonly content?: Content | undefined;
  /** Deletes it, or brings it back. */
  readonly isDeleted?: boolean | undefined;
}

/**
 * Changes a saved picture; nothing of what it was is lost.
 * @throws ZhituError `not-found`
 */
export async function changeView(store: GraphStore, id: string, change: ViewChange, at: string): Promise<SavedView> {
  const known = change.content ? await knownNow(store, change.content) : null;
  return store.update(async (update) => {
    const old = await headById(update, id);
    const { content, name = old.name, note = old.note, isDeleted = old.isDeleted } = change;
    const view: SavedView = {
      ...old,
      name,
      note,
      isDeleted,
      changedAt: at,
      ...(content && { version: old.version + 1, nodes: content.nodes.length }),
    };
    const versions = content && known ? [versionOf(view, content, known)] : [];
    update.write(keepStatements([headRecord(view), ...versions]));
    return view;
  });
}

/**
 * A saved picture as it was at its latest saving, or at another, and what has become of it since.
 * @param read what reads the picture: where it is asked for again and again, `recentSubgraph`
 * @throws ZhituError `not-found` for an id or a version that there is none of
 */
export async function openView(
  store: GraphStore,
  id: string,
  version?: number,
  read: (store: GraphStore, ids: readonly string[]) => Promise<Subgraph> = subgraphOf,
): Promise<OpenedView> {
  const view = await headById(store, id);
  const records = await keptBy(store, 'ViewVersion', 'view', [PREFIX + id]);
  const versions = records.map(({ properties }) => Version.parse(properties)).sort((a, b) => a.version - b.version);
  const wanted = versions.find((known) => known.version === (version ?? view.version));
  if (!wanted)
    throw new ZhituError(
      'not-found',
      `the view “${view.name}” has versions 1 to ${view.version}, and ${version} is none`,
      { id, version },
    );
  const { content, known } = Body.parse(JSON.parse(unpacked(wanted.body)));
  const ids = z
    .object({ nodes: z.array(z.object({ id: z.string() })) })
    .parse(content)
    .nodes.map((node) => node.id);
  const picture = await read(store, ids);
  return {
    view,
    content,
    versions: versions.map(({ version: number, at }) => ({ version: number, at })),
    since: sinceOf(known, picture),
    picture,
  };
}

async function headById(store: Reader, id: string): Promise<SavedView> {
  const [record] = await keptBy(store, 'View', 'id', [PREFIX + id]);
  if (!record)
    throw new ZhituError('not-found', `no saved view has the id ${id}: the list of views has those there are`, { id });
  return savedView(record.id, Head.parse(record.properties));
}

function savedView(id: string, { note, deletedAt, ...head }: z.infer<typeof Head>): SavedView {
  return { ...head, id: id.slice(PREFIX.length), note: note ?? null, isDeleted: deletedAt !== undefined };
}

function headRecord({ id, note, isDeleted, ...head }: SavedView): KeptRecord {
  const properties = {
    ...head,
    ...(note === null ? {} : { note }),
    ...(isDeleted ? { deletedAt: head.changedAt } : {}),
  };
  return { label: 'View', id: PREFIX + id, properties };
}

async function versionRecord(store: GraphStore, view: SavedView, content: Content): Promise<KeptRecord> {
  return versionOf(view, content, await knownNow(store, content));
}

async function knownNow(store: GraphStore, { nodes }: Content): Promise<Known> {
  return knownOf(
    await subgraphOf(
      store,
      nodes.map(({ id }) => id),
    ),
  );
}

function versionOf({ id, version, changedAt }: SavedView, content: Content, known: Known): KeptRecord {
  return {
    label: 'ViewVersion',
    id: `${PREFIX}${id}@${version}`,
    properties: { view: PREFIX + id, version, at: changedAt, body: packed(canonicalJson({ content, known })) },
  };
}
