/** Growing groups of units, some of which must never meet: a union-find that asks before it joins. */

export interface Groups {
  /** The group of a unit, named by one of its units. */
  of(unit: number): number;
  members(unit: number): readonly number[];
  /** Joins the groups of two units, whatever stands against it. */
  force(a: number, b: number): void;
  /** Joins the groups of two units unless `isForbidden` holds for a pair of their units; tells whether they are one now. */
  join(a: number, b: number): boolean;
}

/** Groups of one unit each. `isForbidden` is symmetric. */
export function groupsOf(size: number, isForbidden: (a: number, b: number) => boolean): Groups {
  const group = Int32Array.from({ length: size }, (_, index) => index);
  const members = Array.from({ length: size }, (_, index) => [index]);
  const of = (unit: number): number => group[unit] as number;
  const membersOf = (unit: number): number[] => members[of(unit)] as number[];
  const force = (a: number, b: number): void => {
    if (of(a) === of(b)) return;
    const [into, from] = membersOf(a).length >= membersOf(b).length ? [of(a), of(b)] : [of(b), of(a)];
    for (const unit of members[from] as number[]) {
      group[unit] = into;
      (members[into] as number[]).push(unit);
    }
    members[from] = [];
  };
  return {
    of,
    members: membersOf,
    force,
    join(a, b) {
      if (of(a) === of(b)) return true;
      if (membersOf(a).some((x) => membersOf(b).some((y) => isForbidden(x, y)))) return false;
      force(a, b);
      return true;
    },
  };
}
