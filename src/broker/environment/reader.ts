/** The process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What every part of the configuration is read with; each adds what it finds wrong, so that all is named at once. */
export interface Reader {
  readonly environment: Environment
  /** The broker does not start with one of these. Never a value, only names, ids and what to do. */
  readonly problems: string[]
  /** Worth knowing, but no reason not to start. */
  readonly warnings: string[]
  /** A local Amazon: plain http to 127.0.0.1, secrets of any form, nothing dated. */
  readonly allowLoopback: boolean
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The value of a variable without spaces around it; an empty one is missing. */
export function readText(reader: Reader, name: string): string | undefined {
  const text = reader.environment[name]?.trim() ?? ''
  return text === '' ? undefined : text
}
