import { defineConfig } from '@playwright/test'

/**
 * Stories that do not pass yet: `E2E_ALL=1 npm test` runs them too.
 * A spec leaves this list when it has passed twice in a row.
 */
const AWAITING = [
  'offline-all-day-then-everything-arrives-once.spec.ts',
  'two-tablets-answer-differently.spec.ts',
]

/** One browser at a time on the built site; each test starts the servers and tablets it needs (house/). */
export default defineConfig({
  testDir: '.',
  testIgnore: ['screenshots/**', 'node_modules/**', ...(process.env['E2E_ALL'] ? [] : AWAITING)],
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: 'test-results',
})
