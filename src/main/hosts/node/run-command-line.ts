import { readFileSync } from 'node:fs'
import { writeFile, readFile } from 'node:fs/promises'
import { runCli } from './cli/run-cli.ts'
import type { Io } from './cli/command.ts'
import { EXIT } from './cli/exit-codes.ts'

const PINNED_MAJOR = 24

/** The command line as a process: standard streams, files, signals. Refuses a Node that the database cannot run on. */
export async function runCommandLine(argv: readonly string[], programFolder: string): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < PINNED_MAJOR) {
    process.stderr.write(
      `springline needs Node ${PINNED_MAJOR} or newer, this is ${process.versions.node}. Start it with: npm run -s springline -- ${argv.join(' ')}\n`,
    )
    return EXIT.failed
  }
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const io: Io = {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    readFile: async (path) => (path === '-' ? readFileSync(0, 'utf8') : readFile(path, 'utf8')),
    writeFile: (path, text) => writeFile(path, text, { mode: 0o600 }),
    env: process.env,
    signal: stop.signal,
  }
  // Waiting on another process's clock keeps no event loop alive by itself.
  const alive = setInterval(() => undefined, 60_000)
  try {
    return await runCli(argv, io, programFolder)
  } finally {
    clearInterval(alive)
  }
}
