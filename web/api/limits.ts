/** What the contract bounds and lists. No shapes, so that the page has it before it has them. */

/** Nodes one expansion may add at most; beyond that a list serves better. */
export const MAX_NEIGHBOURS = 100;
/** Above this many nodes in one picture a reader is asked first. */
export const MANY_SHOWN = 1500;
/** Nodes one picture may hold. */
export const MAX_SHOWN = 5000;
/** Nodes that can be asked about together. */
export const MOST_TOGETHER = 5;

/** Characters of the name and of the note of a saved view. */
export const MAX_NAME = 120;
export const MAX_NOTE = 2_000;

/** Longer addresses are passed on as `/v/<id>`. */
export const LONG_ADDRESS = 2_000;
/** What `/v/<id>` is answered by; the document that shows it has its browser ask for this before the page's own script is there. */
export const openedAt = (id: string): string => `/api/v/${encodeURIComponent(id)}`;

/** Facts that one picture or panel may ask about. */
export const MAX_ASKED = 2_000;
/** Of a note on a judgement: a line, not an essay; in UTF-16 units. */
export const MAX_LINE = 500;
export const WRONG_REASONS = ['no-fact', 'ends', 'relation', 'stage', 'time'] as const;

/** What the server writes; pictures and dossiers are made in the page. */
export const EXPORT_FORMATS = ['csv-nodes', 'csv-relations', 'csv-evidence', 'json', 'graphml', 'gexf'] as const;
