import type { AccountId } from '../../src/shared/domain/ids.ts'
import type { AccountSpec } from '../../src/stand-in/world/spec.ts'
import type { Shop } from './open-shop.ts'

/** Connects an account's selling data through an app of the person's own, just made at Amazon. */
export async function connectOwnApp(shop: Shop, { id, kind, region, channels }: AccountSpec): Promise<AccountId> {
  const { clientId, clientSecret, refreshToken, sellingPartnerId } = shop.control.privateGrant({ account: id, family: 'selling' })
  const countries = kind === 'vendor' ? { countries: channels.map((one) => one.country) } : {}
  const credentials = { sellingPartnerId, clientId, clientSecret, refreshToken }
  const { accountId } = await shop.call('connect.privateApp', { kind, region, ...credentials, name: null, ...countries })
  return accountId
}
