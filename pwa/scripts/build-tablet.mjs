// Bundles the tablet that tests drive (tests/tablet) for Node: the same core that runs in the browser's worker.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  configFile: false,
  root: at('..'),
  logLevel: 'error',
  resolve: { alias: { $core: at('../src/core') } },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: at('../tests/tablet/child.ts'),
    outDir: process.argv[2] ?? at('../node_modules/.cache/tablet'),
    emptyOutDir: true,
    minify: false,
    rollupOptions: { output: { entryFileNames: 'child.mjs' } },
  },
});
