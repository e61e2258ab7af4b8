import { describe, expect, test } from 'vitest'
import { addDays, daysIn, interval } from '../../../../src/shared/domain/day.ts'
import { planAccount } from '../../../../src/main/core/backfill/plan-account.ts'
import { finishTime } from '../../../../src/main/core/backfill/finish-time.ts'
import { ads, DAY, HOUR, listings, makeDataset, orders } from '../sync/datasets.ts'
import { day, text } from '../sync/shop.ts'
import { held, lineFor, NOW, snapshotOf, TODAY } from './lines.ts'

const plan = (...args: Parameters<typeof snapshotOf>) => planAccount(snapshotOf(...args))

describe('order', () => {
  test('what would be lost comes first, then the newest thirty days, then the earliest deadline', () => {
    const line = lineFor(ads(), { wantedFrom: addDays(TODAY, -100) })
    expect(plan([line]).map(text)).toEqual([
      '2025-12-15..2025-12-15',
      '2026-02-16..2026-03-18',
      '2025-12-16..2026-01-15',
      '2026-01-16..2026-02-15',
    ])
    expect(plan([line]).map((slice) => (slice.leavesOn ?? 0) - TODAY)).toEqual([0, 63, 1, 32])
  })

  test('two years: the piece that leaves tomorrow, recent days, then by deadline', () => {
    const slices = plan([lineFor(makeDataset('r'), { wantedFrom: addDays(TODAY, -730) })])
    expect(slices[0]?.from).toBe(TODAY - 730)
    expect(slices[1]?.until).toBe(TODAY)
    expect(slices.slice(2).map((one) => one.leavesOn)).toEqual(
      slices
        .slice(2)
        .map((one) => one.leavesOn)
        .toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    )
  })

  test('a hole comes before figures that may have moved', () => {
    const settling = lineFor(orders(), {
      wantedFrom: addDays(TODAY, -5),
      held: daysIn(interval(addDays(TODAY, -5), TODAY)).map((one) => held(one, (one + 1) * DAY)),
    })
    const missing = lineFor(makeDataset('z'), { wantedFrom: addDays(TODAY, -5) })
    expect(plan([settling, missing]).map((one) => [one.dataset, one.reason])).toEqual([
      ['z', 'gap'],
      ['orders', 'settling'],
    ])
  })

  test('the order does not depend on how the lines came in', () => {
    const lines = [ads(), orders(), listings(), makeDataset('r')].map((dataset) => lineFor(dataset, { wantedFrom: addDays(TODAY, -200) }))
    expect(plan(lines.toReversed())).toEqual(plan(lines))
  })
})

describe('settling', () => {
  const fetchedOn = (age: number) =>
    plan([
      lineFor(orders(), {
        wantedFrom: day('2026-03-10'),
        held: [held(day('2026-03-10'), NOW - age * DAY), ...daysIn(interval(day('2026-03-11'), TODAY)).map((one) => held(one, NOW))],
      }),
    ]).map((one) => `${one.reason} ${text(one)}`)

  test('a day is fetched again once an age was reached after it was last fetched', () => {
    expect(fetchedOn(1)).toEqual([])
    expect(fetchedOn(3)).toEqual(['settling 2026-03-10..2026-03-10'])
  })

  test('due and settling days share one report', () => {
    const days = daysIn(interval(day('2026-03-10'), day('2026-03-19'))).map((one) => held(one, NOW - DAY))
    expect(plan([lineFor(orders(), { wantedFrom: day('2026-03-10'), held: days })]).map((one) => `${one.reason} ${text(one)}`)).toEqual([
      'due 2026-03-12..2026-03-19',
    ])
  })

  test('a settled day is never asked for again', () => {
    const days = daysIn(interval(day('2026-01-01'), TODAY)).map((one) => held(one, (one + 16) * DAY))
    expect(plan([lineFor(orders(), { wantedFrom: day('2026-01-01'), held: days })])).toEqual([])
  })
})

describe('snapshots and changes', () => {
  test('a snapshot is taken when it is old, or when a person asks and it is half an hour old', () => {
    const at = (ms: number, requested = false) =>
      plan([lineFor(listings(), { wantedFrom: TODAY, line: { takenAt: NOW - ms } })], { requested }).map((one) => one.reason)
    expect([at(23 * HOUR), at(25 * HOUR), at(HOUR, true), at(60_000, true)]).toEqual([[], ['due'], ['requested'], []])
  })

  test('changes reach back two days before the last success, in pieces without a hole', () => {
    const days = daysIn(interval(day('2026-01-01'), TODAY)).map((one) => held(one, (one + 16) * DAY))
    const changes = plan([
      lineFor(orders(), { wantedFrom: day('2026-01-01'), held: days, line: { changesThrough: Date.parse('2026-02-10T12:00:00Z') } }),
    ])
    expect(changes.map((one) => `${one.request} ${text(one)}`).toSorted()).toEqual([
      'changes 2026-02-08..2026-02-18',
      'changes 2026-02-19..2026-03-20',
    ])
  })

  test('days past the look-back are not asked for', () => {
    const slices = plan([lineFor(ads(), { wantedFrom: addDays(TODAY, -300) })])
    expect(Math.min(...slices.map((one) => one.from))).toBe(TODAY - 95)
  })

  test('a refused dataset is looked at once a day with one slice', () => {
    const refused = (hours: number) =>
      plan([
        lineFor(makeDataset('r'), {
          wantedFrom: addDays(TODAY, -90),
          line: { access: { answer: 'refused', checkedAt: NOW - hours * HOUR, evidence: null } },
        }),
      ])
    expect(refused(23)).toEqual([])
    expect(refused(25).map(text)).toEqual(['2026-02-18..2026-03-19'])
  })
})

test('the finish follows from the slowest bucket', () => {
  const cost = { bucket: 'report', perSecond: 1 / 60, burst: 15, tailMs: 0 }
  expect(finishTime([], NOW)).toBeNull()
  expect(
    finishTime(
      Array.from({ length: 15 }, () => cost),
      NOW,
    ),
  ).toBe(NOW)
  expect(
    finishTime(
      Array.from({ length: 45 }, () => cost),
      NOW,
    ),
  ).toBe(NOW + 30 * 60_000)
  expect(finishTime([cost, { ...cost, bucket: 'metrics', tailMs: 5 }], NOW, new Map([['report', 0]]))).toBe(NOW + 60_000)
})
