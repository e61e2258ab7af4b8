import type { Core } from '../core.ts'
import { DAY_MS } from '../lib/days.ts'
import type { ConsentCode, Grant } from '../state.ts'
import type { AccountSpec, Family } from '../world/spec.ts'
import type { Client } from './clients.ts'

/** An authorization dies this long after its consent. Source: Amazon's renewal rules for public applications and advertising. */
export const GRANT_LIFE_MS = 365 * DAY_MS
/** A consent code dies this long after it was handed out. */
const CODE_LIFE_MS = 5 * 60_000

/** Records that an account let a client in. Earlier grants stay as they are. */
export function giveGrant(core: Core, account: AccountSpec, family: Family, client: Client, consentedAt: number): Grant {
  const grant: Grant = {
    id: `g${core.nextSerial()}`,
    accountId: account.id,
    family,
    region: account.region,
    clientId: client.clientId,
    consentedAt,
    endsAt: consentedAt + GRANT_LIFE_MS,
    hardRevoked: false,
  }
  core.state.grants.push(grant)
  core.changed()
  return grant
}

export function grantById(core: Core, id: string): Grant | undefined {
  return core.state.grants.find((grant) => grant.id === id)
}

/** Ends every living grant of an account and family; `hard` also stops access tokens already handed out. */
export function endGrants(core: Core, accountId: string, family: string | undefined, hard: boolean): void {
  for (const grant of core.state.grants) {
    if (grant.accountId !== accountId || (family !== undefined && grant.family !== family)) continue
    grant.endsAt = Math.min(grant.endsAt, core.now())
    grant.hardRevoked ||= hard
  }
  core.changed()
}

/** What a code was asked for with. */
export type CodeRequest = Pick<ConsentCode, 'redirectUri' | 'scope' | 'challenge'>

/** A single-use code for a new grant; the grant counts from the consent, not from the exchange. */
export function giveCode(core: Core, grant: Grant, asked: CodeRequest): string {
  const code = core.sealer.derive('code', `${grant.id} ${core.nextSerial()}`, 20)
  core.state.codes.push({ ...asked, code, grantId: grant.id, clientId: grant.clientId, endsAt: core.now() + CODE_LIFE_MS, used: false })
  core.changed()
  return code
}
