/** What is asked for in the bench of reads: nodes of a made graph as its articles name them, so that what is named most is asked for most. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type GraphPart, kindOfId, type NodeKind } from '../../graph/model.ts';

/** Of each kind so many are kept, drawn evenly from all mentions. */
const KEPT = 400;
const KINDS = ['Person', 'Place', 'Organization', 'Program'] as const;

export interface Sample {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
}

export interface Samples {
  readonly nodes: number;
  readonly relations: number;
  readonly byKind: Readonly<Record<(typeof KINDS)[number], readonly Sample[]>>;
}

/** Looks at the parts of a graph as they pass. */
export class Sampler {
  readonly #known = new Map<string, Sample>();
  readonly #kept = new Map<NodeKind, Sample[]>(KINDS.map((kind) => [kind, []]));
  readonly #seen = new Map<NodeKind, number>();
  readonly #below: (limit: number) => number;
  #nodes = 0;

  /** @param below gives a whole number from 0 up to, not including, its argument */
  constructor(below: (limit: number) => number) {
    this.#below = below;
  }

  pass(part: GraphPart): void {
    this.#nodes += part.nodes.length;
    for (const { id, kind, properties } of part.nodes) {
      const { name, pinyin, initials } = properties;
      if (this.#kept.has(kind))
        this.#known.set(id, { id, name: String(name), pinyin: String(pinyin), initials: String(initials) });
    }
    for (const { type, to } of part.relations) {
      const kind = kindOfId(to);
      const kept = kind === null ? undefined : this.#kept.get(kind);
      const sample = this.#known.get(to);
      if (type !== 'MENTIONS' || kind === null || !kept || !sample) continue;
      const seen = (this.#seen.get(kind) ?? 0) + 1;
      this.#seen.set(kind, seen);
      // Of all that pass, each stays with the same chance (reservoir sampling).
      const place = kept.length < KEPT ? kept.length : this.#below(seen);
      if (place < KEPT) kept[place] = sample;
    }
  }

  samples(relations: number): Samples {
    const of = (kind: NodeKind): readonly Sample[] => this.#kept.get(kind) ?? [];
    const byKind = {
      Person: of('Person'),
      Place: of('Place'),
      Organization: of('Organization'),
      Program: of('Program'),
    };
    return { nodes: this.#nodes, relations, byKind };
  }
}

export function saveSamples(file: string, samples: Samples): void {
  writeFileSync(file, JSON.stringify(samples));
}

/** Reads what `saveSamples` wrote. */
export function loadSamples(file: string): Samples {
  return JSON.parse(readFileSync(file, 'utf8')) as Samples;
}
