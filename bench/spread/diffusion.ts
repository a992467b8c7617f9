/** A diffusion that is known because it was made: who adopted what when, and who learned from whom. */
import type { Random } from '../../graph/random.ts';
import type { Adjacency } from '../../graph/spread/adjacency.ts';
import { PROGRAMS } from './words.ts';

export interface Adoption {
  readonly program: string;
  /** Id of the city. */
  readonly city: string;
  /** Where in the city it began: the city itself or a county of it. */
  readonly place: string;
  /** Days since the first day of the corpus. */
  readonly day: number;
  /** The city whose program it took over; null where no text says so. */
  readonly model: string | null;
}

/** The first adoption of a program falls on one of these first days; then from one city to the next so many pass. */
const FIRST_DAYS = 500;
const LEAST_GAP = 25;
const MOST_GAP = 160;
/** Out of ten: adopters that learned from one before them, that begin in a county, whose model is a neighbour where one has it. */
const LEARNS = 5;
const IN_COUNTY = 3;
const FROM_NEIGHBOUR = 7;
const TEN = 10;
/** So many of the eleven cities adopt a program at least. */
const FEWEST = 6;

/** Adoptions of all programs within `days`, in the order of time for each program. */
export function plantDiffusion(
  random: Random,
  adjacency: Adjacency,
  days: number,
  programs: readonly string[] = PROGRAMS,
): readonly Adoption[] {
  const province = 'place/浙江省';
  const cities = adjacency.places('city', province).map(({ id }) => id);
  const counties = adjacency.places('county', province).map(({ id }) => id);
  return programs.flatMap((program) => {
    const adopted: Adoption[] = [];
    const left = [...cities];
    const total = FEWEST + random.below(cities.length - FEWEST + 1);
    let day = random.below(FIRST_DAYS);
    while (adopted.length < total && day < days) {
      const city = random.of(left);
      left.splice(left.indexOf(city), 1);
      const inside = counties.filter((id) => id.startsWith(`${city}/`));
      const place = random.below(TEN) < IN_COUNTY ? random.of(inside) : city;
      adopted.push({ program, city, place, day, model: modelOf(random, adjacency, city, adopted) });
      day += LEAST_GAP + random.below(MOST_GAP - LEAST_GAP);
    }
    return adopted;
  });
}

function modelOf(random: Random, adjacency: Adjacency, city: string, before: readonly Adoption[]): string | null {
  if (before.length === 0 || random.below(TEN) >= LEARNS) return null;
  const near = before.filter((other) => adjacency.neighbours(city)?.includes(other.city));
  const models = near.length > 0 && random.below(TEN) < FROM_NEIGHBOUR ? near : before;
  return random.of(models).city;
}
