// `npm test`: builds, runs every gate and lane, writes test-results/ran-where.json and ends with one line of sums.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.mjs'
import { findElectron } from './find-electron.mjs'
import { gates, lanes } from './lanes.mjs'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
const shell = process.platform === 'win32'
const only = process.argv.slice(2)

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
ensureBuilt()

const records = []
if (only.length === 0) for (const gate of gates) records.push(runGate(gate))
for (const lane of lanes) if (only.length === 0 || only.includes(lane.name)) records.push(runLane(lane))

const sum = (key) => records.reduce((total, record) => total + record[key], 0)
writeFileSync(
  join(results, 'ran-where.json'),
  JSON.stringify({ node: process.version, platform: `${process.platform}-${process.arch}`, electron: findElectron() ? 'present' : 'NOT RUN: no binary', lanes: records }, null, 2),
)
for (const record of records) {
  process.stdout.write(`${record.lane.padEnd(22)} ${record.status.padEnd(8)} ${record.passed} passed, ${record.failed} failed, ${record.skipped} skipped  (${record.ranOn}, ${record.seconds} s)\n`)
}
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`)
process.exit(sum('failed') > 0 || records.some((record) => record.status === 'broken') ? 1 : 0)

function runGate({ name, command }) {
  const started = Date.now()
  const run = spawnSync(command[0], command.slice(1), { cwd: root, encoding: 'utf8', shell, maxBuffer: 64 * 1024 * 1024 })
  const passed = run.status === 0
  if (!passed) process.stdout.write(`\n${name} failed:\n${run.stdout}${run.stderr}\n`)
  return record(`check: ${name}`, { ranOn: 'node', started, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, status: 'ran' })
}

function runLane(lane) {
  const started = Date.now()
  const missing = missingFor(lane)
  if (missing) return record(lane.name, { ranOn: lane.runsOn, started, passed: 0, failed: 0, skipped: 1, status: 'NOT RUN', why: missing })
  const report = join(results, `${lane.name}.json`)
  const run = lane.kind === 'vitest' ? runVitest(lane, report) : runPlaywright(lane, report)
  const counts = existsSync(report) ? readCounts(lane, report) : { passed: 0, failed: 1, skipped: 0 }
  const quiet = run.status !== 0 && counts.failed === 0
  if (run.status !== 0) process.stdout.write(`\n${lane.name}:\n${run.stdout}${run.stderr}\n`)
  return record(lane.name, { ranOn: lane.runsOn, started, ...counts, failed: counts.failed + (quiet ? 1 : 0), status: 'ran' })
}

function missingFor(lane) {
  if (lane.needs === 'AMAZON_MODELS_DIR' && !process.env.AMAZON_MODELS_DIR) return 'AMAZON_MODELS_DIR is not set'
  if (lane.needs === 'electron' && !findElectron()) return 'no Electron binary on this machine'
  return null
}

function runVitest(lane, report) {
  const args = ['vitest', 'run', '--project', lane.name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  if (lane.name === 'unit') args.push('--coverage')
  return spawnSync('npx', args, { cwd: root, encoding: 'utf8', shell, maxBuffer: 256 * 1024 * 1024 })
}

function runPlaywright(lane, report) {
  const env = { ...process.env, HOST: lane.host, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  return spawnSync('npx', ['playwright', 'test', '--reporter=line,json'], { cwd: root, encoding: 'utf8', shell, env, maxBuffer: 256 * 1024 * 1024 })
}

function readCounts(lane, report) {
  const json = JSON.parse(readFileSync(report, 'utf8'))
  if (lane.kind === 'vitest') return { passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests + json.numTodoTests }
  return { passed: json.stats.expected, failed: json.stats.unexpected + json.stats.flaky, skipped: json.stats.skipped }
}

function record(lane, { started, ...rest }) {
  const made = { lane, seconds: Math.round((Date.now() - started) / 100) / 10, ...rest }
  process.stderr.write(`${made.lane}: ${made.status}, ${made.passed} passed, ${made.failed} failed, ${made.skipped} skipped (${made.seconds} s)\n`)
  return made
}
