import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface PinnedChild {
  /** The first JSON line the process printed. */
  readonly first: Readonly<Record<string, unknown>>
  /** Everything it has printed so far. */
  said(): string
  stop(): Promise<void>
}

/** Whether processes can be held on one core here: `taskset`, and two cores to divide. */
export function canPin(): boolean {
  return spawnSync('taskset', ['-c', '0,1', 'true']).status === 0
}

/** Starts a Node process, on one core where that is asked for and possible, and waits for its first JSON line. */
export async function startPinned(
  args: readonly string[],
  { core, env = {} }: { readonly core: number | undefined; readonly env?: Readonly<Record<string, string>> },
): Promise<PinnedChild> {
  const [program, ...rest] = core === undefined ? [process.execPath, ...args] : ['taskset', '-c', String(core), process.execPath, ...args]
  const child = spawn(program ?? '', rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (words += String(bytes)))
  const first = await new Promise<Record<string, unknown>>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}: ${words}`)))
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as Record<string, unknown>))
  })
  return {
    first,
    said: () => words,
    stop: async () => {
      await end(child)
      process.removeListener('exit', kill)
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
