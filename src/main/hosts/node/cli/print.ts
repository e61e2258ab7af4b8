import type { Failure } from '../../../../shared/contract/failures.ts'
import type { CommandContext } from './command.ts'
import { exitFor, type ExitCode } from './exit-codes.ts'

/** A plain table: columns as wide as their widest cell, two spaces between. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => (row[index] ?? '').length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(heads), ...rows.map(line)]
}

const WORDS: Readonly<Record<Failure['code'], string>> = {
  'bad-request': 'Springline cannot work with that.',
  'not-found': 'There is no such thing here.',
  offline: 'Amazon could not be reached. Nothing was changed.',
  'reconnect-required': 'Amazon refuses the permission. Reconnect the account.',
  busy: 'Springline is busy with this already.',
  internal: 'Something unexpected went wrong. The log has the details.',
}

/** Says what went wrong (JSON or a sentence) and answers the exit code. */
export function fail({ io, json }: CommandContext, failure: Failure): ExitCode {
  const named = [failure.reason, failure.field].filter((part) => part !== null).join(', ')
  if (json) io.out(JSON.stringify({ error: failure }))
  else io.err(named === '' ? WORDS[failure.code] : `${WORDS[failure.code]} (${named})`)
  return exitFor(failure)
}

export function printJson({ io }: CommandContext, value: unknown): void {
  io.out(JSON.stringify(value))
}
