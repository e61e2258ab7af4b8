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
import { VENDOR_TRUTHS } from '../../../src/stand-in/control/vendor-truths.ts'
import { describePurchaseOrder } from '../../../src/stand-in/selling/purchase-orders.ts'
import {
  LISTINGS,
  ORDERS_BY_DATE,
  VENDOR_FORECAST,
  VENDOR_INVENTORY,
  VENDOR_MARGIN,
  VENDOR_SALES,
  VENDOR_TRAFFIC,
} from '../../../src/stand-in/selling/report-types.ts'
import { describeTransaction } from '../../../src/stand-in/selling/transaction-view.ts'
import { freshState, type ReportRow } from '../../../src/stand-in/state.ts'
import { demoWorld } from '../../../src/stand-in/world/demo-world.ts'
import { listingsAt } from '../../../src/stand-in/world/listings.ts'
import { ordersTruth } from '../../../src/stand-in/world/orders-truth.ts'
import { transactionsBetween, transactionsTruth } from '../../../src/stand-in/world/transactions.ts'
import { purchaseOrdersBetween, purchaseOrderState } from '../../../src/stand-in/world/purchase-orders.ts'
import { vendorForecasts, vendorMargins, vendorStock, vendorViews } from '../../../src/stand-in/world/vendor-analytics.ts'
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

const RETAIL = { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' }
const VENDOR_KINDS = [
  ['vendor-sales', VENDOR_SALES, RETAIL],
  ['vendor-sales-sourcing', VENDOR_SALES, { ...RETAIL, distributorView: 'SOURCING' }],
  ['vendor-inventory', VENDOR_INVENTORY, RETAIL],
  ['vendor-traffic', VENDOR_TRAFFIC, { reportPeriod: 'DAY' }],
  ['vendor-net-ppm', VENDOR_MARGIN, { reportPeriod: 'DAY' }],
  ['vendor-forecasting', VENDOR_FORECAST, { sellingProgram: 'RETAIL' }],
] as const

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
  { type, dataset, options = {} }: { type: string; dataset: string; options?: Readonly<Record<string, string>> },
  days = range,
) {
  const [startMs, endMs] = [startOfEpochDay(days.from, channel.zone), startOfEpochDay(days.until, channel.zone)]
  const row: ReportRow = {
    id: `${channel.id}`,
    accountId: one.account.id,
    clientId: 'c',
    region: one.marketplace.region,
    type,
    marketplaceIds: [one.marketplace.id],
    startMs,
    endMs,
    startDay: formatDay(days.from),
    endDay: formatDay(addDays(days.until, -1)),
    options,
    createdAt: asOf,
    startsAt: asOf,
    endsAt: asOf,
    cancelled: false,
    outcome: { kind: 'done' },
  }
  const { bytes, contentType } = renderDocument(core, row)
  return shop.commit(orderFor({ dataset: id(dataset), channel, interval: days, fetchedAt: asOf }), bytes, {
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

  test.each(vendors.flatMap(([name, one, number]) => VENDOR_KINDS.map((kind) => [kind[0], name, one, number, kind] as const)))(
    '%s of %s',
    async (dataset, _name, one, number, [, type, options]) => {
      const channel = channelOf(one, number)
      expect(await commitReport(one, channel, { type, dataset, options })).toMatchObject({ ok: true })
      const facts = await shop.reader.stores.ledger.receipts(channel.id, id(dataset), range, 'hash')
      const truth = daysIn(range).map((date) => VENDOR_TRUTHS[dataset]?.(one, formatDay(date), asOf) ?? { rows: -1 })
      // Of forecasts the report gives the newest generation alone, and that is later than these days.
      expect(facts.map((fact) => fact.rows)).toEqual(truth.map((is) => (dataset === 'vendor-forecasting' ? 0 : is.rows)))
      expect(facts.every((fact) => fact.intact)).toBe(true)
      if ('moneyMinor' in (truth[0] ?? {})) expect(facts.map((fact) => fact.moneyMinor)).toEqual(truth.map((is) => Object(is).moneyMinor))
    },
  )

  test.each(vendors)('what the vendor report reads of %s, figure by figure', async (_name, one, number) => {
    const channel = channelOf(one, number)
    for (const [dataset, type, options] of VENDOR_KINDS.slice(0, 5)) {
      expect(await commitReport(one, channel, { type, dataset, options })).toMatchObject({ ok: true })
    }
    const { reports } = shop.reader.stores
    const dates = daysIn(range).map(formatDay)
    const bySight = (rows: readonly { readonly asin: string }[]) => rows.map((row) => JSON.stringify(row)).sort()
    const told = <Row extends { readonly day: string }>(rows: readonly Row[]) => rows.map((row) => ({ ...row, day: day(row.day) }))

    expect(bySight(await reports.vendorSourcing(channel.id, range))).toEqual(
      bySight(
        told(dates.flatMap((date) => vendorDay(one, date, asOf, 'SOURCING'))).map((row) => ({
          day: row.day,
          asin: row.asin,
          shippedUnits: row.shippedUnits,
          shippedMinor: row.shippedRevenueMinor,
          shippedCogsMinor: row.shippedCogsMinor,
          returns: row.customerReturns,
        })),
      ),
    )
    expect(bySight(await reports.vendorStock(channel.id, range))).toEqual(
      bySight(
        told(dates.flatMap((date) => vendorStock(one, date, asOf))).map((row) => ({
          day: row.day,
          asin: row.asin,
          sellableUnits: row.sellableUnits,
          sellableMinor: row.sellableMinor,
          unsellableUnits: row.unsellableUnits,
          agedUnits: row.agedUnits,
          agedMinor: row.agedMinor,
          unhealthyUnits: row.unhealthyUnits,
          unfilledUnits: row.unfilledUnits,
          openOrderUnits: row.openOrderUnits,
          receivedUnits: row.receivedUnits,
        })),
      ),
    )
    expect(bySight(await reports.vendorTraffic(channel.id, range))).toEqual(
      bySight(told(dates.flatMap((date) => vendorViews(one, date, asOf)))),
    )
    expect(bySight(await reports.vendorMargins(channel.id, range))).toEqual(
      bySight(
        told(dates.flatMap((date) => vendorMargins(one, date, asOf))).map((row) => ({
          day: row.day,
          asin: row.asin,
          marginMillionths: Math.round(row.margin * 1_000_000),
        })),
      ),
    )
  })

  test('a generation of forecasts stands on the day it was made', async () => {
    const [, one, number] = vendors[0] ?? fail()
    const channel = channelOf(one, number)
    const report = { type: VENDOR_FORECAST, dataset: 'vendor-forecasting', options: { sellingProgram: 'RETAIL' } }
    const week = interval(day('2026-11-15'), day('2026-11-20'))
    expect(await commitReport(one, channel, report, week)).toMatchObject({ ok: true })
    const facts = await shop.reader.stores.ledger.receipts(channel.id, id('vendor-forecasting'), week, 'hash')
    expect(facts.map((fact) => fact.rows)).toEqual([vendorForecasts(one, '2026-11-15').length, 0, 0, 0, 0])
    expect(facts[0]?.rows).toBeGreaterThan(50)
    const thousandths = (units: number) => Math.round(units * 1000)
    const truth = vendorForecasts(one, '2026-11-15').map((row) => ({
      asin: row.asin,
      startsOn: day(row.from),
      endsOn: day(row.to),
      meanThousandths: thousandths(row.mean),
      p70Thousandths: thousandths(row.p70),
      p80Thousandths: thousandths(row.p80),
      p90Thousandths: thousandths(row.p90),
    }))
    const { reports } = shop.reader.stores
    const byWeek = truth.toSorted((a, b) => a.startsOn - b.startsOn || (a.asin < b.asin ? -1 : 1))
    expect(await reports.vendorForecast(channel.id, day('2026-11-15'))).toEqual(byWeek)
    expect(await reports.vendorForecast(channel.id, day('2026-11-16'))).toEqual([])
  })

  test.each(vendors)('purchase orders of %s, and none of its other currencies', async (_name, one, number) => {
    const channel = channelOf(one, number)
    const order = orderFor({ dataset: id('vendor-purchase-orders'), channel, interval: range, fetchedAt: asOf })
    const span = { startMs: startOfEpochDay(range.from, channel.zone), endMs: startOfEpochDay(range.until, channel.zone) }
    const found = world.channelsOf(one.account.id).flatMap((each) => purchaseOrdersBetween(each, span, asOf, 'created'))
    const page = { payload: { orders: found.map((each) => describePurchaseOrder(each, asOf, true)) } }
    await shop.ingest.addPage(order, new TextEncoder().encode(JSON.stringify(page)))
    expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true })
    const facts = await shop.reader.stores.ledger.receipts(channel.id, id('vendor-purchase-orders'), range, 'hash')
    const truth = daysIn(range).map((date) => VENDOR_TRUTHS['vendor-purchase-orders']?.(one, formatDay(date), asOf))
    expect(facts.map((fact) => [fact.rows, fact.moneyMinor])).toEqual(truth.map((is) => [is?.['rows'], is?.['moneyMinor']]))
    expect(truth.some((is) => Number(is?.['rows']) > 0)).toBe(true)
    const own = found.filter((each) => each.channel === one)
    const lines = await shop.reader.stores.reports.purchaseOrderLines(channel.id, range)
    expect(new Set(lines.map((line) => [line.number, line.asin, line.units, line.costMinor].join()))).toEqual(
      new Set(
        own.flatMap(({ number: name, items }) =>
          items.map(({ product, cases, unitSize, costMinor }) =>
            [name, product.asin, cases * unitSize, cases * unitSize * costMinor].join(),
          ),
        ),
      ),
    )
    expect(lines).toHaveLength(own.flatMap(({ items }) => items).length)
    expect(new Map(lines.map((line) => [line.number, [line.orderedAt, line.state]]))).toEqual(
      new Map(own.map((each) => [each.number, [each.createdMs, purchaseOrderState(each, asOf)]])),
    )
  })

  test('the eleventh article of a purchase order stands after the second', async () => {
    const [, one, number] = vendors[0] ?? fail()
    const channel = channelOf(one, number)
    const order = orderFor({ dataset: id('vendor-purchase-orders'), channel, interval: range, fetchedAt: asOf })
    const span = { startMs: startOfEpochDay(range.from, channel.zone), endMs: startOfEpochDay(range.until, channel.zone) }
    const told = describePurchaseOrder(purchaseOrdersBetween(one, span, asOf, 'created')[0] ?? fail(), asOf, true)
    const page = structuredClone({ payload: { orders: [told] } }) as unknown as {
      payload: { orders: { orderDetails: { items: { itemSequenceNumber: string }[] } }[] }
    }
    const details = page.payload.orders[0]?.orderDetails ?? fail()
    const [item] = details.items
    details.items = Array.from({ length: 11 }, (_, at) => ({ ...(item ?? fail()), itemSequenceNumber: String(at + 1) }))
    await shop.ingest.addPage(order, new TextEncoder().encode(JSON.stringify(page)))
    expect(await shop.ingest.commitPages(order)).toMatchObject({ ok: true })
    const lines = await shop.reader.stores.reports.purchaseOrderLines(channel.id, range)
    expect(lines.map((line) => line.line)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'])
  })
})

function fail(): never {
  throw new Error('no vendor in this world')
}
