/** A graph as files for `neo4j-admin database import full`, made of parts in any order, with bounded memory. */
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ZhituError } from '../errors.ts';
import { CACHE_LABELS, KEPT_LABELS, type KeptRecord } from '../kept.ts';
import { mergeNodes, mergeRelations, normalizeNode, normalizeRelation } from '../merge.ts';
import { ENTITY_LABEL, type GraphPart, type NodeRecord, type RelationRecord } from '../model.ts';
import { NodeKind, RelationType } from '../shapes.ts';
import { ExternalSort } from './external-sort.ts';
import { type Columns, cell, listCell, noteColumns } from './import-columns.ts';
import { type Pace, paced } from './pace.ts';

export interface ImportFiles {
  readonly nodes: number;
  readonly relations: number;
  readonly kept: number;
  /** Options of `neo4j-admin database import full`, each one argument. */
  readonly args: readonly string[];
}

/** What the files are written from, one after the other. */
export type ImportStage = 'nodes' | 'relations' | 'records';

/** Bytes that the import tool reads at once unless told otherwise; it must hold the longest field. */
const DEFAULT_BUFFER = 4_194_304;
const WRITE_CHARACTERS = 1_000_000;
/** Folder of what is only needed while the files are made. */
const WORK = 'work';
/** What merging adds to what the parts have. */
const MERGED_NODE = { aliases: [''] };

export class ImportWriter {
  readonly #folder: string;
  readonly #nodes: ExternalSort<NodeRecord>;
  readonly #relations: ExternalSort<RelationRecord>;
  readonly #kept: ExternalSort<KeptRecord>;
  readonly #columns = new Map<string, Columns>();

  /** @throws ZhituError `bad-input` for a folder that holds something */
  constructor(folder: string) {
    this.#folder = resolve(folder);
    mkdirSync(this.#folder, { recursive: true });
    if (readdirSync(this.#folder).length > 0)
      throw new ZhituError(
        'bad-input',
        `Expected an empty folder or a new one for the files of the import, and ${this.#folder} holds something. Name another, or empty it.`,
        { folder: this.#folder },
      );
    this.#nodes = new ExternalSort({ folder: this.workFolder('nodes'), merge: mergeNodes });
    this.#relations = new ExternalSort({ folder: this.workFolder('relations'), merge: mergeRelations });
    this.#kept = new ExternalSort({ folder: this.workFolder('kept'), merge: (a) => a });
  }

  /** A folder for other work on the same files; it goes with them. */
  workFolder(name: string): string {
    return join(this.#folder, WORK, name);
  }

  add({ nodes, relations }: GraphPart): void {
    for (const node of nodes) {
      const { id: _, ...properties } = node.properties;
      noteColumns(this.#columnsOf(node.kind), { ...properties, ...MERGED_NODE });
      this.#nodes.add(node.id, { ...node, properties });
    }
    for (const relation of relations) {
      const { key: _, ...properties } = normalizeRelation(relation).properties;
      noteColumns(this.#columnsOf(relation.type), properties);
      this.#relations.add(relation.key, { ...relation, properties });
    }
  }

  /** A record beside the graph; of several of one label and id the first counts. */
  keep(record: KeptRecord): void {
    noteColumns(this.#columnsOf(record.label), record.properties);
    this.#kept.add(`${record.label} ${record.id}`, record);
  }

  /** Writes the files. To be called once, when everything was added. @throws what a pace throws: the folder is then of no use */
  async finish(paceOf: (stage: ImportStage) => Pace = () => async () => {}): Promise<ImportFiles> {
    const nodes = await this.#write(paced(this.#nodes, paceOf('nodes')), NodeKind.options, ({ kind }) => kind, {
      head: ['id:ID(Entity)', ':LABEL'],
      start: ({ id, kind, labels }) => [cell(id), listCell([ENTITY_LABEL, kind, ...labels])],
      normalize: normalizeNode,
    });
    const relations = await this.#write(
      paced(this.#relations, paceOf('relations')),
      RelationType.options,
      ({ type }) => type,
      {
        head: [':START_ID(Entity)', ':END_ID(Entity)', 'key:string'],
        start: ({ from, to, key }) => [cell(from), cell(to), cell(key)],
        normalize: normalizeRelation,
      },
    );
    const kept = await this.#write(
      paced(this.#kept, paceOf('records')),
      [...KEPT_LABELS, ...CACHE_LABELS],
      ({ label }) => label,
      {
        head: ['id:ID(@)', ':LABEL'],
        start: ({ id, label }) => [cell(id), cell(label)],
        normalize: (record) => record,
      },
    );
    rmSync(join(this.#folder, WORK), { recursive: true });
    const longest = Math.max(nodes.longest, relations.longest, kept.longest);
    return {
      nodes: nodes.rows,
      relations: relations.rows,
      kept: kept.rows,
      args: [
        '--array-delimiter=U+001F',
        '--multiline-fields=true',
        // A field may begin anywhere in a buffer.
        ...(longest * 2 > DEFAULT_BUFFER ? [`--read-buffer-size=${longest * 2}`] : []),
        ...[...nodes.files, ...kept.files].map(({ file }) => `--nodes=${file}`),
        ...relations.files.map(({ name, file }) => `--relationships=${name}=${file}`),
      ],
    };
  }

  #columnsOf(name: string): Columns {
    const known = this.#columns.get(name);
    if (known) return known;
    const columns: Columns = new Map();
    this.#columns.set(name, columns);
    return columns;
  }

  async #write<T extends { readonly properties: NodeRecord['properties'] }>(
    records: AsyncIterable<readonly [key: string, values: readonly T[]]>,
    names: readonly string[],
    nameOf: (record: T) => string,
    table: {
      readonly head: readonly string[];
      readonly start: (record: T) => readonly string[];
      readonly normalize: (record: T) => T;
    },
  ): Promise<WrittenFiles> {
    const outputs = new Map<string, LineFile>();
    let rows = 0;
    let longest = 0;
    try {
      for await (const [, values] of records) {
        const record = table.normalize(values[0] as T);
        const name = nameOf(record);
        const columns = [...this.#columnsOf(name)];
        let output = outputs.get(name);
        if (!output) {
          output = new LineFile(join(this.#folder, `${name}.csv`));
          outputs.set(name, output);
          const head = table.head.map((column) => column.replace('@', name));
          output.line([...head, ...columns.map(([property, type]) => `${property}:${type}`)].join(','));
        }
        const fields = [...table.start(record), ...columns.map(([property]) => cell(record.properties[property]))];
        for (const field of fields) longest = Math.max(longest, field.length * MOST_BYTES);
        output.line(fields.join(','));
        rows += 1;
      }
    } finally {
      for (const output of outputs.values()) output.close();
    }
    const files = names.flatMap((name) => {
      const output = outputs.get(name);
      return output ? [{ name, file: output.path }] : [];
    });
    return { rows, longest, files };
  }
}

interface WrittenFiles {
  readonly rows: number;
  /** Bytes of the longest field, at most. */
  readonly longest: number;
  readonly files: readonly { readonly name: string; readonly file: string }[];
}

/** Bytes of one UTF-16 unit in UTF-8, at most. */
const MOST_BYTES = 3;

class LineFile {
  readonly path: string;
  readonly #file: number;
  #lines = '';

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx');
  }

  line(text: string): void {
    this.#lines += `${text}\n`;
    if (this.#lines.length >= WRITE_CHARACTERS) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#lines);
    this.#lines = '';
  }
}
