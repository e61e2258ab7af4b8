import type { Core } from '../core.ts'
import { asFields, textOf } from '../lib/fields.ts'
import type { Client } from '../login/clients.ts'
import { giveCode, giveGrant } from '../login/grants.ts'
import { isRegion } from '../world/marketplaces.ts'
import type { AccountSpec } from '../world/spec.ts'
import { trouble, type ConsentRequest, type ConsentTrouble } from './consent-request.ts'

/** Who may sign in here: accounts of this kind and region; for advertising, those with a profile. */
export function accountsFor(core: Core, request: ConsentRequest): AccountSpec[] {
  const wrong = core.faults.look('wrong-account')
  if (wrong?.account !== undefined) return core.world.accounts.filter((account) => account.id === wrong.account)
  return core.world.accounts.filter(
    (account) =>
      account.region === request.region &&
      (request.kind === 'ads' ? account.channels.some((channel) => channel.ads !== undefined) : account.kind === request.kind),
  )
}

/** Why this account cannot agree, as Amazon's page would put it. */
export function accountTrouble(core: Core, request: ConsentRequest, account: AccountSpec): ConsentTrouble | undefined {
  if (request.kind === 'ads') return undefined
  if (account.consentError !== undefined) return trouble(account.consentError, ACCOUNT_TROUBLES[account.consentError])
  const limit = core.world.spec.consentLimit
  if (account.kind === 'vendor' || limit === undefined) return undefined
  const living = core.state.grants.filter((grant) => grant.clientId === request.clientId && grant.endsAt > core.now())
  const holders = new Set(living.map((grant) => grant.accountId))
  return holders.has(account.id) || holders.size < limit
    ? undefined
    : trouble('CONSENT_LIMIT_REACHED', 'The application has reached the number of sellers it may be authorized by.')
}

const ACCOUNT_TROUBLES = {
  SPDC8143: 'Only the primary user of the account can authorize an application.',
  SPSA0404: 'The application does not support this kind of account.',
  SPSA2043: 'The vendor group lacks the permission to authorize applications.',
} as const

/** Records the consent and says where the browser goes: the redirect address, with a fresh code. */
export function confirmConsent(core: Core, request: ConsentRequest, account: AccountSpec, client: Client): string {
  const { redirectUri, scope, state, challenge, challengeMethod } = request
  const family = request.kind === 'ads' ? 'advertising' : 'selling'
  const grant = giveGrant(core, account, family, client, core.now())
  const code = giveCode(core, grant, {
    redirectUri,
    scope,
    ...(challenge === '' ? {} : { challenge: { value: challenge, method: challengeMethod } }),
  })
  const address = new URL(redirectUri)
  if (request.kind === 'ads') setAll(address, { code, scope, state })
  else setAll(address, { state, selling_partner_id: account.sellingPartnerId, spapi_oauth_code: code })
  return address.href
}

export function setAll(address: URL, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value)
}

export function sealRequest(core: Core, request: ConsentRequest): string {
  return core.sealer.seal('consent', request)
}

/** The request out of a form field; undefined for a text this stand-in did not seal. */
export function openRequest(core: Core, sealed: string): ConsentRequest | undefined {
  const fields = asFields(core.sealer.open('consent', sealed))
  const text = (name: string): string => textOf(fields, name) ?? ''
  const kind = text('kind')
  const region = text('region')
  if ((kind !== 'seller' && kind !== 'vendor' && kind !== 'ads') || !isRegion(region)) return undefined
  return {
    kind,
    region,
    place: text('place'),
    clientId: text('clientId'),
    state: text('state'),
    redirectUri: text('redirectUri'),
    scope: text('scope'),
    challenge: text('challenge'),
    challengeMethod: text('challengeMethod'),
  }
}
