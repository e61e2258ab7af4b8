import { afterEach, describe, expect, test } from 'vitest'
import type { AdsApi, AdsReportOrder } from '../../../src/main/core/ports/ads-api.ts'
import type { Caller } from '../../../src/main/core/ports/selling-api.ts'
import { valueOf } from '../value-of.ts'

export interface OpenAds {
  readonly api: AdsApi
  readonly caller: Caller
  /** Lets Amazon's time pass. */
  readonly pass: (ms: number) => Promise<void>
  close(): Promise<void>
}

export const orderFor = (profileId: string): AdsReportOrder => ({
  profileId,
  name: 'campaigns by day',
  reportTypeId: 'spCampaigns',
  adProduct: 'SPONSORED_PRODUCTS',
  groupBy: ['campaign'],
  columns: ['date', 'campaignId', 'impressions', 'clicks', 'cost'],
  start: '2026-08-20',
  end: '2026-09-10',
})

const HOUR_MS = 3_600_000

/** What core may expect of the advertising API: of the twin, of the adapter, whoever answers it. One German seller's profile. */
export function adsSuite(name: string, open: () => Promise<OpenAds>): void {
  describe(name, () => {
    let opened: OpenAds | null = null
    afterEach(async () => opened?.close())
    const begin = async () => {
      opened = await open()
      const [profile] = valueOf(await opened.api.profiles(opened.caller))
      return { ...opened, profileId: profile?.profileId ?? '', profile }
    }

    test('profiles tell account, marketplace, money and zone', async () => {
      const { profile } = await begin()
      expect(profile).toMatchObject({
        country: 'DE',
        currency: 'EUR',
        marketplaceId: 'A1PA6795UKMFR9',
        accountId: 'A1SOLOHOME0001',
        kind: 'seller',
      })
      expect(profile?.profileId).toMatch(/^\d+$/)
      expect(profile?.zone).toMatch(/^Europe\//)
    })

    test('a report is ordered, waited for and ready under an address', async () => {
      const { api, caller, pass, profileId } = await begin()
      const { reportId } = valueOf(await api.createReport(caller, orderFor(profileId)))
      expect(valueOf(await api.lookAtReport(caller, profileId, reportId))).toEqual({ kind: 'waiting' })
      await pass(6 * HOUR_MS)
      expect(valueOf(await api.lookAtReport(caller, profileId, reportId))).toMatchObject({
        kind: 'done',
        url: expect.stringMatching(/^http/),
      })
    })

    test('the same order while it runs is the same report; afterwards it is a new one', async () => {
      const { api, caller, pass, profileId } = await begin()
      const first = valueOf(await api.createReport(caller, orderFor(profileId)))
      expect(valueOf(await api.createReport(caller, { ...orderFor(profileId), name: 'again' }))).toEqual(first)
      await pass(6 * HOUR_MS)
      expect(valueOf(await api.createReport(caller, orderFor(profileId)))).not.toEqual(first)
    })

    test('a report nobody ordered is not there', async () => {
      const { api, caller, profileId } = await begin()
      expect(await api.lookAtReport(caller, profileId, '00000000-0000-0000-0000-000000000000')).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      })
    })

    test('who was told to stop does not ask', async () => {
      const { api, caller } = await begin()
      expect(await api.profiles({ ...caller, signal: AbortSignal.abort() })).toMatchObject({ ok: false, error: { kind: 'offline' } })
    })
  })
}
