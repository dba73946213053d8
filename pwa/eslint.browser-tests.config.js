// The browser tests and benches (tests/e2e, tests/bench/pwa): what the types cannot hold, such as a forgotten `await`.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import ts from 'typescript-eslint';

export default defineConfig(
  { ignores: ['**/node_modules', '**/test-results', '**/*.mjs'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  prettier,
  {
    languageOptions: { parserOptions: { project: './e2e/tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-undef': 'off',
    },
  },
);
