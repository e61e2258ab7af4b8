import { describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import { startOfEpochDay } from '../../../src/shared/lib/zone.ts'
import { addDays, interval, parseDay, type Day } from '../../../src/shared/domain/day.ts'
import { deriveCoverage, type HeldDay } from '../../../src/shared/domain/derive-coverage.ts'
import { freshTo } from '../../../src/shared/domain/freshness.ts'
import type { ChannelId, DatasetId } from '../../../src/shared/domain/ids.ts'
import type { DatasetTiming } from '../../../src/shared/domain/timing.ts'

const ZONE = 'Europe/Berlin'
const HOUR = 3_600_000
const at = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const timing: DatasetTiming = {
  longestSpanDays: 30,
  lookBackDays: 60,
  publishDelayMs: HOUR,
  settlingDays: 14,
  settlingAges: [1, 14],
  everyMs: null,
  staleAfterMs: 24 * HOUR,
}
const now = startOfEpochDay(at('2026-03-20'), ZONE) + 12 * HOUR
const held = (day: Day, change: Partial<HeldDay> = {}): HeldDay => ({
  receiptId: 1,
  day,
  rows: 3,
  moneyMinor: 100,
  currency: 'EUR',
  fetchedAt: now,
  intact: true,
  ...change,
})

function states(days: readonly HeldDay[], from: string, until: string, channel: { wantedFrom?: Day; connectedAt?: number } = {}) {
  return deriveCoverage({
    channel: {
      id: brand<ChannelId>(1),
      zone: ZONE,
      wantedFrom: channel.wantedFrom ?? at('2025-01-01'),
      ...(channel.connectedAt === undefined ? {} : { connectedAt: channel.connectedAt }),
    },
    dataset: { id: brand<DatasetId>('orders'), timing },
    interval: interval(at(from), at(until)),
    held: days,
    now,
  })
}

describe('what a day is', () => {
  test('yesterday is wanted once Amazon has published it, today is not due', () => {
    expect(states([], '2026-03-19', '2026-03-21').map((day) => day.state)).toEqual(['missing-fetchable', 'not-due'])
  })

  test('a day past the look-back is lost, the last day inside it is not', () => {
    expect(states([], '2026-01-18', '2026-01-20').map((day) => day.state)).toEqual(['missing-lost', 'missing-fetchable'])
  })

  test('what Amazon had forgotten when the account was connected is no loss', () => {
    const connectedAt = startOfEpochDay(at('2026-03-15'), ZONE)
    expect(states([], '2026-01-13', '2026-01-16', { connectedAt }).map((day) => day.state)).toEqual([
      'before-start',
      'missing-lost',
      'missing-lost',
    ])
  })

  test('days before the first wanted day are before the start', () => {
    expect(states([], '2026-03-17', '2026-03-18', { wantedFrom: at('2026-03-18') })[0]?.state).toBe('before-start')
  })

  test('a held day settles only when it is fetched after its last restatement, on both sides of a clock change', () => {
    const day = at('2026-03-01')
    const settled = startOfEpochDay(addDays(day, 15), ZONE)
    const state = (fetchedAt: number) => states([held(day, { fetchedAt })], '2026-03-01', '2026-03-02')[0]?.state
    expect([state(settled - 1), state(settled)]).toEqual(['complete-settling', 'complete-settled'])
  })

  test('no rows with a receipt is proven empty; a receipt that its rows do not bear out is partial', () => {
    const [empty, broken] = states(
      [held(at('2026-03-10'), { rows: 0 }), held(at('2026-03-11'), { intact: false })],
      '2026-03-10',
      '2026-03-12',
    )
    expect([empty?.state, broken?.state]).toEqual(['empty-proven', 'partial'])
  })
})

describe('fresh to', () => {
  const days = (...missing: string[]) => {
    const all = Array.from({ length: 50 }, (_, index) => addDays(at('2026-01-29'), index))
    return states(
      all.filter((day) => !missing.map(at).includes(day)).map((day) => held(day)),
      '2026-01-29',
      '2026-03-20',
    )
  }

  test('the newest complete day, when nothing near it is missing', () => {
    expect(freshTo(days())).toBe(at('2026-03-19'))
  })

  test('the day before a young hole', () => {
    expect(freshTo(days('2026-03-10'))).toBe(at('2026-03-09'))
  })

  test('an old hole is a backfill’s business', () => {
    expect(freshTo(days('2026-02-01'))).toBe(at('2026-03-19'))
  })

  test('nothing held, nothing fresh', () => {
    expect(freshTo(states([], '2026-03-01', '2026-03-10'))).toBeNull()
  })
})
