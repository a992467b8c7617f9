import { defineConfig } from 'vite';

export default defineConfig({
  // Said here, so that the bundle is the same whatever NODE_ENV the build runs under.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // Fonts and glyphs stay files or data: addresses as the style sheets have them; nothing is fetched from elsewhere.
  // Cytoscape is a script of its own with the canvas, fetched when something is drawn; the tests hold 250 kB gzipped for all of it.
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 800 },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8137' } },
});
