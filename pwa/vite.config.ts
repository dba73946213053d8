import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath, URL } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Folder aliases, the same as `paths` in tsconfig.base.json. */
export const alias = {
  $app: at('./src/app'),
  $core: at('./src/core'),
  $features: at('./src/features'),
  $paraglide: at('./src/paraglide'),
  $ui: at('./src/ui'),
  $workers: at('./src/workers'),
};

export const paraglide = () =>
  paraglideVitePlugin({
    project: './project.inlang',
    outdir: './src/paraglide',
    outputStructure: 'message-modules',
    strategy: ['globalVariable', 'baseLocale'],
  });

/** Where `npm run dev` finds the API: the server of `make run`. */
const server = process.env.GLASHELDER_SERVER ?? 'http://localhost:8000';

export default defineConfig({
  plugins: [paraglide(), svelte()],
  resolve: { alias },
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
} satisfies UserConfig);
