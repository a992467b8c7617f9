import { defineConfig } from 'vite';

/** What the first drawing needs and other pages too, in one script: each more is a request more before it. */
const BASE =
  /[\\/](?:node_modules[\\/]@?preact|graph[\\/]model\.ts|web[\\/](?:api[\\/](?:limits|quick-check|address)\.ts|client[\\/](?!canvas|contract)[^\\/]+\.ts))/u;
/** What the shapes of the contract are made of, which the first drawing does not wait for. */
const SHAPES =
  /[\\/](?:node_modules[\\/]zod[\\/]|graph[\\/]shapes\.ts|web[\\/](?:api\.ts|api[\\/](?:decide|paths|queries|search|times|views)\.ts|client[\\/]contract\.ts))/u;

export default defineConfig({
  // Said here, so that the bundle is the same whatever NODE_ENV the build runs under.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // Fonts and glyphs stay files or data: addresses as the style sheets have them; nothing is fetched from elsewhere.
  // Cytoscape is a script of its own with the canvas, fetched when something is drawn; the tests hold 250 kB gzipped for all of it.
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: BASE, priority: 2 },
            { name: 'shapes', test: SHAPES, priority: 1 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8137' } },
});
