import type { AccountView, ChannelView } from '../../../../shared/contract/views/channels.ts'
import { STATUS_RULES } from '../../../../shared/domain/status.ts'
import type { CallResult } from '../../../../shared/contract/calls.ts'
import type { Command, CommandContext } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson, table } from './print.ts'
import { ask } from './ask.ts'

/** `springline status`: every channel with its one true status and action. */
export const statusCommand: Command = {
  name: 'status',
  usage: 'status',
  summary: 'every channel with its status and action',
  options: {},
  needs: 'read',
  async run(context) {
    const found = await ask(context.app, 'channels.list', {})
    if (!found.ok) return fail(context, found.error)
    const rows = found.value.accounts.flatMap((account) => account.channels.map((channel) => statusRow(account, channel)))
    if (context.json) printJson(context, { asOf: found.value.asOf, channels: rows })
    else printRows(context, rows, found.value)
    return EXIT.done
  },
}

export type StatusRow = ReturnType<typeof statusRow>

export function statusRow(account: AccountView, channel: ChannelView) {
  return {
    id: channel.id,
    name: channel.name,
    accountId: account.id,
    kind: account.kind,
    region: account.region,
    marketplace: channel.country,
    status: channel.status,
    adsStatus: channel.advertising,
    statuses: channel.statuses,
    whoMustAct: STATUS_RULES[channel.status].actor,
    action: STATUS_RULES[channel.status].action,
    expiresOn: account.selling.endsAt === null ? null : new Date(account.selling.endsAt).toISOString().slice(0, 10),
    freshTo: channel.freshTo,
  }
}

function printRows({ io }: CommandContext, rows: readonly StatusRow[], found: CallResult<'channels.list'>): void {
  if (rows.length === 0) return io.out('No channel is connected yet. Connect one: springline connect --help')
  const lines = rows.map((row) => [
    String(row.id),
    row.name,
    row.marketplace,
    row.status,
    row.adsStatus ?? 'not used',
    row.action,
    row.expiresOn ?? 'unknown',
  ])
  for (const line of table(['ID', 'CHANNEL', 'SITE', 'STATUS', 'ADVERTISING', 'ACTION', 'RENEW BY'], lines)) io.out(line)
  io.out('')
  io.out(`${found.summary.needYou} need you. Data to ${found.summary.dataTo ?? 'nothing yet'}.`)
}
