/** The files that a reader has chosen: checked before anything is sent, and made what the server takes. */
import { type IngestPage, MAX_PAGE_BYTES, MAX_PAGES, MAX_UPLOAD_BYTES } from '../../api/ingest.ts';
import { ingestWords } from '../words/ingest.ts';

/** What the server reads as pages. */
export const ENDINGS = ['.txt', '.md', '.html', '.htm', '.jsonl'];

const MEGA = 1_000_000;

interface Sized {
  readonly name: string;
  readonly size: number;
}

/** Those that can be sent, and what is wrong with the others. A file of the same name as one before takes its place. */
export function checkFiles<F extends Sized>(
  before: readonly F[],
  more: readonly F[],
): { readonly files: readonly F[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const good = more.filter((file) => {
    const fault = faultOf(file);
    if (fault !== null) faults.push(fault);
    return fault === null;
  });
  const files = [...before.filter(({ name }) => !good.some((file) => file.name === name)), ...good];
  if (files.length > MAX_PAGES) faults.push(ingestWords().tooMany(MAX_PAGES));
  else if (files.reduce((sum, { size }) => sum + size, 0) > MAX_UPLOAD_BYTES)
    faults.push(ingestWords().tooMuch(MAX_UPLOAD_BYTES / MEGA));
  else return { files, faults };
  return { files: before, faults };
}

function faultOf({ name, size }: Sized): string | null {
  if (!ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))) return ingestWords().wrongKind(name);
  if (size <= MAX_PAGE_BYTES) return null;
  return ingestWords().tooLarge(name, (size / MEGA).toFixed(1), MAX_PAGE_BYTES / MEGA);
}

/** A file as it is sent: its bytes, since only the server knows the character sets of papers. */
export async function pageOf(file: File): Promise<IngestPage> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
  return { name: file.name, base64: address.slice(address.indexOf(',') + 1) };
}
