import { describe, expect, test } from 'vitest'
import { ads, DAY, HOUR, listings, MINUTE, orders, sales } from './datasets.ts'
import { openShop } from './shop.ts'

describe('missing days come back', () => {
  test('twelve missing days return with one report, and nothing else is asked', async () => {
    const dataset = orders({ settlingDays: 0, settlingAges: [] })
    const shop = openShop({ now: '2026-03-20T10:00:00Z', datasets: [dataset], wantedFrom: '2026-01-01', heldUntil: '2026-03-08' })
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.ordered('TYPE_orders')).toEqual(['2026-03-07..2026-03-19'])
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })

  test('a new account gets two years of everything', async () => {
    const all = [orders(), sales(), listings(), ads()]
    const shop = openShop({ now: '2026-03-20T10:00:00Z', datasets: all, wantedFrom: '2024-03-21' })
    shop.sync.start()
    await shop.clock.advance(2 * HOUR)
    for (const dataset of all.filter((one) => one.shape === 'event'))
      expect(shop.states(dataset)['missing-fetchable'], dataset.id).toBeUndefined()
    expect(shop.memory.taken.get('1/listings')).toBeDefined()
    expect([...shop.memory.runs.values()].every((run) => run.step === 'committed')).toBe(true)
    expect(shop.sync.progress()[0]).toMatchObject({ planned: [], running: [], readyAt: null })
  })

  test('nothing is asked twice while everything is fresh', async () => {
    const shop = openShop({ now: '2026-03-20T10:00:00Z', datasets: [orders(), sales(), listings()], wantedFrom: '2026-02-01' })
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    const before = shop.amazon.calls.length
    await shop.clock.advance(3 * HOUR)
    expect(shop.amazon.calls.length).toBe(before)
  })
})

describe('a month of ordinary days', () => {
  test('every day is asked for once it is published, and until it is settled', async () => {
    const dataset = orders()
    const shop = openShop({ now: '2026-03-01T10:00:00Z', datasets: [dataset], wantedFrom: '2026-02-20' })
    shop.sync.start()
    await shop.clock.advance(40 * DAY)
    const states = shop.states(dataset)
    expect(states['missing-fetchable']).toBeUndefined()
    expect(states['complete-settled']).toBeGreaterThanOrEqual(33)
    // One report a day for due and settling days together, beside the first and the catch-up of the changes.
    expect(shop.ordered('TYPE_orders').length).toBeLessThanOrEqual(44)
  })
})
