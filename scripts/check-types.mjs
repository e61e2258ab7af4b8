// Type-checks every layer with the globals it may use.
import { spawnSync } from 'node:child_process'

const layers = ['core', 'node', 'electron', 'renderer', 'test']
let failed = false
for (const layer of layers) {
  const run = spawnSync('npx', ['tsc', '-p', `tsconfig.${layer}.json`], { encoding: 'utf8', shell: process.platform === 'win32' })
  if (run.status !== 0) {
    failed = true
    process.stdout.write(`${layer}:\n${run.stdout}`)
  }
}
process.exit(failed ? 1 : 0)
