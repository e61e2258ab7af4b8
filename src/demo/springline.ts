import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { PROGRAM, type Copy, type Layout } from './layout.ts'

export interface Springline {
  /** Runs one command of the built command line and answers its JSON; an unexpected exit code is an error. */
  run(args: readonly string[], options?: RunOptions): Promise<unknown>
}

interface RunOptions {
  /** Exit codes that are fine here besides 0. */
  readonly alsoFine?: readonly number[]
  readonly onLine?: (line: string) => void
  readonly env?: Readonly<Record<string, string>>
}

/** The product's own command line against one copy of the demo, on the stand-in's clock. */
export function springlineOn(layout: Layout, copy: Copy, clockUrl: string): Springline {
  const common = ['--data-dir', copy.data, '--endpoints', layout.endpoints, '--passphrase-file', layout.passphrase, '--json']
  return {
    run(args, { alsoFine = [], onLine, env = {} } = {}) {
      const child = spawn(process.execPath, ['out/main/springline.js', ...args, ...common], {
        cwd: PROGRAM,
        env: { ...process.env, SPRINGLINE_CLOCK_URL: clockUrl, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      process.on('exit', () => child.kill('SIGKILL'))
      let out = ''
      let words = ''
      child.stdout.on('data', (bytes) => (out += String(bytes)))
      createInterface({ input: child.stderr }).on('line', (line) => {
        words = `${words}\n${line}`.slice(-2_000)
        onLine?.(line)
      })
      return new Promise((resolve, reject) => {
        child.once('error', reject)
        child.once('close', (code) => {
          if (code === 0 || alsoFine.includes(code ?? -1)) resolve(out.trim() === '' ? null : JSON.parse(out))
          else reject(new Error(`springline ${args.join(' ')} ended with ${code}: ${words}${out.slice(0, 500)}`))
        })
      })
    },
  }
}
