/** What the embedded engine keeps on disk under the name of a store: the file, and its write-ahead log while it is open or after a crash. */
export const EMBEDDED_SUFFIXES = ['', '.wal'] as const;
