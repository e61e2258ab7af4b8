import { channelsCommand } from './channels.ts'
import type { Command } from './command.ts'
import { connectCommand } from './connect.ts'
import { coverageCommand } from './coverage.ts'
import { diagnoseCommand } from './diagnose.ts'
import { exportCommand } from './export.ts'
import { findingsCommand } from './findings.ts'
import { keepCommand } from './keep.ts'
import { purgeCommand } from './purge.ts'
import { rereadCommand } from './reread.ts'
import { openLinkCommand } from './open-link.ts'
import { reconnectCommand } from './reconnect.ts'
import { reportCommand } from './report.ts'
import { secretCommand } from './secret.ts'
import { statusCommand } from './status.ts'
import { syncCommand } from './sync.ts'

export const commands: readonly Command[] = [
  statusCommand,
  channelsCommand,
  connectCommand,
  reconnectCommand,
  secretCommand,
  openLinkCommand,
  syncCommand,
  coverageCommand,
  reportCommand,
  exportCommand,
  diagnoseCommand,
  findingsCommand,
  keepCommand,
  purgeCommand,
  rereadCommand,
]

/** Options every command takes. */
export const commonOptions = {
  json: { type: 'boolean' },
  'data-dir': { type: 'string' },
  endpoints: { type: 'string' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

export function helpText(): string {
  const width = Math.max(...commands.map((command) => command.name.length), 'open'.length)
  return [
    'springline COMMAND [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    `  ${'open'.padEnd(width)}  open the window of the running app with a fresh link`,
    `  ${'help-code'.padEnd(width)}  what a code on Amazon’s consent page means`,
    '',
    'Every command: --json  --data-dir DIR  --endpoints FILE  --passphrase-file F  --help',
    'Exit codes: 0 done, 1 failed, 2 usage, 3 needs the person (reconnect), 4 data directory in use, 5 Amazon or network trouble.',
  ].join('\n')
}

export function helpFor(command: Command): string {
  return [
    `springline ${command.usage}`,
    '',
    `  ${command.summary}`,
    '',
    'Also: --json  --data-dir DIR  --endpoints FILE  --passphrase-file F',
  ].join('\n')
}
