import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { datasets } from '../../../src/main/datasets/index.ts'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { addDays, formatDay, interval } from '../../../src/shared/domain/day.ts'
import type { ChannelId } from '../../../src/shared/domain/ids.ts'
import { adsReportRows } from '../../../src/stand-in/ads/ads-report-rows.ts'
import { ADS_TRUTHS } from '../../../src/stand-in/control/ads-truths.ts'
import type { AdsReportRow } from '../../../src/stand-in/state.ts'
import { demoWorld } from '../../../src/stand-in/world/demo-world.ts'
import { createWorld, type Channel as WorldChannel } from '../../../src/stand-in/world/world.ts'
import { day, openShop, orderFor, type Shop } from './shop.ts'

const world = createWorld('seed', demoWorld())
const range = interval(day('2026-10-20'), day('2026-10-28'))
const asOf = Date.UTC(2026, 10, 20)
const advertising = [...datasets.values()].filter((one) => one.family === 'advertising')
const channels = world.channels.filter((one) => one.ads !== undefined)

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

/** The document Amazon would hand out for exactly what the dataset asks for. */
function documentOf(dataset: Dataset, one: WorldChannel): Uint8Array {
  if (dataset.request.kind !== 'ads-report') throw new Error(`${dataset.id} asks otherwise`)
  const { reportTypeId, adProduct, groupBy, columns } = dataset.request
  const report: AdsReportRow = {
    id: 'r',
    accountId: one.account.id,
    clientId: 'c',
    name: '',
    region: one.account.region,
    profileId: one.ads?.profileId ?? 0,
    createdAt: asOf,
    startsAt: asOf,
    endsAt: asOf,
    startDate: formatDay(range.from),
    endDate: formatDay(addDays(range.until, -1)),
    columns,
    configuration: { reportTypeId, adProduct, groupBy, columns },
  }
  return new Uint8Array(gzipSync(JSON.stringify(adsReportRows({ world }, report))))
}

describe.each(advertising.map((one) => [String(one.id), one] as const))('%s', (name, dataset) => {
  test.each(channels.map((one, index) => [`${one.account.name} ${one.marketplace.country}`, one, index + 1] as const))(
    'of %s is, day by day, what is true',
    async (_name, one, number) => {
      const { country, currency } = one.marketplace
      const channel = { ...orderFor().channel, id: brand<ChannelId>(number), country, currency, zone: one.adsZone }
      const order = orderFor({ dataset: dataset.id, channel, interval: range, fetchedAt: asOf })
      expect(await shop.commit(order, documentOf(dataset, one))).toMatchObject({ ok: true, value: { foreignRows: 0 } })
      const held = await shop.reader.stores.ledger.receipts(channel.id, dataset.id, range, 'hash')
      const truth = held.map((receipt) => ADS_TRUTHS[name]?.(one, formatDay(receipt.day), asOf))
      expect(held.map(({ rows, moneyMinor, intact }) => ({ rows, moneyMinor: moneyMinor ?? 0, intact }))).toEqual(
        truth.map((one) => ({ rows: one?.['rows'], moneyMinor: one?.['moneyMinor'], intact: true })),
      )
      expect(held).toHaveLength(8)
      expect(held.reduce((sum, one) => sum + one.rows, 0)).toBeGreaterThan(0)
    },
  )
})
