import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath, URL } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Folder aliases, the same as `paths` in tsconfig.base.json. */
export const alias = {
  $app: at('./src/app'),
  $core: at('./src/core'),
  // The modern module: its wrapper would bring the build for old loaders, 1 kB more and never shaken.
  dexie: at('./node_modules/dexie/dist/modern/dexie.mjs'),
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

export default defineConfig({
  plugins: [paraglide(), svelte(), pwa()],
  resolve: { alias },
  build: {
    target: 'es2022',
    sourcemap: false,
    manifest: 'build-manifest.json',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first screen always needs comes in one piece: fewer requests, and it packs better.
        advancedChunks: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'core',
              test: /node_modules\/(?:svelte|dexie|@noble|clsx)\/|\/src\/core\//,
              minShareCount: 6,
            },
            {
              name: 'frame',
              test: /\/src\/(?:app|ui)\/|node_modules\/(?:@lucide|@utrecht|@nl-design)|paraglide\/runtime/,
              minShareCount: 8,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
} satisfies UserConfig);
