/** How much of a planted diffusion comes back out of the graph. */
import { spreadOf } from '../../graph/spread/answer.ts';
import type { GraphStore } from '../../graph/store.ts';
import type { Adoption } from './diffusion.ts';

export interface Recovered {
  /** Mean over programs of Kendall's τ-b between planted days and the last possible days found. */
  readonly tau: number;
  readonly perProgram: readonly { readonly program: string; readonly tau: number; readonly cities: number }[];
  readonly adopters: Found;
  readonly lessons: Found;
}

/** What was planted and found, planted and missed, and found without having been planted. */
export interface Found {
  readonly right: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly f1: number;
}

/** Compares the graph with what was planted, at the level of cities. */
export async function recoveredFrom(store: GraphStore, adoptions: readonly Adoption[]): Promise<Recovered> {
  const programs = [...new Set(adoptions.map(({ program }) => program))];
  const perProgram: { program: string; tau: number; cities: number }[] = [];
  const found: { adopters: string[]; lessons: string[] } = { adopters: [], lessons: [] };
  for (const program of programs) {
    const { places, learned } = await spreadOf(store, { program, level: 'city', grain: 'month', implied: false });
    const days = new Map(places.flatMap(({ id, adopted }) => (adopted?.to ? [[id, adopted.to] as const] : [])));
    found.adopters.push(...[...days.keys()].map((city) => `${program} ${city}`));
    found.lessons.push(...new Set(learned.map(({ learner, model }) => `${program} ${learner} ${model}`)));
    const both = adoptions.filter((one) => one.program === program && days.has(one.city));
    const tau = kendallTau(
      both.map(({ day }) => day),
      both.map(({ city }) => Date.parse(String(days.get(city)))),
    );
    perProgram.push({ program, tau, cities: both.length });
  }
  const lessons = adoptions.flatMap(({ program, city, model }) => (model ? [`${program} ${city} ${model}`] : []));
  return {
    tau: perProgram.reduce((sum, { tau }) => sum + tau, 0) / perProgram.length,
    perProgram,
    adopters: compare(
      adoptions.map(({ program, city }) => `${program} ${city}`),
      found.adopters,
    ),
    lessons: compare(lessons, found.lessons),
  };
}

function compare(planted: readonly string[], found: readonly string[]): Found {
  const [wanted, got] = [new Set(planted), new Set(found)];
  const right = [...got].filter((one) => wanted.has(one)).length;
  return {
    right,
    missed: [...wanted].filter((one) => !got.has(one)),
    wrong: [...got].filter((one) => !wanted.has(one)),
    f1: right === 0 ? 0 : (2 * right) / (wanted.size + got.size),
  };
}

/** Kendall's τ-b of two lists of one length: ties count for neither order. 1 for fewer than two values. */
export function kendallTau(a: readonly number[], b: readonly number[]): number {
  let [score, inA, inB] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const left = Math.sign((a[i] as number) - (a[j] as number));
      const right = Math.sign((b[i] as number) - (b[j] as number));
      score += left * right;
      inA += Math.abs(left);
      inB += Math.abs(right);
    }
  }
  return inA === 0 || inB === 0 ? 1 : score / Math.sqrt(inA * inB);
}
