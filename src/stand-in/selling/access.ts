import type { Core } from '../core.ts'
import { readAccessToken, type AccessToken } from '../login/tokens.ts'
import type { Grant } from '../state.ts'
import type { Region } from '../world/marketplaces.ts'
import type { AccountSpec } from '../world/spec.ts'
import { denied, type Answer } from './answers.ts'

/** Who is calling, once the access token was believed. */
export type Caller = { readonly grant: Grant; readonly account: AccountSpec; readonly region: Region }

export type Access =
  | { readonly kind: 'in'; readonly caller: Caller }
  | { readonly kind: 'out'; readonly answer: Answer; readonly account?: string }

const MALFORMED = 'The access token you provided is revoked, malformed or invalid.'

/** Believes an access token or says which of Amazon's refusals it earns. */
export function admit(core: Core, token: string | undefined, region: Region): Access {
  if (token === undefined || token === '') return out(denied('Access token is missing in the request header.', 'token-missing'))
  const access = readAccessToken(core, token)
  if (access === undefined) return out(denied(MALFORMED, 'token-malformed'))
  const { grant } = access
  const account = core.world.account(grant.accountId)
  if (account === undefined || grant.family !== 'selling' || grant.region !== region)
    return out(denied(MALFORMED, 'token-elsewhere'), grant)
  const refusal = refusalOf(core, access)
  return refusal === undefined ? { kind: 'in', caller: { grant, account, region } } : out(refusal, grant)
}

/** What a token of the right account and region can still run into. */
function refusalOf(core: Core, { grant, endsAt }: AccessToken): Answer | undefined {
  const account = grant.accountId
  if (core.now() >= endsAt) return denied('The access token you provided has expired.', 'token-ended')
  if (grant.hardRevoked) return denied(MALFORMED, 'revoked')
  if (core.faults.strike('secret-expired', { account, api: 'selling' }) !== undefined) {
    return denied('The LWA secret token you provided has expired.', 'secret-expired')
  }
  return core.faults.strike('account-suspended', { account }) === undefined ? undefined : denied('', 'suspended')
}

function out(answer: Answer, grant?: Grant): Access {
  return { kind: 'out', answer, ...(grant === undefined ? {} : { account: grant.accountId }) }
}

/** Whether the account's grants carry at least one of these roles. */
export function hasRole(core: Core, account: AccountSpec, anyOf: readonly string[]): boolean {
  return core.world.rolesOf(account).some((role) => anyOf.includes(role) && !core.state.rolesRemoved.includes(`${account.id} ${role}`))
}
