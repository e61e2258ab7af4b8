import { expect, test } from 'vitest'
import { createCoverageBook } from '../../../../src/main/core/channels/coverage-book.ts'
import { dataset as orders } from '../../../../src/main/datasets/orders.dataset.ts'
import { formatDay } from '../../../../src/shared/domain/day.ts'
import { openShop } from '../sync/shop.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test('days fall due, grow old and leave by the clock alone, and are drawn up again only then', async () => {
  const shop = openShop({ now: '2026-03-20T10:17:00Z', datasets: [orders], wantedFrom: '2025-01-01', heldUntil: '2026-03-15' })
  const [channel] = shop.memory.channels
  if (channel === undefined) throw new Error('no channel')
  const ledger = shop.memory.stores.ledger
  const book = createCoverageBook(ledger, shop.clock)
  const seen = new Set<readonly unknown[]>()
  const edges = new Set<string>()

  for (let minute = 0; minute < 3 * 24 * 60; minute += 7) {
    // Less than ten minutes pass between two looks, so what is held is read rarely and drawn often.
    const days = await book.wanted(channel, orders)
    seen.add(days)
    const due = days.findLast((one) => one.state !== 'not-due')
    edges.add(due ? formatDay(due.day) : '')
    expect(days).toEqual(await createCoverageBook(ledger, shop.clock).wanted(channel, orders))
    await shop.clock.advance(7 * MINUTE)
  }

  expect(edges.size).toBe(4)
  // Once every ten minutes what is held is read anew, and six times in these days the clock alone moves a day.
  expect(seen.size).toBeLessThan((3 * 24 * HOUR) / (10 * MINUTE) + 8)
})
