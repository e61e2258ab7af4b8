import { ask } from './ask.ts'
import { required, text, type Command } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { fail, printJson } from './print.ts'
import { readSecret } from './read-secret.ts'

/** `springline secret`: a new client secret for every account that uses one private app. */
export const secretCommand: Command = {
  name: 'secret',
  usage: 'secret --client-id ID --client-secret-file F [--issued-on YYYY-MM-DD]',
  summary: 'replace the client secret of a private app, for every account that uses it (F may be -)',
  options: { 'client-id': { type: 'string' }, 'client-secret-file': { type: 'string' }, 'issued-on': { type: 'string' } },
  needs: 'write',
  async run(context) {
    const { app, io, values } = context
    const replaced = await ask(app, 'privateApps.replaceSecret', {
      clientId: required(values, 'client-id'),
      clientSecret: await readSecret(io, required(values, 'client-secret-file'), 'client-secret-file'),
      issuedOn: text(values, 'issued-on'),
    })
    if (!replaced.ok) return fail(context, replaced.error)
    const { accounts } = replaced.value
    if (context.json) printJson(context, { accounts })
    else
      io.out(`Amazon takes the new client secret. ${accounts.length === 1 ? '1 account uses' : `${accounts.length} accounts use`} it now.`)
    return EXIT.done
  },
}
