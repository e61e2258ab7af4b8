import type { AttemptView } from '../../../../shared/contract/views/attempt.ts'
import { ACCOUNT_KINDS, REGIONS } from '../../../../shared/domain/region.ts'
import { oneOf, required, text, UsageError, type Command, type CommandContext } from './command.ts'
import { ask } from './ask.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { followAttempt } from './follow-attempt.ts'
import { fail, printJson } from './print.ts'
import { readSecret } from './read-secret.ts'

/** `springline connect`: a private app's selling or advertising permission; secrets come by file or standard input only. */
export const connectCommand: Command = {
  name: 'connect',
  usage:
    'connect --broker --kind seller|vendor --region na|eu|fe --country CC [--name N]\n' +
    '       connect --private-app --kind seller|vendor --region na|eu|fe --selling-partner-id ID --client-id ID --client-secret-file F --refresh-token-file F [--name N] [--countries UK,DE] [--secret-issued-on D]\n' +
    '       connect --ads --region na|eu|fe --client-id ID --client-secret-file F --refresh-token-file F [--secret-issued-on D]',
  summary: 'connect an account in your browser, or with your own private app (F may be - for standard input)',
  options: {
    broker: { type: 'boolean' },
    country: { type: 'string' },
    'private-app': { type: 'boolean' },
    ads: { type: 'boolean' },
    kind: { type: 'string' },
    region: { type: 'string' },
    'selling-partner-id': { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret-file': { type: 'string' },
    'refresh-token-file': { type: 'string' },
    name: { type: 'string' },
    countries: { type: 'string' },
    'secret-issued-on': { type: 'string' },
  },
  needs: 'write',
  async run(context) {
    const { values } = context
    if (values['ads'] === true) return connectAds(context)
    if (values['private-app'] === true) return connectPrivateApp(context)
    if (values['broker'] === true) return connectInBrowser(context)
    throw new UsageError('Say how to connect: --broker, --private-app or --ads.')
  },
}

async function connectInBrowser(context: CommandContext): Promise<ExitCode> {
  const { app, values } = context
  const begun = await ask(app, 'attempts.begin', {
    accountId: null,
    family: 'selling',
    kind: oneOf(values, 'kind', ACCOUNT_KINDS),
    region: oneOf(values, 'region', REGIONS),
    country: required(values, 'country').toUpperCase(),
    surface: 'browser',
  })
  if (!begun.ok) return fail(context, begun.error)
  const code = await followAttempt(context, begun.value)
  await giveName(context, begun.value.id)
  return code
}

/** Amazon names no vendor accounts, so the person may. */
async function giveName({ app, values }: CommandContext, id: AttemptView['id']): Promise<void> {
  const name = text(values, 'name')
  const ended = name === null ? null : await ask(app, 'attempts.read', { id })
  if (name !== null && ended?.ok && ended.value.accountId !== null)
    await ask(app, 'accounts.rename', { accountId: ended.value.accountId, name })
}

async function connectPrivateApp(context: CommandContext): Promise<ExitCode> {
  const { app, io, values } = context
  const params = {
    kind: oneOf(values, 'kind', ACCOUNT_KINDS),
    region: oneOf(values, 'region', REGIONS),
    sellingPartnerId: required(values, 'selling-partner-id'),
    clientId: required(values, 'client-id'),
    name: text(values, 'name'),
    ...countriesOf(values),
    ...(await readSecrets(context)),
    secretIssuedOn: text(values, 'secret-issued-on'),
  }
  const found = await ask(app, 'connect.privateApp', params)
  if (!found.ok) return fail(context, found.error)
  if (context.json) printJson(context, found.value)
  else io.out(`Connected as ${found.value.accountId}${found.value.identity === 'proven' ? '' : '; the identity is not proven yet'}.`)
  return EXIT.done
}

async function connectAds(context: CommandContext): Promise<ExitCode> {
  const { app, io, values } = context
  const params = {
    region: oneOf(values, 'region', REGIONS),
    clientId: required(values, 'client-id'),
    ...(await readSecrets(context)),
    secretIssuedOn: text(values, 'secret-issued-on'),
  }
  const found = await ask(app, 'connect.ads', params)
  if (!found.ok) return fail(context, found.error)
  if (context.json) printJson(context, found.value)
  else io.out(`Advertising is connected for ${found.value.accounts.length} accounts: ${found.value.accounts.join(', ')}`)
  return EXIT.done
}

/** Amazon lists no marketplaces for vendors, so the person may name them; without, the region's first is taken. */
function countriesOf(values: CommandContext['values']): { countries?: string[] } {
  const given = text(values, 'countries')
  return given === null ? {} : { countries: given.split(',').map((country) => country.trim().toUpperCase()) }
}

async function readSecrets({ io, values }: CommandContext): Promise<{ clientSecret: string; refreshToken: string }> {
  const secretFile = required(values, 'client-secret-file')
  const tokenFile = required(values, 'refresh-token-file')
  if (secretFile === '-' && tokenFile === '-') throw new UsageError('Only one of the two secrets can come from standard input.')
  return {
    clientSecret: await readSecret(io, secretFile, 'client-secret-file'),
    refreshToken: await readSecret(io, tokenFile, 'refresh-token-file'),
  }
}
