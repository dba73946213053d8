import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { alias, paraglide } from './vite.config.js';

// Two projects: core and workers in Node (where IndexedDB's trap T3 fires), screens in a DOM.
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte()],
        resolve: { alias },
        test: {
          name: 'core',
          environment: 'node',
          include: ['src/core/**/*.test.ts', 'src/workers/**/*.test.ts', 'tests/**/*.test.ts'],
        },
      },
      {
        plugins: [paraglide(), svelte()],
        resolve: { alias, conditions: ['browser'] },
        test: {
          name: 'screens',
          environment: 'happy-dom',
          include: ['src/ui/**/*.test.ts', 'src/app/**/*.test.ts', 'src/features/**/*.test.ts'],
        },
      },
    ],
  },
});
