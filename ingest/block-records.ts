/** Blocks of mentions that are resolved together, as the store keeps them (`graph/kept.ts`): only what does not go without saying. */
import { type KeptRecord, keptBy } from '../graph/kept.ts';
import { ID_PREFIX, type Properties } from '../graph/model.ts';
import type { Reader } from '../graph/store.ts';
import type { PersonSummary } from './identity/types.ts';
import { personId } from './ids.ts';

/** Ids of what a block was resolved to, and what tells without reading it that it stays so. */
export interface Block {
  readonly entities: readonly string[];
  readonly summary: PersonSummary | null;
}

/** A name means one person until something says otherwise; of the events of a day nothing is known. */
function newBlock(block: string): Block {
  const name = /^person:(.*)$/su.exec(block)?.[1];
  return { entities: name === undefined ? [] : [personId(name)], summary: null };
}

const BLOCK = 'block/';
/** What the ids of blocks of undated events begin with. */
const UNDATED = `event:${ID_PREFIX.Article}`;

/** What the store has of these blocks; of one that it has nothing of, what goes without saying. */
export async function storedBlocks(store: Reader, blocks: readonly string[]): Promise<ReadonlyMap<string, Block>> {
  const ids = blocks.map((block) => BLOCK + block);
  const [records, summaries] = await Promise.all([
    keptBy(store, 'Block', 'id', ids),
    keptBy(store, 'Summary', 'id', ids),
  ]);
  const entitiesOf = new Map(records.map(({ id, properties: { entities } }) => [id, entities]));
  const summaryOf = new Map(summaries.map(({ id, properties: { summary } }) => [id, String(summary)]));
  return new Map(
    blocks.map((block) => {
      const entities = entitiesOf.get(BLOCK + block);
      const summary = summaryOf.get(BLOCK + block);
      return [
        block,
        {
          entities: Array.isArray(entities) ? entities.map(String) : newBlock(block).entities,
          summary: summary === undefined ? null : (JSON.parse(summary) as PersonSummary),
        },
      ];
    }),
  );
}

export interface BlockChanges {
  readonly kept: readonly KeptRecord[];
  readonly dropped: readonly Pick<KeptRecord, 'label' | 'id'>[];
}

/** The records to write and to drop where blocks became others; a block that is not among the next means nobody any longer. */
export function blockChanges(
  changed: readonly string[],
  stored: ReadonlyMap<string, Block>,
  next: ReadonlyMap<string, Block>,
): BlockChanges {
  const kept: KeptRecord[] = [];
  const dropped: Pick<KeptRecord, 'label' | 'id'>[] = [];
  for (const block of changed) {
    const now = recordsOf(block, next.get(block));
    for (const [index, old] of recordsOf(block, stored.get(block)).entries()) {
      const record = now[index] as KeptRecord;
      if (JSON.stringify(record) === JSON.stringify(old)) continue;
      if (Object.keys(record.properties).length === 0) dropped.push(old);
      else kept.push(record);
    }
  }
  return { kept, dropped };
}

/** The two records of a block; one without properties is not stored. */
function recordsOf(block: string, { entities, summary }: Block = newBlock(block)): readonly KeptRecord[] {
  // The events of a block that is one article's own are found with the article.
  const isUsual = block.startsWith(UNDATED) || JSON.stringify(entities) === JSON.stringify(newBlock(block).entities);
  const known: Properties = isUsual ? {} : { entities: [...entities] };
  const spared: Properties = summary === null ? {} : { summary: JSON.stringify(summary) };
  return [
    { label: 'Block', id: BLOCK + block, properties: known },
    { label: 'Summary', id: BLOCK + block, properties: spared },
  ];
}
