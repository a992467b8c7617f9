/** The places decided so far in an article, in text order, with quick answers to “which is nearest?”. */
import { type Gazetteer, isWithin } from './gazetteer.ts';
import { lineage, type ResolvedPlace } from './place-context.ts';

/** A decided place with the rule that decided it. */
export interface Decision extends ResolvedPlace {
  readonly rule: string;
  readonly confidence: number;
}

interface Landmark {
  readonly start: number;
  readonly path: string;
}

/** How many landmarks back one is looked for. */
const FARTHEST = 100;

export class PlaceMemory {
  readonly decisions: Decision[] = [];
  readonly #townships: Landmark[] = [];
  readonly #counties: Landmark[] = [];
  readonly #gazetteer: Gazetteer;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** Adds a decision; decisions come in text order. */
  add(decision: Decision): void {
    this.decisions.push(decision);
    const { start } = decision;
    const { path, level } = decision.place;
    if (level === 'township') this.#townships.push({ start, path });
    const county = lineage(path).find((superior) => this.#gazetteer.at(superior)?.level === 'county');
    if (county !== undefined) this.#counties.push({ start, path: county });
  }

  get last(): Decision | undefined {
    return this.decisions.at(-1);
  }

  /**
   * The nearest township, or county (also the county of a place inside it), that starts before a position; null if none does.
   * @param from earliest start; @param within a place it must lie in, or null
   */
  nearest(position: number, level: 'township' | 'county', from = 0, within: string | null = null): string | null {
    const landmarks = level === 'township' ? this.#townships : this.#counties;
    let low = 0;
    let high = landmarks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((landmarks[middle] as Landmark).start < position) low = middle + 1;
      else high = middle;
    }
    const farthest = Math.max(0, low - FARTHEST);
    for (let index = low - 1; index >= farthest && (landmarks[index] as Landmark).start >= from; index--) {
      const { path } = landmarks[index] as Landmark;
      if (within === null || isWithin(path, within)) return path;
    }
    return null;
  }
}
