import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // Both cores: every test has a program, a browser and an Amazon of its own.
  workers: 2,
  // A real browser on a busy machine may stall once; what passes only the second time is told as flaky.
  retries: 1,
  outputDir: 'test-results/e2e',
  forbidOnly: true,
})
