import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { PROGRAM } from './layout.ts'

const STOP_WITHIN_MS = 5_000

export interface Child {
  /** The first JSON line the process printed. */
  readonly ready: Readonly<Record<string, unknown>>
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** Starts a Node process and waits for its first JSON line; a process that ends before is an error with its last words. */
export function startChild(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Child> {
  const child = spawn(process.execPath, [...args], { cwd: PROGRAM, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  process.on('exit', () => child.kill('SIGKILL'))
  let words = ''
  child.stderr.on('data', (bytes) => (words = `${words}${String(bytes)}`.slice(-2_000)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}: ${words}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return
      const ready = JSON.parse(line) as Record<string, unknown>
      resolve({ ready, process: child, stop: () => stop(child) })
    })
  })
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
    child.once('exit', () => {
      clearTimeout(kill)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
