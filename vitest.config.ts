import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'

if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error('Springline needs its pinned Node 24: start the tests with npm (npm run test:unit), not by calling vitest directly.')
}
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nonexistent'

const lane = (name: string, timeout: number, concurrent = true) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout,
    fileParallelism: concurrent,
    isolate: true,
  },
})

export default defineConfig({
  test: {
    // Both cores of a small machine; the default would leave one idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      lane('unit', 30_000),
      lane('ports', 60_000),
      lane('migrations', 60_000),
      lane('journeys', 240_000),
      lane('shell', 60_000),
      lane('conformance', 120_000),
      lane('faults', 240_000),
    ],
    coverage: {
      provider: 'v8',
      include: ['src/main/core/**', 'src/shared/**'],
      exclude: ['**/*.d.ts'],
      reportOnFailure: true,
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'test-results/coverage',
    },
  },
})
