// Runs dependency-cruiser and refuses a run that read (almost) nothing: an architecture gate must not pass by being blind.
import { spawnSync } from 'node:child_process'

const LEAST_MODULES = 150
const run = spawnSync('npx', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
  shell: process.platform === 'win32',
})
const { summary } = JSON.parse(run.stdout)
for (const violation of summary.violations) process.stdout.write(`${violation.rule.name}: ${violation.from} -> ${violation.to}\n`)
process.stdout.write(`${summary.totalCruised} modules read, ${summary.violations.length} violations\n`)
process.exit(summary.error > 0 || summary.totalCruised < LEAST_MODULES ? 1 : 0)
