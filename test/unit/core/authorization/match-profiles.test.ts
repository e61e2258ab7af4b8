import { describe, expect, test } from 'vitest'
import { idsOfOthers, matchProfiles, type ProfileQuestion } from '../../../../src/main/core/authorization/match-profiles.ts'
import type { AdsProfile } from '../../../../src/main/core/ports/ads-api.ts'
import type { AmazonAccount, Channel } from '../../../../src/shared/domain/account.ts'
import type { Authorization } from '../../../../src/shared/domain/authorization.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import type { AccountId, ChannelId } from '../../../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../../../src/shared/domain/marketplace.ts'
import { GERMANY } from '../../datasets/scope.ts'

const [DE, UK] = ['A1PA6795UKMFR9', 'A1F83G8C2ARO7P']
const germany = GERMANY
const britain: Channel = { ...GERMANY, id: brand<ChannelId>(2), marketplaceId: brand<MarketplaceId>(UK ?? ''), country: 'UK' }

const seller: AmazonAccount = {
  id: brand<AccountId>('acc_1'),
  kind: 'seller',
  region: 'eu',
  sellingPartnerId: 'A2SELLER',
  identityProven: true,
  name: 'Acme',
  connectedAt: 0,
  paused: false,
}
const vendor: AmazonAccount = { ...seller, kind: 'vendor', sellingPartnerId: 'amzn1.vg.1' }

function profile(profileId: string, change: Partial<AdsProfile> = {}): AdsProfile {
  const place = { country: 'DE', currency: 'EUR', zone: 'Europe/Paris', marketplaceId: DE ?? '' }
  return { profileId, ...place, accountId: 'A2SELLER', kind: 'seller', name: 'Acme', ...change }
}
const entity = (profileId: string, accountId: string, marketplaceId = DE) =>
  profile(profileId, { kind: 'vendor', accountId, ...(marketplaceId === undefined ? {} : { marketplaceId }) })

function match(account: AmazonAccount, profiles: readonly AdsProfile[], change: Partial<ProfileQuestion> = {}) {
  return matchProfiles({ account, channels: [germany, britain], profiles, stored: null, taken: new Set(), ...change })
}

describe("a seller's profiles", () => {
  test('are those of the same id in the same marketplace, each with the zone of its days', () => {
    const found = match(seller, [profile('1'), profile('2', { accountId: 'A9OTHER' }), profile('3', { marketplaceId: 'A13V1IB3VIYZZH' })])
    expect(found).toEqual({ identity: 'A2SELLER', profiles: [{ channelId: 1, profileId: '1', zone: 'Europe/Paris' }] })
  })

  test("an agency's own are ignored, unless they carry the seller's id", () => {
    expect(match(seller, [profile('7', { kind: 'agency', accountId: 'AGENCY' })])).toEqual({ identity: null, profiles: [] })
    expect(match(seller, [profile('8', { kind: 'agency' })]).profiles).toMatchObject([{ profileId: '8' }])
  })
})

describe("a vendor's profiles", () => {
  test('the first time are those that are alone in their marketplace', () => {
    const found = match(vendor, [entity('1', 'ENTITYDE'), entity('2', 'ENTITYUK1', UK), entity('3', 'ENTITYUK2', UK)])
    expect(found).toMatchObject({ identity: 'ENTITYDE', profiles: [{ channelId: 1, profileId: '1' }] })
  })

  test('afterwards are those of the ids the person connected, also among many', () => {
    const many = [entity('1', 'ENTITYDE'), entity('9', 'ENTITYXX'), entity('2', 'ENTITYUK1', UK), entity('3', 'ENTITYUK2', UK)]
    const found = match(vendor, many, { stored: 'ENTITYDE,ENTITYUK2' })
    expect(found).toMatchObject({ identity: 'ENTITYDE,ENTITYUK2', profiles: [{ profileId: '1' }, { profileId: '3' }] })
  })

  test("are never another account's", () => {
    const authorizations = [
      { accountId: brand<AccountId>('acc_2'), family: 'advertising', identity: 'ENTITYDE,ENTITYFR' },
      { accountId: brand<AccountId>('acc_2'), family: 'selling', identity: 'A1' },
      { accountId: vendor.id, family: 'advertising', identity: 'ENTITYUK' },
    ] as unknown as Authorization[]
    const taken = idsOfOthers(authorizations, vendor.id)
    expect([...taken]).toEqual(['ENTITYDE', 'ENTITYFR'])
    expect(match(vendor, [entity('1', 'ENTITYDE')], { taken })).toEqual({ identity: null, profiles: [] })
  })
})
