import type { ParseArgsConfig } from 'node:util'
import type { App } from '../../../core/app-surface.ts'
import type { ExitCode } from './exit-codes.ts'

export interface Io {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly readFile: (path: string) => Promise<string>
  readonly writeFile: (path: string, text: string) => Promise<void>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborts on SIGINT and SIGTERM. */
  readonly signal: AbortSignal
}

export type Values = Readonly<Record<string, string | boolean | undefined>>

export interface CommandContext {
  readonly app: App
  readonly io: Io
  readonly values: Values
  readonly positionals: readonly string[]
  readonly json: boolean
}

export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** `read` works beside a running app; `write` needs the data directory for itself; `write-if-free` reads where it is taken. */
  readonly needs: 'read' | 'write' | 'write-if-free'
  readonly run: (context: CommandContext) => Promise<ExitCode>
}

/** A wrong call of a command: one sentence that names the option and the remedy. */
export class UsageError extends Error {}

export function text(values: Values, name: string): string | null {
  const value = values[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

export function required(values: Values, name: string): string {
  const value = text(values, name)
  if (value === null) throw new UsageError(`--${name} is missing.`)
  return value
}

export function oneOf<Choice extends string>(values: Values, name: string, choices: readonly Choice[]): Choice {
  const value = required(values, name)
  const found = choices.find((choice) => choice === value)
  if (!found) throw new UsageError(`--${name} must be one of: ${choices.join(', ')}.`)
  return found
}
