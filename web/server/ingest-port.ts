/** What the server needs in order to add pages; `scripts/` gives it. One job at a time: a second would wait for the same store. */
import type { AddedPage, IngestEvent, IngestInput, Job, RemoveAnswer } from '../api/ingest.ts';

export interface IngestPort {
  /**
   * Keeps the pages and begins to ingest them.
   * @throws ZhituError `limit-exceeded` while another job runs, `bad-input` for a date that no calendar has
   */
  start(input: IngestInput): Promise<Job>;
  /** The last job of this server, or null. */
  current(): Job | null;
  /**
   * Tells `hear` all that the job has told so far, and what it tells from now on.
   * @returns ends the telling
   * @throws ZhituError `not-found`
   */
  listen(job: string, hear: (event: IngestEvent) => void): () => void;
  /** Ends the job after the page in hand; what was read is written. */
  stop(): void;
  /** Ids of the nodes that the job made, articles and events first. @throws ZhituError `not-found` */
  created(job: string): readonly string[];
  /** The pages that were added here, the newest first. */
  added(): Promise<readonly AddedPage[]>;
  /** Takes a page that was added here out of the graph again. @throws ZhituError `not-found` */
  remove(file: string): Promise<RemoveAnswer>;
}
