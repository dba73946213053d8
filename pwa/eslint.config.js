// Flat configuration: typed rules for TypeScript and Svelte, and the import walls between the rooms.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * Refuse imports of whole rooms.
 * @param {Record<string, string>} walls room alias -> why it may not be imported here
 * @returns {import('eslint').Linter.RulesRecord}
 */
const walls = (walls) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      patterns: Object.entries(walls).map(([room, why]) => ({
        group: [`$${room}`, `$${room}/*`, `**/${room}/**`],
        message: why,
      })),
    },
  ],
});

export default defineConfig(
  { ignores: ['kept', 'dist-new', 'dist', 'dev-dist', 'src/paraglide', 'src/core/api'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        project: [
          './tsconfig.json',
          './tsconfig.core.json',
          './tsconfig.workers.json',
          './tsconfig.tools.json',
        ],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // `style:name={…}` goes through the CSSOM and is allowed; `style="…"` is refused by ui/gallery's test.
      'svelte/no-inline-styles': 'off',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-unused-props': ['error', { ignorePropertyPatterns: ['id'] }],
      // Wanted where state is shown, noise where a URL, Set or Date is a local value.
      'svelte/prefer-svelte-reactivity': 'off',
      // `void dependency;` names what an effect follows.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Own router: plain links, see app/router.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // Parts of typescript-eslint that do not yet see through Svelte's template types.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/ui/**'],
    rules: walls({
      core: 'ui shows what it is given: pass plain values from the feature.',
      app: 'ui knows neither router nor session: pass addresses and callbacks.',
      features: 'ui is below features.',
      workers: 'ui is below workers.',
    }),
  },
  {
    files: ['src/core/**'],
    rules: walls({
      ui: 'core has no screens.',
      app: 'core is below app.',
      features: 'core is below features.',
      workers: 'a worker imports core, never the other way round.',
      paraglide: 'core speaks in codes; screens hold the words.',
    }),
  },
  {
    files: ['src/workers/**'],
    rules: walls({
      ui: 'workers have no DOM.',
      app: 'workers have no DOM.',
      features: 'workers have no DOM.',
    }),
  },
  {
    files: ['src/features/**'],
    rules: walls({
      features:
        'one feature does not import another: link to its address, or move the shared part to ui or core.',
      workers: 'features reach workers through core.',
    }),
  },
  {
    files: ['*.config.{js,ts}', 'scripts/**', 'tests/**', 'src/**/*.test.ts'],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'no-console': 'off',
      // Schemas and fixtures are read as JSON here; what they hold is asserted, not typed.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
