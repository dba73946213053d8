import { defineConfig } from '@playwright/test'

/** One browser at a time on the built site; each test starts the servers and tablets it needs (house/). */
export default defineConfig({
  testDir: '.',
  testIgnore: ['screenshots/**', 'node_modules/**'],
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: 'test-results',
})
