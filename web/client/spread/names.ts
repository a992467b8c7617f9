/** How places and programs are called where there is little room. */

/** `湖州市` as `湖州`; names of other levels, and those that would be left with one character, stay whole. */
export function shortName(name: string): string {
  return /^.{2,}市$/u.test(name) ? name.slice(0, -1) : name;
}

/** A path in steps that a reader can follow: `浙江省 › 湖州市 › 吴兴区`. */
export function pathText(path: string): string {
  return path.replaceAll('/', ' › ');
}

/** The path of a place, off its id. */
export function pathOfId(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The last step of a path or id: the name without what it lies in. */
export function pathEnd(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
