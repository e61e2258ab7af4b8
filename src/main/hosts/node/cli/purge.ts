import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ask } from './ask.ts'
import { required, type Command } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson } from './print.ts'

/** `springline purge`: deletes an account with everything stored of it; the name guards against a slip. */
export const purgeCommand: Command = {
  name: 'purge',
  usage: 'purge --account ID --name NAME',
  summary: 'deletes an account with all its figures; its name confirms',
  options: { account: { type: 'string' }, name: { type: 'string' } },
  needs: 'write',
  async run(context) {
    const accountId = required(context.values, 'account') as AccountId
    const name = required(context.values, 'name')
    const done = await ask(context.app, 'accounts.purge', { accountId, name })
    if (!done.ok) return fail(context, done.error)
    const { days, rows, wiped } = done.value
    if (context.json) printJson(context, { days, rows, wiped })
    else {
      context.io.out(`Deleted ${name}: ${days} days with ${rows} rows.`)
      if (!wiped)
        context.io.err('The freed space could not be overwritten for want of room. Free some space and run it for any account again.')
    }
    return EXIT.done
  },
}
