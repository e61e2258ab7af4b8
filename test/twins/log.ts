import type { Log } from '../../src/main/core/ports/log.ts'

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly code: string
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

export interface SilentLog extends Log {
  readonly lines: readonly LogLine[]
  /** Codes in the order they were written. */
  codes(): readonly string[]
}

/** A log that prints nothing and remembers everything as it was given, so a test sees what would have been told. */
export function createSilentLog(): SilentLog {
  const lines: LogLine[] = []
  return {
    lines,
    codes: () => lines.map((line) => line.code),
    write: (level, code, facts = {}) => void lines.push({ level, code, facts }),
  }
}
