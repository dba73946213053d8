import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath, URL } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

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

/** The service worker with the list of everything to keep on the device: shell, lazy chunks, fonts, icons; no data. */
const pwa = () =>
  VitePWA({
    strategies: 'injectManifest',
    registerType: 'prompt',
    injectRegister: false,
    srcDir: 'src/workers',
    filename: 'service-worker.ts',
    injectManifest: {
      globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
      rollupFormat: 'iife',
    },
    manifest: {
      id: '/',
      name: 'Glashelder',
      short_name: 'Glashelder',
      description: 'Samen controleren, ieder met een eigen lijst.',
      lang: 'nl',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#eef3f2',
      theme_color: '#08343b',
      icons: [
        { src: '/icons/glashelder.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });

/** Where `npm run dev` finds the API: the server of `make run`. */
const server = process.env.GLASHELDER_SERVER ?? 'http://localhost:8000';

/** What screens are put together from. */
const parts = /\/src\/(?:app|ui)\/|node_modules\/(?:@lucide|@utrecht|@nl-design|svelte)/;
const today = at('./src/features/today/');
const imports = new Map<string, readonly string[]>();

/** Remembers who imports what, for `partsOfToday`. */
const graph = (): Plugin => ({
  name: 'glashelder:graph',
  moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
});

/** Whether Today, the first screen of somebody who works here, is put together from this file. */
function partOfToday(id: string): boolean {
  const seen = new Set<string>();
  const waiting = [`${today}Today.svelte`];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    waiting.push(...(imports.get(one) ?? []).filter((next) => parts.test(next) || next.startsWith(today)));
  }
  return parts.test(id) && seen.has(id);
}

export default defineConfig({
  plugins: [paraglide(), svelte(), graph(), pwa()],
  resolve: { alias },
  build: {
    target: 'es2022',
    sourcemap: false,
    manifest: 'build-manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Core's files run nothing by themselves: what nobody of a chunk uses is not part of it.
      treeshake: { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] },
      output: {
        // The first screen comes in few requests: what every screen needs, and what Today needs beside it. What later
        // screens share is left to the bundler, so that none brings what it does not use.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            { name: 'day', test: partOfToday },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
} satisfies UserConfig);
