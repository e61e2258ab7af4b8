import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface PinnedChild {
  /** The first JSON line the process printed. */
  readonly first: Readonly<Record<string, unknown>>
  /** Everything it has printed so far. */
  said(): string
  /** Seconds of a core the process has used, all threads together; nothing where the system does not tell. */
  coreSeconds(): number | undefined
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
    coreSeconds: () => readCoreSeconds(child.pid),
    stop: async () => {
      await end(child)
      process.removeListener('exit', kill)
    },
  }
}

/** Linux counts user and system time of a process in hundredths of a second, as the 14th and 15th field (proc_pid_stat(5)). */
function readCoreSeconds(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
