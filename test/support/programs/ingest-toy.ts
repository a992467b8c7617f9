/** Ingests a file into a store as the command does, with the toy extractor: for tests that kill the writing. */
import { openStore } from '../../../graph/open.ts';
import { ingestPaths } from '../../../ingest/ingest.ts';
import { TOY_EXTRACTOR } from '../toy-pages.ts';

const [file = '', location = ''] = process.argv.slice(2);
const store = await openStore({ store: location }, process.env);
console.log('open');
await ingestPaths([file], { store, pipeline: TOY_EXTRACTOR });
await store.close();
