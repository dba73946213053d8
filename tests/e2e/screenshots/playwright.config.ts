import { defineConfig } from '@playwright/test'

/** Takes the pictures of the README; not a test run. */
export default defineConfig({ testDir: '.', workers: 1, timeout: 600_000, reporter: [['list']] })
