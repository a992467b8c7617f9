/** What goes over the wire: what callers send is checked here, what is sent back has the type of the contract. */
import type { z } from 'zod';
import { ZhituError } from '../../graph/errors.ts';

/**
 * The value in the shape of `schema`.
 * @throws ZhituError `bad-input` that names every field at fault
 */
export function input<Shape extends z.ZodType>(schema: Shape, value: unknown): z.output<Shape> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }));
  const said = faults.map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new ZhituError('bad-input', `the request does not fit: ${said}`, { faults });
}

/** An answer as a route may build it: the page gets JSON, so whether the server could still change it does not matter. */
export type Sent<T> = T extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Sent<T[Key]> }
    : T;
