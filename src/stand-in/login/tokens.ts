import type { Core } from '../core.ts'
import { asFields, numberOf, textOf } from '../lib/fields.ts'
import type { Grant } from '../state.ts'
import { grantById } from './grants.ts'

/** Seconds an access token lives. */
export const ACCESS_LIFE_S = 3600

/** What an access token says, once it is known to be ours. */
export type AccessToken = { readonly grant: Grant; readonly endsAt: number }

export function accessTokenFor(core: Core, grant: Grant): string {
  return `Atza|${core.sealer.seal('access', { g: grant.id, e: core.now() + ACCESS_LIFE_S * 1000, n: core.nextSerial() })}`
}

/** Undefined for anything this stand-in did not issue. */
export function readAccessToken(core: Core, token: string): AccessToken | undefined {
  if (!token.startsWith('Atza|')) return undefined
  const body = asFields(core.sealer.open('access', token.slice(5)))
  const grant = grantById(core, textOf(body, 'g') ?? '')
  const endsAt = numberOf(body, 'e')
  return grant === undefined || endsAt === undefined ? undefined : { grant, endsAt }
}

/** Always the same text for the same grant, because Amazon does not rotate it. */
export function refreshTokenFor(core: Core, grant: Grant): string {
  return `Atzr|${core.sealer.seal('refresh', { g: grant.id })}`
}

export function readRefreshToken(core: Core, token: string): Grant | undefined {
  if (!token.startsWith('Atzr|')) return undefined
  return grantById(core, textOf(asFields(core.sealer.open('refresh', token.slice(5))), 'g') ?? '')
}
