import { defineConfig } from '../../e2e/house/playwright.ts'

/** Measures, printed; run by `make bench`. Nothing fails for being slow: the machine is not known. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  outputDir: '../../e2e/test-results/bench',
})
