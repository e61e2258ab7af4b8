import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { check } from './commands/check.ts'
import { newKey } from './commands/new-key.ts'
import { serve } from './commands/serve.ts'

const USAGE = `npm run broker               listens, configured by the environment (docs/broker.md)
npm run broker -- --check    prints what is configured, without secrets; ends 0 when it would start, otherwise 1
npm run broker -- new-key    prints a new key for BROKER_KEYS
`

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

process.exitCode = await run(process.argv.slice(2))

async function run([command, ...rest]: readonly string[]): Promise<number> {
  if (command === undefined) return serve(say)
  if (rest.length === 0 && command === '--check') return runCheck()
  if (rest.length === 0 && command === 'new-key') {
    process.stdout.write(`${newKey(Date.now(), (count) => new Uint8Array(randomBytes(count)))}\n`)
    return 0
  }
  process.stderr.write(USAGE)
  return 2
}

function runCheck(): number {
  const { ok, report } = check(process.env, Date.now())
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  return ok ? 0 : 1
}
