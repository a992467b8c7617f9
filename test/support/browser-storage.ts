/** What a browser keeps for a page, for tests of its words that read files as well: a module to be imported before them. */
const kept = new Map<string, string>();

Object.assign(globalThis, {
  localStorage: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      kept.set(name, value);
    },
  },
});
