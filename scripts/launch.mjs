/** What every command checks before it runs TypeScript: plain JavaScript, so that an old Node gets a sentence and not a stack. */
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** Runs a TypeScript file of this folder in this process. Ends the process with status 1 where Node is too old or nothing is installed. */
export async function launch(file) {
  const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const needed = engines.node.replace(/^>=/u, '');
  if (olderThan(process.versions.node, needed))
    stop(
      `Node ${needed} or later is needed; this is ${process.versions.node}. Install it from your system or nodejs.org`,
    );
  if (!existsSync(new URL('node_modules/tsx', root))) stop('the packages are not installed: run `npm ci` first');
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL(file, import.meta.url).href);
}

function olderThan(version, needed) {
  const [major, minor = 0] = version.split('.').map(Number);
  const [neededMajor, neededMinor = 0] = needed.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

function stop(message) {
  process.stderr.write(`zhitu: ${message}\n`);
  process.exit(1);
}
