import { describe, expect, test } from 'vitest';
import { makeGraph } from '../../../bench/store/made-graph.ts';
import { Sampler } from '../../../bench/store/samples.ts';
import { type GraphPart, parseEvidence, RELATIONS } from '../../../graph/model.ts';
import { openRandom } from '../../../graph/random.ts';
import { NodeRecord, RelationRecord } from '../../../graph/shapes.ts';

const NODES = 2_000;
const parts = [...makeGraph({ nodes: NODES }, 1)];
const nodes = parts.flatMap((part) => part.nodes);
const relations = parts.flatMap((part) => part.relations);

describe('a made graph', () => {
  test('is the same for the same seed, and another for another', () => {
    const first = (seed: number): GraphPart[] => [...makeGraph({ nodes: 200 }, seed)];
    expect(first(1)).toEqual(first(1));
    expect(first(2)).not.toEqual(first(1));
  });

  test('has as many nodes as were asked for, each once, and five relations a node', () => {
    expect(nodes.length).toBe(NODES);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(NODES);
    expect(relations.length / NODES).toBeGreaterThan(5);
  });

  test('keeps to the model, and gives the ends of a relation with it or before', () => {
    const known = new Map<string, string>();
    for (const part of parts) {
      for (const node of part.nodes) known.set(NodeRecord.parse(node).id, node.kind);
      for (const { type, from, to, key } of part.relations.map((relation) => RelationRecord.parse(relation))) {
        expect(RELATIONS[type].from, key).toContain(known.get(from));
        expect(RELATIONS[type].to, key).toContain(known.get(to));
      }
    }
  });

  test('has the sentence of every statement in the text of its article', () => {
    const texts = new Map(nodes.map(({ id, properties }) => [id, String(properties.text)]));
    const refs = relations.flatMap(({ properties }) => (properties.evidence as string[] | undefined) ?? []);
    expect(refs.length).toBeGreaterThan(NODES);
    for (const ref of refs) {
      const { articleId, start, end } = parseEvidence(ref) ?? { articleId: '', start: 0, end: 0 };
      expect(texts.get(articleId)?.slice(start, end)).toMatch(/。$/u);
    }
  });

  test('is asked for by what its articles name, most often by what they name most', () => {
    const sampler = new Sampler(openRandom(1).below);
    for (const part of parts) sampler.pass(part);
    const { byKind } = sampler.samples(relations.length);
    const home = byKind.Place.filter(({ id }) => id === 'place/浙江省').length;
    expect(home).toBeGreaterThan(byKind.Place.length / 10);
    for (const sample of byKind.Person) expect(nodes.some(({ id }) => id === sample.id)).toBe(true);
  });
});
