/** Why each unit is where it is, in words that stay the same when articles come and go. */
import type { Reason, Score } from './person-score.ts';
import type { Unit } from './units.ts';

/** Reasons shown of one sum, the weightiest first. */
const MOST_SHOWN = 5;

export class Grounds {
  readonly #units: readonly Unit[];
  readonly #for = new Map<number, Score>();
  readonly #against = new Map<number, Score>();
  readonly #decided = new Map<number, Set<string>>();
  readonly #unsure = new Set<number>();

  constructor(units: readonly Unit[]) {
    this.#units = units;
  }

  /** The score that put both units into one group. The first is the best, because links come best first. */
  linked(a: number, b: number, score: Score): void {
    for (const unit of [a, b]) if (!this.#for.has(unit)) this.#for.set(unit, score);
  }

  /** The same for a mention without a post. */
  attached(unit: number, score: Score): void {
    this.#for.set(unit, score);
  }

  /** A score that did not suffice; of several the one that came nearest is kept. */
  against(a: number, b: number, score: Score): void {
    for (const unit of [a, b]) {
      const known = this.#against.get(unit);
      if (known === undefined || score.total > known.total) this.#against.set(unit, score);
    }
  }

  decided(unit: number, how: 'decision.same' | 'decision.different'): void {
    this.#decided.set(unit, (this.#decided.get(unit) ?? new Set()).add(how));
  }

  /** Nothing says who it is. */
  unsure(unit: number): void {
    this.#unsure.add(unit);
  }

  /**
   * The reasons of a unit. `isOne`: the name means one person, so that nothing needs to be told apart; `isShared`: its group has other units.
   * While a name means one person the reasons do not depend on the mentions there are, so that a further one changes nothing stored.
   */
  of(unit: number, isOne: boolean, isShared: boolean): readonly string[] {
    const decided = [...(this.#decided.get(unit) ?? [])].sort();
    if (isOne) return [...decided, 'name.one-person'];
    const joined = this.#for.get(unit);
    const apart = this.#against.get(unit);
    const { isFirm, profiles } = this.#units[unit] as Unit;
    return [
      ...decided,
      ...(isShared && joined ? shown(joined) : []),
      ...(isFirm && profiles.length > 1 ? ['unit.same-work'] : []),
      ...(!isShared && apart ? [`apart ${shown(apart).join('; ')}`] : []),
      ...(this.#unsure.has(unit) && !isShared ? ['bare.uncertain'] : []),
    ];
  }
}

/** `place.county +4.1 浙江省/舟山市/岱山县`: the name of the feature, its weight in nats, what was seen. */
function reasonText({ feature, weight, detail }: Reason): string {
  return `${feature} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}${detail === '' ? '' : ` ${detail}`}`;
}

function shown({ reasons }: Score): readonly string[] {
  const weighty = [...reasons].sort(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.detail < b.detail ? -1 : 1),
  );
  return weighty.slice(0, MOST_SHOWN).map(reasonText);
}
