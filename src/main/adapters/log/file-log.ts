import { chmodSync, existsSync, renameSync } from 'node:fs'
import electronLog from 'electron-log/node.js'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import { type LogLevel, logLine } from './log-line.ts'

export interface FileLogOrder {
  /** Whole path of the newest file, e.g. `<data>/logs/springline.log`; older ones stand beside it as `.1`, `.2`… */
  readonly file: string
  readonly clock: Pick<Clock, 'now'>
  /** The least important level that is written. */
  readonly level?: LogLevel
  readonly maxBytes?: number
  readonly kept?: number
}

const MAX_BYTES = 2 * 1024 * 1024
/** Older files kept: ten megabytes in all are enough for weeks and fit into a support bundle. */
const KEPT = 4
const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** The log on the disk: owner-only files, rotated by size, every line redacted before it is written. */
export function createFileLog({ file, clock, level = 'info', maxBytes = MAX_BYTES, kept = KEPT }: FileLogOrder): Log {
  const logger = electronLog.create({ logId: `springline:${file}` })
  logger.transports.console.level = false
  const { file: transport } = logger.transports
  transport.level = 'silly'
  transport.format = '{text}'
  transport.maxSize = maxBytes
  transport.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  transport.resolvePathFn = () => file
  transport.archiveLogFn = () => rotate(file, kept)
  if (existsSync(file)) chmodSync(file, 0o600)
  const least = LEVELS.indexOf(level)
  return {
    write: (at, code, facts = {}) => {
      if (LEVELS.indexOf(at) >= least) logger[at](logLine(clock.now(), at, code, facts))
    },
  }
}

/** `.log` → `.log.1` → `.log.2` …; the oldest falls away by being written over. */
function rotate(file: string, kept: number): void {
  for (let age = kept - 1; age >= 1; age -= 1) if (existsSync(`${file}.${age}`)) renameSync(`${file}.${age}`, `${file}.${age + 1}`)
  renameSync(file, `${file}.1`)
}
