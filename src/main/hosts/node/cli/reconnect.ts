import { API_FAMILIES } from '../../../../shared/domain/region.ts'
import type { AccountView } from '../../../../shared/contract/views/channels.ts'
import { oneOf, text, UsageError, type Command, type CommandContext } from './command.ts'
import { followAttempt } from './follow-attempt.ts'
import { ask } from './ask.ts'
import { fail } from './print.ts'

/** `springline reconnect`: opens an attempt, says which address to open, and waits for Amazon's answer. */
export const reconnectCommand: Command = {
  name: 'reconnect',
  usage: 'reconnect --account ID [--family selling|advertising]',
  summary: 'renew a permission in your browser; waits up to ten minutes',
  options: { account: { type: 'string' }, family: { type: 'string' } },
  needs: 'write',
  async run(context) {
    const account = await findAccount(context)
    const family = text(context.values, 'family') === null ? 'selling' : oneOf(context.values, 'family', API_FAMILIES)
    const country = account.channels[0]?.country ?? ''
    const begun = await ask(context.app, 'attempts.begin', {
      accountId: account.id,
      family,
      kind: account.kind,
      region: account.region,
      country,
      surface: 'browser',
    })
    if (!begun.ok) return fail(context, begun.error)
    return followAttempt(context, begun.value)
  },
}

async function findAccount({ app, values }: CommandContext): Promise<AccountView> {
  const wanted = text(values, 'account')
  const found = await ask(app, 'channels.list', {})
  const account = found.ok ? found.value.accounts.find((one) => one.id === wanted || one.name === wanted) : undefined
  if (!account) throw new UsageError('--account must name an account; see: springline channels')
  return account
}
