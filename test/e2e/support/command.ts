import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { PROGRAM, type Place } from './layout.ts'

/** Days of history a new channel starts with in these tests. */
export const HISTORY_DAYS = 45

export function environment(clockUrl: string): NodeJS.ProcessEnv {
  return { ...process.env, SPRINGLINE_CLOCK_URL: clockUrl, SPRINGLINE_HISTORY_DAYS: String(HISTORY_DAYS) }
}

export function hostOptions(place: Place): string[] {
  return ['--data-dir', place.data, '--endpoints', place.endpoints, '--passphrase-file', place.passphrase]
}

/** One command of the built command line; answers its JSON. Exit codes 0 and 5 (partly done) are fine. */
export function runCommand(
  place: Place,
  clockUrl: string,
  args: readonly string[],
  onLine: (line: string) => void = () => undefined,
): Promise<unknown> {
  const child = spawn(process.execPath, ['out/main/springline.js', ...args, ...hostOptions(place), '--json'], {
    cwd: PROGRAM,
    env: environment(clockUrl),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let words = ''
  child.stdout.on('data', (bytes) => (out += String(bytes)))
  createInterface({ input: child.stderr }).on('line', (line) => {
    words = `${words}\n${line}`.slice(-2_000)
    onLine(line)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0 || code === 5) resolve(out.trim() === '' ? null : JSON.parse(out))
      else reject(new Error(`springline ${args.join(' ')} ended with ${code}: ${words}${out.slice(0, 500)}`))
    })
  })
}
