/** Builds the page once before the tests that look at it: workers that each find it stale would empty the folder under each other. */
import { fileURLToPath } from 'node:url';
import { buildPage } from '../../scripts/page.ts';

export async function setup(): Promise<void> {
  await buildPage(fileURLToPath(new URL('../..', import.meta.url)));
}
