/** The part of the page's addresses that the server reads too: which nodes a picture shows, and where. */

/** `pinned` where no layout moves it, `from` the node whose expansion brought it. */
export interface AddressNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly pinned?: boolean;
  readonly from?: string;
}

/** Fields of a query string, with or without its question mark, not yet decoded: separators inside values are encoded, so they can be told apart. */
export function readFields(search: string): ReadonlyMap<string, string> {
  const pairs = search.replace(/^\?/u, '').split('&').filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, value.join('=')];
    }),
  );
}

/** A malformed escape is kept as it stands rather than losing the page. */
export function decodeField(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The items of a field such as `n`, not yet decoded. */
export function fieldItems(value: string | undefined): readonly string[] {
  return value ? value.split(',') : [];
}

/** The nodes of the field `n`: `person/王昌荣@352.-250`, `!` behind it where it is pinned, `~3` where the fourth of the list brought it. */
export function readNodes(field: string | undefined): readonly AddressNode[] {
  const read = fieldItems(field).flatMap((item) => {
    const match = /^(.+)@(-?\d+)\.(-?\d+)(!?)(?:~(\d+))?$/u.exec(item);
    return match ? [match] : [];
  });
  const ids = read.map((match) => decodeField(match[1] as string));
  return read.map((match, index) => {
    const from = match[5] === undefined ? undefined : ids[Number(match[5])];
    return {
      id: ids[index] as string,
      x: Number(match[2]),
      y: Number(match[3]),
      ...(match[4] === '!' && { pinned: true }),
      ...(from !== undefined && { from }),
    };
  });
}

/** The ids of the nodes that an address of the page shows on the canvas, from its first slash; none for other pages. */
export function idsInAddress(address: string): readonly string[] {
  const [path, search = ''] = address.split('#', 1)[0]?.split('?') ?? [];
  return path === '/explore' ? readNodes(readFields(search).get('n')).map(({ id }) => id) : [];
}
