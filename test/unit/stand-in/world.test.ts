import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayBounds, nextDay } from '../../../src/stand-in/lib/days.ts'
import { adsDay } from '../../../src/stand-in/world/ads-days.ts'
import { demoWorld } from '../../../src/stand-in/world/demo-world.ts'
import { ordersOfDay } from '../../../src/stand-in/world/orders.ts'
import { ordersTruth } from '../../../src/stand-in/world/orders-truth.ts'
import { transactionsTruth } from '../../../src/stand-in/world/transactions.ts'
import { vendorDay } from '../../../src/stand-in/world/vendor-days.ts'
import { createWorld, type Channel } from '../../../src/stand-in/world/world.ts'

const DAY_MS = 86_400_000
const world = createWorld('springline', demoWorld())

function channel(account: string, country: string): Channel {
  const found = world.channelsOf(account).find((one) => one.marketplace.country === country)
  if (found === undefined) throw new Error(`no channel ${account} ${country}`)
  return found
}

const anyDay = fc.integer({ min: 0, max: 900 }).map((count) => nextDay('2024-03-01', count))

describe('the world', () => {
  test('has six accounts of ours with fourteen channels over three regions', () => {
    const ours = world.channels.filter((one) =>
      ['nordlys', 'acme-na', 'kestrel', 'halden', 'juniper-jp', 'acme-vendor'].includes(one.account.id),
    )
    expect(ours).toHaveLength(14)
    expect(new Set(ours.map((one) => one.marketplace.region))).toEqual(new Set(['na', 'eu', 'fe']))
  })

  test('is the same world for the same seed, whatever was looked at before, and another for another seed', () => {
    const again = createWorld('springline', demoWorld()).channelsOf('nordlys')[0]
    const other = createWorld('another', demoWorld()).channelsOf('nordlys')[0]
    const of = (one: Channel | undefined): unknown => (one === undefined ? [] : ordersOfDay(one, '2026-03-29').map((order) => order.id))
    expect(of(again)).toEqual(of(channel('nordlys', 'DE')))
    expect(of(other)).not.toEqual(of(again))
  })

  test('keeps every order inside its marketplace day, also when clocks change', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(['nordlys', 'DE'], ['acme-na', 'US'], ['juniper-jp', 'AU']),
        (day, [account = '', country = '']) => {
          const one = channel(account, country)
          const bounds = dayBounds(day, one.marketplace.zone)
          return ordersOfDay(one, day).every((order) => order.purchasedMs >= bounds.startMs && order.purchasedMs < bounds.endMs)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('changes an order day for two weeks and never after', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, laterDays) => {
        const one = channel('kestrel', 'US')
        const settledMs = dayBounds(day, one.marketplace.zone).endMs + 14 * DAY_MS
        expect(ordersTruth(one, day, settledMs + laterDays * DAY_MS)).toEqual(ordersTruth(one, day, settledMs))
      }),
      { numRuns: 40 },
    )
    const evening = dayBounds('2026-09-01', 'America/Los_Angeles').endMs
    expect(ordersTruth(channel('kestrel', 'US'), '2026-09-01', evening)).not.toEqual(
      ordersTruth(channel('kestrel', 'US'), '2026-09-01', evening + 14 * DAY_MS),
    )
  })

  test('shows nothing of a day that has not begun', () => {
    const one = channel('halden', 'UK')
    const before = dayBounds('2026-09-20', 'Europe/London').startMs - 1
    expect(ordersTruth(one, '2026-09-20', before)).toMatchObject({ rows: 0, orders: 0, moneyMinor: 0 })
    expect(adsDay(one, '2026-09-20', before)).toEqual([])
    expect(transactionsTruth(one, '2026-09-20', before)).toMatchObject({ rows: 0, moneyMinor: 0 })
  })

  test('settles transactions, vendor sales and advertising each in its time', () => {
    const day = '2026-05-04'
    const settledAfter = (days: number, look: (asOf: number) => unknown): void => {
      const asOf = Date.parse(`${day}T00:00:00Z`) + (days + 2) * DAY_MS
      expect(look(asOf + 200 * DAY_MS)).toEqual(look(asOf))
    }
    settledAfter(21, (asOf) => transactionsTruth(channel('nordlys', 'FR'), day, asOf))
    settledAfter(40, (asOf) => vendorDay(channel('acme-vendor', 'UK'), day, asOf))
    settledAfter(42, (asOf) => adsDay(channel('acme-na', 'US'), day, asOf))
  })

  test('lets advertising conversions grow and clicks shrink while the day is young', () => {
    const one = channel('acme-na', 'US')
    const endMs = dayBounds('2026-08-03', one.marketplace.zone).endMs
    const sum = (asOf: number, pick: (row: ReturnType<typeof adsDay>[number]) => number): number =>
      adsDay(one, '2026-08-03', asOf).reduce((all, row) => all + pick(row), 0)
    expect(sum(endMs + 3_600_000, (row) => row.clicks)).toBeGreaterThan(sum(endMs + 4 * DAY_MS, (row) => row.clicks))
    expect(sum(endMs + DAY_MS, (row) => row.salesMinor.d7)).toBeLessThan(sum(endMs + 43 * DAY_MS, (row) => row.salesMinor.d7))
    expect(sum(endMs + 20 * DAY_MS, (row) => row.salesMinor.d1)).toBeLessThanOrEqual(sum(endMs + 20 * DAY_MS, (row) => row.salesMinor.d7))
  })
})
