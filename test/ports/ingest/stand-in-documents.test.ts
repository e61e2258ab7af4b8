import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { Channel } from '../../../src/shared/domain/account.ts'
import { addDays, daysIn, formatDay, interval } from '../../../src/shared/domain/day.ts'
import type { ChannelId, DatasetId } from '../../../src/shared/domain/ids.ts'
import type { MarketplaceId } from '../../../src/shared/domain/marketplace.ts'
import { startOfEpochDay } from '../../../src/shared/lib/zone.ts'
import type { Core } from '../../../src/stand-in/core.ts'
import { renderDocument } from '../../../src/stand-in/documents/render.ts'
import { isPacked } from '../../../src/stand-in/documents/document-url.ts'
import { createFaultBoard } from '../../../src/stand-in/faults/fault-board.ts'
import { LISTINGS, ORDERS_BY_DATE, VENDOR_SALES } from '../../../src/stand-in/selling/report-types.ts'
import { describeTransaction } from '../../../src/stand-in/selling/transaction-view.ts'
import { freshState, type ReportRow } from '../../../src/stand-in/state.ts'
import { demoWorld } from '../../../src/stand-in/world/demo-world.ts'
import { listingsAt } from '../../../src/stand-in/world/listings.ts'
import { ordersTruth } from '../../../src/stand-in/world/orders-truth.ts'
import { transactionsBetween, transactionsTruth } from '../../../src/stand-in/world/transactions.ts'
import { vendorDay } from '../../../src/stand-in/world/vendor-days.ts'
import { createWorld, type Channel as WorldChannel } from '../../../src/stand-in/world/world.ts'
import { day, openShop, orderFor, type Shop } from './shop.ts'

const world = createWorld('seed', demoWorld())
const core = {
  world,
  faults: createFaultBoard(
    freshState(0, 0),
    () => 0,
    () => undefined,
  ),
} as unknown as Core
const range = interval(day('2026-10-20'), day('2026-10-28'))
const id = (name: string) => brand<DatasetId>(name)
const asOf = Date.UTC(2026, 10, 20)
const cases = world.channels.map((one, index) => [`${one.account.name} ${one.marketplace.country}`, one, index + 1] as const)
const sellers = cases.filter(([, one]) => one.account.kind === 'seller')
const vendors = cases.filter(([, one]) => one.account.kind === 'vendor')

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

function channelOf(one: WorldChannel, number: number): Channel {
  const { id: marketplaceId, country, currency, zone } = one.marketplace
  return {
    ...orderFor().channel,
    id: brand<ChannelId>(number),
    marketplaceId: brand<MarketplaceId>(marketplaceId),
    country,
    currency,
    zone,
  }
}

/** Commits the document of a finished report as the store would hand it out. */
function commitReport(
  one: WorldChannel,
  channel: Channel,
  { type, dataset, options = {} }: { type: string; dataset: string; options?: Record<string, string> },
) {
  const [startMs, endMs] = [startOfEpochDay(range.from, channel.zone), startOfEpochDay(range.until, channel.zone)]
  const row: ReportRow = {
    id: `${channel.id}`,
    accountId: one.account.id,
    clientId: 'c',
    region: one.marketplace.region,
    type,
    marketplaceIds: [one.marketplace.id],
    startMs,
    endMs,
    startDay: formatDay(range.from),
    endDay: formatDay(addDays(range.until, -1)),
    options,
    createdAt: asOf,
    startsAt: asOf,
    endsAt: asOf,
    cancelled: false,
    outcome: { kind: 'done' },
  }
  const { bytes, contentType } = renderDocument(core, row)
  return shop.commit(orderFor({ dataset: id(dataset), channel, interval: range, fetchedAt: asOf }), bytes, {
    gzip: isPacked(row),
    contentType,
  })
}

describe("the local Amazon's own truth is what is read back", () => {
  test.each(sellers)('orders of %s', async (_name, one, number) => {
    const channel = channelOf(one, number)
    expect(await commitReport(one, channel, { type: ORDERS_BY_DATE, dataset: 'orders' })).toMatchObject({ ok: true })
    const truth = daysIn(range)
      .map((date) => ({ date, is: ordersTruth(one, formatDay(date), asOf) }))
      .filter(({ is }) => is.rows > 0)
    expect(await shop.reader.stores.reports.sales(channel.id, range)).toEqual(
      truth.map(({ date, is }) => ({
        day: date,
        orders: is.orders,
        units: is.units,
        orderedMinor: is.moneyMinor,
        unknownPrices: is.unknownPrices,
      })),
    )
  })

  test.each(sellers)('listings of %s', async (_name, one, number) => {
    const channel = channelOf(one, number)
    expect(await commitReport(one, channel, { type: LISTINGS, dataset: 'listings' })).toMatchObject({ ok: true })
    const read = await shop.reader.stores.reports.products(channel.id)
    const truth = listingsAt(one, asOf)
    expect(new Set(read.map((row) => [row.sku, row.asin, row.title, row.priceMinor].join('|')))).toEqual(
      new Set(truth.map(({ product, priceMinor }) => [product.sku, product.asin, product.title, priceMinor].join('|'))),
    )
    expect(read).toHaveLength(truth.length)
    expect(read.every((row) => row.openedOn !== null && row.status !== '')).toBe(true)
  })

  test.each(sellers)('transactions of %s', async (_name, one, number) => {
    const channel = channelOf(one, number)
    const order = orderFor({ dataset: id('transactions'), channel, interval: range, fetchedAt: asOf })
    const found = transactionsBetween(one, startOfEpochDay(range.from, channel.zone), startOfEpochDay(range.until, channel.zone)).filter(
      ({ visibleMs }) => visibleMs <= asOf,
    )
    await shop.ingest.addPage(
      order,
      new TextEncoder().encode(JSON.stringify({ payload: { transactions: found.map((each) => describeTransaction(one, each, asOf)) } })),
    )
    expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true, value: { rows: found.length, foreignRows: 0 } })
    const facts = await shop.reader.stores.ledger.receipts(channel.id, id('transactions'), range, 'hash')
    expect(facts.map((fact) => [fact.rows, fact.moneyMinor])).toEqual(
      daysIn(range)
        .map((date) => transactionsTruth(one, formatDay(date), asOf))
        .map((is) => [is.rows, is.moneyMinor]),
    )
    const profit = await shop.reader.stores.reports.profit(channel.id, range)
    expect(profit.reduce((sum, row) => sum + row.amountMinor, 0)).toBe(facts.reduce((sum, fact) => sum + (fact.moneyMinor ?? 0), 0))
  })

  test.each(vendors)('vendor sales of %s', async (_name, one, number) => {
    const channel = channelOf(one, number)
    const options = { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' }
    expect(await commitReport(one, channel, { type: VENDOR_SALES, dataset: 'vendor-sales', options })).toMatchObject({ ok: true })
    const truth = daysIn(range).flatMap((date) => vendorDay(one, formatDay(date), asOf))
    const read = await shop.reader.stores.reports.vendor(channel.id, range)
    expect([read.length, read.reduce((sum, row) => sum + row.shippedMinor, 0)]).toEqual([
      truth.length,
      truth.reduce((sum, row) => sum + row.shippedRevenueMinor, 0),
    ])
  })
})
