// `npm test`: builds, runs every gate and lane, writes test-results/ran-where.json and ends with one line of sums.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.mjs'
import { findElectron } from './find-electron.mjs'
import { gates, lanes } from './lanes.mjs'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
/** Share of the core's lines that tests must reach, in percent. */
const CORE_LINES_FLOOR = 90
const shell = process.platform === 'win32'
const only = process.argv.slice(2)

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
ensureBuilt()

const records = []
const wanted = lanes.filter((lane) => only.length === 0 || only.includes(lane.name))
if (only.length === 0) for (const gate of gates) records.push(runGate(gate))
records.push(...runVitestLanes(wanted.filter((lane) => lane.kind === 'vitest')))
for (const lane of wanted.filter((one) => one.kind === 'playwright')) records.push(runBrowserLane(lane))
if (only.length === 0) records.push(judgeCoverage())

const sum = (key) => records.reduce((total, record) => total + record[key], 0)
writeFileSync(
  join(results, 'ran-where.json'),
  JSON.stringify(
    {
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      electron: findElectron() ? 'present' : 'NOT RUN: no binary',
      lanes: records,
    },
    null,
    2,
  ),
)
for (const record of records) {
  process.stdout.write(
    `${record.lane.padEnd(22)} ${record.status.padEnd(8)} ${record.passed} passed, ${record.failed} failed, ${record.skipped} skipped  (${record.ranOn}, ${record.seconds} s)\n`,
  )
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

/** All vitest lanes in one run, so that the coverage of the core is counted over all of them; results are sorted by folder. */
function runVitestLanes(all) {
  if (all.length === 0) return []
  const missing = all.filter((lane) => missingFor(lane)).map((lane) => notRun(lane))
  const ready = all.filter((lane) => !missingFor(lane))
  const started = Date.now()
  const report = join(results, 'vitest.json')
  const projects = ready.flatMap((lane) => ['--project', lane.name])
  const args = ['vitest', 'run', ...projects, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  if (only.length === 0) args.push('--coverage')
  const run = spawnSync('npx', args, { cwd: root, encoding: 'utf8', shell, maxBuffer: 256 * 1024 * 1024 })
  if (run.status !== 0) process.stdout.write(`\n${run.stdout}${run.stderr}\n`)
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : []
  const made = ready.map((lane) => {
    const own = files.filter((file) => file.name.replaceAll('\\', '/').includes(`/test/${lane.name}/`))
    const tests = own.flatMap((file) => file.assertionResults)
    const count = (...states) => tests.filter((test) => states.includes(test.status)).length
    const broken = own.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')).length
    const failed = count('failed') + broken + (own.length === 0 ? 1 : 0)
    return record(lane.name, {
      ranOn: lane.runsOn,
      started,
      passed: count('passed'),
      failed,
      skipped: count('pending', 'skipped', 'todo', 'disabled'),
      status: 'ran',
    })
  })
  const isQuiet = run.status !== 0 && made.every((one) => one.failed === 0)
  return [
    ...made,
    ...missing,
    ...(isQuiet ? [record('vitest', { ranOn: 'node', started, passed: 0, failed: 1, skipped: 0, status: 'broken' })] : []),
  ]
}

function runBrowserLane(lane) {
  if (missingFor(lane)) return notRun(lane)
  const started = Date.now()
  const report = join(results, `${lane.name}.json`)
  const run = runPlaywright(lane, report)
  const counts = existsSync(report) ? readCounts(report) : { passed: 0, failed: 1, skipped: 0 }
  const isQuiet = run.status !== 0 && counts.failed === 0
  if (run.status !== 0) process.stdout.write(`\n${lane.name}:\n${run.stdout}${run.stderr}\n`)
  return record(lane.name, { ranOn: lane.runsOn, started, ...counts, failed: counts.failed + (isQuiet ? 1 : 0), status: 'ran' })
}

function notRun(lane) {
  return record(lane.name, {
    ranOn: lane.runsOn,
    started: Date.now(),
    passed: 0,
    failed: 0,
    skipped: 1,
    status: 'NOT RUN',
    why: missingFor(lane),
  })
}

/** Lines of the core reached by the tests; below the floor the run fails. */
function judgeCoverage() {
  const started = Date.now()
  const file = join(results, 'coverage/coverage-summary.json')
  if (!existsSync(file)) return record('check: coverage', { ranOn: 'node', started, passed: 0, failed: 1, skipped: 0, status: 'ran' })
  const perFile = Object.entries(JSON.parse(readFileSync(file, 'utf8'))).filter(([name]) =>
    name.replaceAll('\\', '/').includes('/src/main/core/'),
  )
  const total = perFile.reduce((sum, [, one]) => sum + one.lines.total, 0)
  const covered = perFile.reduce((sum, [, one]) => sum + one.lines.covered, 0)
  const percent = total === 0 ? 0 : Math.floor((covered / total) * 1000) / 10
  process.stdout.write(`core: ${percent} % of ${total} lines reached by tests (floor ${CORE_LINES_FLOOR} %)\n`)
  const isEnough = percent >= CORE_LINES_FLOOR
  return record('check: coverage', {
    ranOn: 'node',
    started,
    passed: isEnough ? 1 : 0,
    failed: isEnough ? 0 : 1,
    skipped: 0,
    status: 'ran',
    percent,
  })
}

function missingFor(lane) {
  if (lane.needs === 'AMAZON_MODELS_DIR' && !process.env.AMAZON_MODELS_DIR) return 'AMAZON_MODELS_DIR is not set'
  if (lane.needs === 'electron' && !findElectron()) return 'no Electron binary on this machine'
  return null
}

function runPlaywright(lane, report) {
  const env = { ...process.env, HOST: lane.host, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  return spawnSync('npx', ['playwright', 'test', '--reporter=line,json'], {
    cwd: root,
    encoding: 'utf8',
    shell,
    env,
    maxBuffer: 256 * 1024 * 1024,
  })
}

function readCounts(report) {
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, flaky: stats.flaky }
}

function record(lane, { started, ...rest }) {
  const made = { lane, seconds: Math.round((Date.now() - started) / 100) / 10, ...rest }
  process.stderr.write(
    `${made.lane}: ${made.status}, ${made.passed} passed, ${made.failed} failed, ${made.skipped} skipped (${made.seconds} s)\n`,
  )
  return made
}
