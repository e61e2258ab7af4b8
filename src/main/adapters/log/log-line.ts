import type { Log } from '../../core/ports/log.ts'
import { redact, redactFact } from './redact.ts'

export type LogLevel = Parameters<Log['write']>[0]
export type LogFacts = NonNullable<Parameters<Log['write']>[2]>

const LONGEST_FACT = 400

/** One line of the log: time, level, code, facts as JSON (so no fact can begin a line of its own). Already redacted. */
export function logLine(at: number, level: LogLevel, code: string, facts: LogFacts): string {
  const head = `${new Date(at).toISOString()} ${level.padEnd(5)} ${redact(code).replace(/[^\w.[\]-]+/g, '-')}`
  const safe = Object.entries(facts).map(([name, value]) => [redact(name), shortened(redactFact(name, value))] as const)
  return safe.length === 0 ? head : `${head} ${JSON.stringify(Object.fromEntries(safe))}`
}

/** Shortened after redaction: a cut secret would no longer be recognised. */
function shortened<Value>(value: Value): Value | string {
  return typeof value === 'string' && value.length > LONGEST_FACT ? `${value.slice(0, LONGEST_FACT)}…` : value
}
