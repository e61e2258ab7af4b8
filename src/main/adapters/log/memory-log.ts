import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import { logLine } from './log-line.ts'

export interface MemoryLog extends Log {
  /** The newest lines as they would stand in a file, oldest first. */
  lines(): readonly string[]
}

/** A log that lives as long as its process: used where nothing may be written, and before a data directory is open. */
export function createMemoryLog(clock: Pick<Clock, 'now'>, kept = 500): MemoryLog {
  const lines: string[] = []
  return {
    lines: () => lines,
    write: (level, code, facts = {}) => {
      lines.push(logLine(clock.now(), level, code, facts))
      if (lines.length > kept) lines.shift()
    },
  }
}
