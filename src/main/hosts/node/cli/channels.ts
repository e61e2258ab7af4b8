import type { Command } from './command.ts'
import { ask } from './ask.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson, table } from './print.ts'

/** `springline channels`: accounts and their channels with ids. */
export const channelsCommand: Command = {
  name: 'channels',
  usage: 'channels',
  summary: 'accounts and their channels, with ids',
  options: {},
  needs: 'read',
  async run(context) {
    const found = await ask(context.app, 'channels.list', {})
    if (!found.ok) return fail(context, found.error)
    if (context.json) {
      printJson(context, {
        accounts: found.value.accounts.map(({ id, name, kind, region, sellingPartnerId, identityProven, channels }) => ({
          id,
          name,
          kind,
          region,
          sellingPartnerId,
          identityProven,
          channels: channels.map((channel) => ({
            id: channel.id,
            name: channel.name,
            marketplace: channel.country,
            currency: channel.currency,
            zone: channel.zone,
          })),
        })),
      })
      return EXIT.done
    }
    const rows = found.value.accounts.flatMap((account) =>
      account.channels.map((channel) => [
        account.id,
        account.name,
        account.kind,
        account.region,
        String(channel.id),
        channel.country,
        channel.currency,
      ]),
    )
    for (const line of table(['ACCOUNT', 'NAME', 'KIND', 'REGION', 'CHANNEL', 'SITE', 'CURRENCY'], rows)) context.io.out(line)
    return EXIT.done
  },
}
