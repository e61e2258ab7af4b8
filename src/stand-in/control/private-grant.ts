import type { Core } from '../core.ts'
import { numberOf, textOf, type Fields } from '../lib/fields.ts'
import { giveGrant } from '../login/grants.ts'
import { refreshTokenFor } from '../login/tokens.ts'
import { ControlRefusal } from './control-refusal.ts'

/** What self-authorization shows once. */
export type PrivateGrant = {
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
  readonly sellingPartnerId: string
  readonly consentedAt: number
}

/** Lets an account authorize its own private application, or with `shared` one that several accounts use. */
export function givePrivateGrant(core: Core, order: Fields): PrivateGrant {
  const account = core.world.account(textOf(order, 'account') ?? '')
  const family = textOf(order, 'family') ?? 'selling'
  if (account === undefined) throw new ControlRefusal('account is not one of this world')
  if (family !== 'selling' && family !== 'advertising') throw new ControlRefusal('family must be selling or advertising')
  const client = order['shared'] === true ? core.publisher.sharedApp(family) : core.publisher.privateApp(account.id, family)
  const consentedAt = numberOf(order, 'consentedAt') ?? core.clock.now()
  const grant = giveGrant(core, account, family, client, consentedAt)
  return {
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    refreshToken: refreshTokenFor(core, grant),
    sellingPartnerId: account.sellingPartnerId,
    consentedAt,
  }
}
