import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAdsApi } from '../../../src/main/adapters/ads-api/create-ads-api.ts'
import type { AdsReportOrder } from '../../../src/main/core/ports/ads-api.ts'
import type { Caller } from '../../../src/main/core/ports/selling-api.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { datasets } from '../../../src/main/datasets/index.ts'
import { addDays, formatDay, parseDay } from '../../../src/shared/domain/day.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { Day } from '../../../src/shared/domain/day.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { createTestClock } from '../../twins/clock.ts'
import { createSilentLog } from '../../twins/log.ts'
import { askLogin, openAmazon } from '../../unit/stand-in/amazon.ts'
import { valueOf } from '../value-of.ts'

const advertising = [...datasets.values()].filter((one) => one.family === 'advertising')
const names = advertising.map((one) => [String(one.id), one] as const)

let amazon: StandIn
let api: ReturnType<typeof createAdsApi>
let caller: Caller
let profileId: string

beforeEach(async () => {
  amazon = await openAmazon()
  const given = amazon.control.privateGrant({ account: 'acme-na', family: 'advertising' })
  const { body } = await askLogin(amazon.endpoints.ads.na.token, {
    grant_type: 'refresh_token',
    refresh_token: given.refreshToken,
    client_id: given.clientId,
    client_secret: given.clientSecret,
  })
  const access = { access: new Secret(String(body['access_token'])), clientId: given.clientId, endsAt: amazon.clock.now() + 3_600_000 }
  caller = { access, region: 'na', bucketKey: 'acc_1' }
  profileId = String(amazon.control.world().accounts.find((one) => one.id === 'acme-na')?.adsProfiles[0]?.profileId)
  const clock = createTestClock(amazon.clock.now())
  api = createAdsApi({ endpoints: amazon.endpoints.ads, fetch, clock, userAgent: 'Springline/0.1', log: createSilentLog() })
})
afterEach(() => amazon.stop())

/** The oldest span Amazon still gives out, as long as one request may be. */
function orderOf(dataset: Dataset, daysBack: number, extra: readonly string[] = []): AdsReportOrder {
  if (dataset.request.kind !== 'ads-report') throw new Error(`${dataset.id} asks otherwise`)
  const { reportTypeId, adProduct, groupBy, columns } = dataset.request
  const today = parseDay(new Date(amazon.clock.now() - 12 * 3_600_000).toISOString().slice(0, 10)) ?? brand<Day>(0)
  const from = addDays(today, -daysBack)
  return {
    profileId,
    name: 'by day',
    reportTypeId,
    adProduct,
    groupBy,
    columns: [...columns, ...extra],
    start: formatDay(from),
    end: formatDay(addDays(from, dataset.timing.longestSpanDays - 1)),
  }
}

describe.each(names)('%s', (_name, dataset) => {
  const kept = dataset.timing.lookBackDays ?? 0

  test('is taken as it is asked for, for the oldest days Amazon keeps, and no older ones', async () => {
    expect(await api.createReport(caller, orderOf(dataset, kept))).toMatchObject({ ok: true })
    expect(await api.createReport(caller, orderOf(dataset, kept + 2))).toMatchObject({ ok: false, error: { kind: 'bad-request' } })
  })

  test('with one bad column is refused whole, and the evidence names it', async () => {
    const refused = await api.createReport(caller, orderOf(dataset, kept, ['wishes']))
    expect(refused).toMatchObject({ ok: false, error: { kind: 'bad-request', evidence: expect.stringContaining('columns: wishes') } })
  })

  test('asked for again while it runs is the report that runs', async () => {
    const first = valueOf(await api.createReport(caller, orderOf(dataset, 40)))
    const again = valueOf(await api.createReport(caller, { ...orderOf(dataset, 40), name: 'after a crash' }))
    expect(again.reportId).toBe(first.reportId)
  })

  test('is forgotten by Amazon before nothing that may still move', () => {
    expect(kept).toBeGreaterThan(dataset.timing.settlingDays)
  })
})
