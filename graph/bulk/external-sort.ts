/** Sorts more records than memory holds: runs on disk, each sorted, which are then read side by side. */
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { compare } from '../compare.ts';

/** Characters of one run: some 100 MB of memory while it is gathered. */
const RUN_CHARACTERS = 32_000_000;
/** Runs that are read side by side; each takes a buffer and an open file. */
const RUNS_AT_ONCE = 64;
const BUFFER_BYTES = 262_144;
/** Characters that one write takes. */
const WRITE_CHARACTERS = 1_000_000;

export interface SortOptions<T> {
  /** A folder for the runs, which is made and, in the end, removed. */
  readonly folder: string;
  /** Makes one of two values of one key, in whatever order they come; without it all of them are kept. */
  readonly merge?: (a: T, b: T) => T;
  /** Default 32 million. */
  readonly runCharacters?: number;
}

interface Entry {
  readonly key: string;
  /** JSON. */
  readonly text: string;
}

interface Run {
  readonly file: string;
  readonly entries: number;
}

/** Values by key, which are then given in the order of their keys (by UTF-16 code units). Values must be such that JSON keeps them. */
export class ExternalSort<T> {
  readonly #options: SortOptions<T>;
  #waiting: Entry[] = [];
  #characters = 0;
  #runs: Run[] = [];
  #made = 0;
  #given = 0;

  constructor(options: SortOptions<T>) {
    this.#options = options;
    mkdirSync(options.folder, { recursive: true });
  }

  add(key: string, value: T): void {
    const text = JSON.stringify(value);
    this.#waiting.push({ key, text });
    this.#characters += key.length + text.length;
    if (this.#characters >= (this.#options.runCharacters ?? RUN_CHARACTERS)) this.#flush();
  }

  /** Values that were added, less those that were merged. */
  get size(): number {
    return this.#runs.reduce((sum, { entries }) => sum + entries, this.#waiting.length);
  }

  /** Of these, so many were given out. */
  get given(): number {
    return this.#given;
  }

  /** Every key with its values: one where they are merged. To be called once; the runs are gone when it has ended. */
  *groups(): Generator<readonly [key: string, values: readonly T[]]> {
    this.#flush();
    while (this.#runs.length > RUNS_AT_ONCE) {
      const some = this.#runs.splice(0, RUNS_AT_ONCE);
      this.#runs.push(this.#write(this.#united(some)));
      for (const { file } of some) rmSync(file);
    }
    let key: string | null = null;
    let texts: string[] = [];
    for (const entry of this.#united(this.#runs)) {
      this.#given += 1;
      if (key !== null && entry.key !== key) {
        yield [key, this.#valuesOf(texts)];
        texts = [];
      }
      key = entry.key;
      texts.push(entry.text);
    }
    if (key !== null) yield [key, this.#valuesOf(texts)];
    rmSync(this.#options.folder, { recursive: true });
  }

  #valuesOf(texts: readonly string[]): readonly T[] {
    const values = texts.map((text) => JSON.parse(text) as T);
    return this.#options.merge ? [mergeAll(values, this.#options.merge)] : values;
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    this.#waiting.sort((a, b) => compare(a.key, b.key));
    this.#runs.push(this.#write(this.#waiting));
    this.#waiting = [];
    this.#characters = 0;
  }

  /** Writes sorted entries as a run, those of one key merged. */
  #write(entries: Iterable<Entry>): Run {
    this.#made += 1;
    const file = join(this.#options.folder, `${this.#made}.run`);
    const out = openSync(file, 'w');
    let lines = '';
    let count = 0;
    let key: string | null = null;
    let texts: string[] = [];
    const end = (): void => {
      const written = this.#options.merge && texts.length > 1 ? [JSON.stringify(this.#valuesOf(texts)[0])] : texts;
      for (const text of written) lines += `${JSON.stringify(key)}\t${text}\n`;
      count += written.length;
      texts = [];
      if (lines.length < WRITE_CHARACTERS) return;
      writeSync(out, lines);
      lines = '';
    };
    try {
      for (const entry of entries) {
        if (key !== null && entry.key !== key) end();
        key = entry.key;
        texts.push(entry.text);
      }
      end();
      writeSync(out, lines);
    } finally {
      closeSync(out);
    }
    return { file, entries: count };
  }

  /** The entries of sorted runs as one sorted sequence. */
  *#united(runs: readonly Run[]): Generator<Entry> {
    const heads = runs.flatMap(({ file }) => {
      const rest = entriesOf(file);
      const first = rest.next();
      return first.done ? [] : [{ entry: first.value, rest }];
    });
    heads.sort((a, b) => compare(a.entry.key, b.entry.key));
    for (let head = heads.shift(); head; head = heads.shift()) {
      yield head.entry;
      const next = head.rest.next();
      if (!next.done) heads.splice(placeFor(heads, next.value.key), 0, { entry: next.value, rest: head.rest });
    }
  }
}

/** Pairs first, then pairs of pairs: what grows with each merge is then copied few times. */
function mergeAll<T>(values: readonly T[], merge: (a: T, b: T) => T): T {
  let left = values;
  while (left.length > 1) {
    left = Array.from({ length: Math.ceil(left.length / 2) }, (_, index) => {
      const a = left[index * 2] as T;
      return index * 2 + 1 < left.length ? merge(a, left[index * 2 + 1] as T) : a;
    });
  }
  return left[0] as T;
}

function placeFor(heads: readonly { readonly entry: Entry }[], key: string): number {
  let [from, to] = [0, heads.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare((heads[middle] as { entry: Entry }).entry.key, key) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function* entriesOf(run: string): Generator<Entry> {
  for (const line of linesOf(run)) {
    // A tab within a key or a value is written as an escape.
    const tab = line.indexOf('\t');
    yield { key: JSON.parse(line.slice(0, tab)) as string, text: line.slice(tab + 1) };
  }
}

function* linesOf(file: string): Generator<string> {
  const input = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for (let read = readSync(input, buffer); read > 0; read = readSync(input, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
      rest = lines.pop() as string;
      yield* lines;
    }
  } finally {
    closeSync(input);
  }
}
