/** Playwright for the benches, which have no packages of their own. */
export { defineConfig, expect, test } from '@playwright/test'
