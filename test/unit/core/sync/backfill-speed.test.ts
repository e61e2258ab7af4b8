import { describe, expect, test } from 'vitest'
import type { SellingCall } from '../../../twins/selling-api.ts'
import { HOUR, listings, makeDataset, MINUTE, orders, sales } from './datasets.ts'
import { openShop, type Shop } from './shop.ts'

const RATES: Readonly<Record<string, { readonly perMs: number; readonly burst: number }>> = {
  createReport: { perMs: 0.0167 / 1000, burst: 15 },
  resolveDocument: { perMs: 0.0167 / 1000, burst: 15 },
  lookAtReport: { perMs: 2 / 1000, burst: 15 },
}

/** Amazon's token buckets: an empty one answers when it holds the next token. Counts what it had to turn away. */
function withQuotas(shop: Shop): { turnedAway: number } {
  const levels = new Map<string, { tokens: number; at: number }>()
  const count = { turnedAway: 0 }
  shop.amazon.faults.standing((operation, call: SellingCall) => {
    const rate = RATES[operation]
    if (!rate) return null
    const known = levels.get(operation) ?? { tokens: rate.burst, at: call.at }
    const tokens = Math.min(rate.burst, known.tokens + (call.at - known.at) * rate.perMs)
    levels.set(operation, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: call.at })
    if (tokens >= 1) return null
    count.turnedAway += 1
    return { kind: 'throttled', tryAgainAt: call.at + (1 - tokens) / rate.perMs }
  })
  return count
}

const daily = () => makeDataset('traffic', { timing: { longestSpanDays: 1 } })

describe('a heavy channel: two years, one report a day', () => {
  let seed = 0
  const heavy = () =>
    openShop({
      now: '2026-03-20T10:00:00Z',
      datasets: [daily(), orders({ everyMs: null }), listings(), sales()],
      wantedFrom: '2025-09-20',
      seed: (seed += 1),
      amazon: { reportMs: (_order, call) => 30_000 + ((call.at * 7) % 270_000) },
    })

  test('takes hardly longer than the tokens allow', async () => {
    const shop = heavy()
    withQuotas(shop)
    shop.sync.start()
    await shop.clock.advance(MINUTE)
    await whileBusy(shop, 10 * HOUR)
    const requests = shop.amazon.reports.length
    const boundMs = (requests - 15) / (0.0167 / 1000) + 30_000
    const last = Math.max(...shop.memory.commits.map((one) => one.at))
    expect((last - Date.parse('2026-03-20T10:00:00Z')) / boundMs).toBeLessThan(1.04)
    expect(shop.states(daily())['missing-fetchable']).toBeUndefined()
  })

  test('has the newest thirty days within twenty-five minutes', async () => {
    const shop = heavy()
    withQuotas(shop)
    shop.sync.start()
    await shop.clock.advance(25 * MINUTE)
    const recent = shop.coverage(daily()).slice(-30)
    expect(recent.filter((one) => one.state === 'missing-fetchable')).toEqual([])
  })

  test('announces an end that comes true within a few minutes', async () => {
    const shop = heavy()
    withQuotas(shop)
    shop.sync.start()
    await shop.clock.advance(MINUTE)
    const announced = shop.sync.progress()[0]?.readyAt ?? 0
    await whileBusy(shop, 10 * HOUR)
    const last = Math.max(...shop.memory.commits.map((one) => one.at))
    expect(Math.abs(last - announced)).toBeLessThan(10 * MINUTE)
  })
})

test('one cycle by the command line runs to the end and says what it did', async () => {
  const shop = openShop({ now: '2026-03-20T10:00:00Z', datasets: [orders(), sales(), listings()], wantedFrom: '2026-01-01', accounts: 2 })
  const seen: number[] = []
  const done = shop.sync.runOnce({ accountId: null, signal: new AbortController().signal, onProgress: (finished) => seen.push(finished) })
  await shop.clock.advance(30 * MINUTE)
  const report = await done
  expect(report).toMatchObject({ outcome: 'complete', waitingFor: [] })
  expect(report.runs.length).toBe(2 * (3 + 1 + 1))
  expect(seen.at(-1)).toBeGreaterThan(5)
})

test('a cycle by the command line stops on its signal and leaves runs that go on next time', async () => {
  const shop = openShop({ now: '2026-03-20T10:00:00Z', datasets: [orders()], wantedFrom: '2026-03-01', amazon: { reportMs: () => HOUR } })
  const stop = new AbortController()
  const done = shop.sync.runOnce({ accountId: null, signal: stop.signal, onProgress: () => undefined })
  await shop.clock.advance(MINUTE)
  stop.abort()
  await shop.clock.advance(1000)
  expect((await done).outcome).toBe('stopped')
  expect([...shop.memory.runs.values()].map((run) => run.step)).toEqual(['waiting'])
  shop.crash()
  const again = shop.sync.runOnce({ accountId: null, signal: new AbortController().signal, onProgress: () => undefined })
  await shop.clock.advance(2 * HOUR)
  expect((await again).outcome).toBe('complete')
  expect(shop.amazon.count('createReport')).toBe(1)
})

async function whileBusy(shop: Shop, mostMs: number): Promise<void> {
  for (let spent = 0; spent < mostMs; spent += 10 * MINUTE) {
    await shop.clock.advance(10 * MINUTE)
    const [progress] = shop.sync.progress()
    if (progress?.planned.length === 0 && progress.running.length === 0) return
  }
}
