import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchAnswer, BenchOptions } from './lib/bench.ts'

// node bench/run.ts NAME [--seed N] [--built FOLDER]: measures one figure, prints it and, last, one line of JSON.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, built: { type: 'string', default: 'out/main' } },
})
const name = positionals[0] ?? ''
const file = join(import.meta.dirname, `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || name === 'run' || !existsSync(file)) {
  const known = readdirSync(import.meta.dirname).filter((one) => one.endsWith('.ts') && one !== 'run.ts')
  process.stderr.write(`usage: bench NAME, one of: ${known.map((one) => one.replace(/\.ts$/, '')).join(', ')}\n`)
  process.exitCode = 2
} else {
  const { bench } = (await import(file)) as { bench: (options: BenchOptions) => Promise<BenchAnswer> }
  const { lines, cases, violations, seconds, facts } = await bench({ seed: Number(values.seed), built: values.built })
  for (const line of lines) process.stdout.write(`${line}\n`)
  process.stdout.write(
    `${JSON.stringify({ name, cases, violations, seconds: Math.round(seconds * 1000) / 1000, seed: Number(values.seed), ...facts })}\n`,
  )
  if (violations > 0) process.exitCode = 1
}
