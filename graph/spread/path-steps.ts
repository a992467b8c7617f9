/** The steps of a path such as `浙江省/湖州市/吴兴区`. */

/**
 * Where the first `most` steps of a path end. Paths are cut for every place of every article and every claim: taking them apart and joining
 * them again costs several times as much.
 */
export function stepEnds(path: string, most: number): readonly number[] {
  const ends: number[] = [];
  for (let from = 0; ends.length < most; ) {
    const slash = path.indexOf('/', from);
    ends.push(slash < 0 ? path.length : slash);
    if (slash < 0) break;
    from = slash + 1;
  }
  return ends;
}
