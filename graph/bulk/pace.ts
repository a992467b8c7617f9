/** Long work over sorted records: shown, in turn with other work, and stopped where somebody asks for it. */
import type { Extent } from '../extent.ts';
import type { ExternalSort } from './external-sort.ts';

/** Is told every so often how far the work is; what it throws ends the work. */
export type Pace = (extent: Extent) => Promise<void>;

/** Groups worked through between two looks at what else is to be done. */
const AT_ONCE = 500;

/** The groups of sorted values, as the work on them allows. */
export async function* paced<T>(
  sort: ExternalSort<T>,
  pace: Pace,
): AsyncGenerator<readonly [key: string, values: readonly T[]]> {
  let groups = 0;
  for (const group of sort.groups()) {
    yield group;
    groups += 1;
    if (groups % AT_ONCE === 0) await pace({ done: sort.given, total: sort.size });
  }
  await pace({ done: sort.size, total: sort.size });
}
