// The test lanes, what each runs on, and how it is started.
export const gates = [
  { name: 'types', command: ['node', 'scripts/check-types.mjs'] },
  { name: 'dependency-rules', command: ['node', 'scripts/check-dependencies.mjs'] },
  { name: 'lint', command: ['npx', 'oxlint', '--type-aware', '--quiet', '-c', '.oxlintrc.json', 'src', 'test', 'bench', 'scripts'] },
  { name: 'format', command: ['npx', 'oxfmt', '--check'] },
  { name: 'dead-code', command: ['npx', 'knip', '--no-progress'] },
]

export const lanes = [
  { name: 'unit', kind: 'vitest', runsOn: 'node' },
  { name: 'ports', kind: 'vitest', runsOn: 'node' },
  { name: 'migrations', kind: 'vitest', runsOn: 'node' },
  { name: 'journeys', kind: 'vitest', runsOn: 'node' },
  { name: 'shell', kind: 'vitest', runsOn: 'node with typed fakes of Electron' },
  { name: 'conformance', kind: 'vitest', runsOn: 'node', needs: 'AMAZON_MODELS_DIR' },
  { name: 'faults', kind: 'vitest', runsOn: 'node: a small cut of every soak' },
  { name: 'e2e', kind: 'playwright', host: 'node', runsOn: 'node host in headless Chromium' },
  { name: 'e2e-electron-double', kind: 'playwright', host: 'electron-double', runsOn: 'double of Electron backed by headless Chromium' },
  { name: 'e2e-electron', kind: 'playwright', host: 'electron', runsOn: 'Electron', needs: 'electron' },
]
