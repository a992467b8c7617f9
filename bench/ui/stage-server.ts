/** Builds the stage into a folder of its own and serves it on this machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const STAGE = fileURLToPath(new URL('stage', import.meta.url));

export interface StageServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveStage(): Promise<StageServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'zhitu-stage-'));
  await build({ root: STAGE, logLevel: 'warn', build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 } });
  const server = await preview({
    root: STAGE,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('expected the stage to be served, saw no address');
  return {
    url,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
