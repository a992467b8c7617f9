/** Opens a store, says so, and waits; what it does next comes as an argument. */
import { openEmbedded } from '../../../graph/stores/embedded.ts';

const [file = '', then, cypher = ''] = process.argv.slice(2);
const store = await openEmbedded(file);
console.log('open', store.hostPid());
// Told to forget, it ends without closing the store.
if (then === 'query') await store.readTable(cypher).catch(() => {});
else if (then !== 'forget') setInterval(() => {}, 1000);
