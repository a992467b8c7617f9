/** The messages between the embedded store and the process that runs its engine. */
import type { Value } from '../store.ts';

export type Params = Readonly<Record<string, Value>>;

/** What the host is asked to do. `cursor` is a number that the caller chooses. */
export type HostRequest =
  | { readonly op: 'open'; readonly path: string; readonly memoryMb: number }
  | {
      readonly op: 'read';
      readonly cypher: string;
      readonly params: Params;
      readonly maxRows: number | null;
      readonly maxSize: number | null;
    }
  | {
      readonly op: 'write';
      readonly statements: readonly { readonly cypher: string; readonly params: Params }[];
    }
  | { readonly op: 'explain'; readonly cypher: string; readonly params: Params }
  | { readonly op: 'cursor'; readonly cursor: number; readonly cypher: string; readonly params: Params }
  | { readonly op: 'next'; readonly cursor: number; readonly rows: number }
  | { readonly op: 'drop'; readonly cursor: number }
  | { readonly op: 'close' };

export interface HostMessage {
  readonly id: number;
  readonly request: HostRequest;
}

/** Rows of a read. `wrote` is true where the statement changed something, which has been undone. */
export interface HostRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly truncated: boolean;
  readonly wrote: boolean;
}

/** Every request is answered twice: when the host begins with it, and when it is through. */
export type HostReply =
  | { readonly id: number; readonly begun: true }
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };
