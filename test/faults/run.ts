// npm run soak -- NAME [--cases N] [--seed S] [--plant]
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import type { Soak, SoakReport } from './soak.ts'

const SHOWN = 20

const { values, positionals } = parseArgs({
  options: { cases: { type: 'string' }, seed: { type: 'string' }, plant: { type: 'boolean' } },
  allowPositionals: true,
})
// The core's datasets and migrations are found by the bundler, so the soaks are loaded through it.
const { soaks } = (await runnerImport<{ soaks: readonly Soak[] }>(join(import.meta.dirname, 'soaks.ts'))).module
const soak = soaks.find((one) => one.name === positionals[0])
if (soak) process.exitCode = await runSoak(soak)
else {
  process.stderr.write(
    `npm run soak -- NAME [--cases N] [--seed S] [--plant]\n\n${soaks.map((one) => `  ${one.name.padEnd(10)} ${one.about}`).join('\n')}\n`,
  )
  process.exitCode = 2
}

async function runSoak({ name, run, cases: usual }: Soak): Promise<number> {
  const cases = wholeNumber('cases', values.cases ?? String(usual))
  const seed = wholeNumber('seed', values.seed ?? '1')
  const plant = values.plant === true
  const started = performance.now()
  const report = await run({ cases, seed, plant, say: (line) => void process.stderr.write(`${line}\n`) })
  const seconds = Math.round((performance.now() - started) / 100) / 10
  printTable(name, report)
  const { violations } = report
  process.stdout.write(
    `${JSON.stringify({ name, cases: report.cases, violations: violations.length, seconds, seed, plant, ...figuresOf(report) })}\n`,
  )
  return violations.length > 0 ? 1 : 0
}

function printTable(name: string, { rows, violations }: SoakReport): void {
  const width = Math.max(...rows.map(([what]) => what.length), name.length)
  for (const [what, figure] of rows) process.stdout.write(`${what.padEnd(width)}  ${figure}\n`)
  process.stdout.write(`${'violations'.padEnd(width)}  ${violations.length}\n`)
  for (const violation of violations.slice(0, SHOWN)) process.stdout.write(`  ${violation}\n`)
  if (violations.length > SHOWN) process.stdout.write(`  … and ${violations.length - SHOWN} more\n`)
}

function figuresOf({ rows }: SoakReport): Record<string, string | number> {
  return Object.fromEntries(rows.map(([what, figure]) => [what.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, ''), figure]))
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw new Error(`--${option} must be a whole number above 0`)
  return Number(text)
}
