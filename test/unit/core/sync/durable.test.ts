import { describe, expect, test } from 'vitest'
import { ads, DAY, HOUR, MINUTE, orders, sales } from './datasets.ts'
import { openShop, type ShopOrder } from './shop.ts'

const plain = () => orders({ settlingDays: 0, settlingAges: [] })
const late = (order: Partial<ShopOrder> = {}): ShopOrder => ({
  now: '2026-03-20T10:00:00Z',
  datasets: [plain()],
  wantedFrom: '2026-03-01',
  ...order,
})

describe('a restart', () => {
  test('in the middle of a waiting report goes on with the same report', async () => {
    const shop = openShop(late({ amazon: { reportMs: () => 10 * MINUTE } }))
    shop.sync.start()
    await shop.clock.advance(2 * MINUTE)
    expect(shop.amazon.count('createReport')).toBe(1)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(15 * MINUTE)
    expect(shop.amazon.count('createReport')).toBe(1)
    expect(shop.memory.commits).toHaveLength(1)
    expect(shop.states(plain())['missing-fetchable']).toBeUndefined()
  })

  test('when the answer never arrived finds the report at Amazon instead of ordering it again', async () => {
    const shop = openShop(late())
    shop.amazon.loseNextAnswer()
    shop.sync.start()
    await shop.clock.advance(1000)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(shop.amazon.count('createReport')).toBe(1)
    expect(shop.memory.commits.map((one) => one.order.amazonReportId)).toEqual(['R1'])
    expect(shop.states(plain())['missing-fetchable']).toBeUndefined()
  })

  test('does not adopt a report that asks for other days', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(1000)
    const [run] = shop.memory.runs.values()
    if (!run) throw new Error('no run')
    shop.crash()
    // The row says that Amazon was asked for other days, and the answer is not known.
    shop.memory.runs.set(run.id, { ...run, from: (run.from + 1) as typeof run.from, step: 'requested', amazonReportId: null })
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(shop.amazon.count('findReports')).toBe(1)
    expect(shop.memory.commits.every((one) => one.order.amazonReportId !== 'R1')).toBe(true)
    expect(shop.states(plain())['missing-fetchable']).toBeUndefined()
  })

  test('drops pages of a paged slice and asks for its days afresh', async () => {
    let pages = 0
    const dataset = sales()
    const shop = openShop(
      late({ datasets: [dataset], amazon: { page: () => ({ next: (pages += 1) < 5 ? `cursor-${pages}` : undefined }) } }),
    )
    shop.amazon.faults.next('readPage', { kind: 'throttled', tryAgainAt: Date.parse('2026-03-20T11:00:00Z') })
    shop.sync.start()
    await shop.clock.advance(1000)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.memory.commits).toHaveLength(1)
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })

  test('stopping takes less than two seconds and leaves the run where it can go on', async () => {
    const shop = openShop(late({ amazon: { reportMs: () => HOUR } }))
    shop.sync.start()
    await shop.clock.advance(MINUTE)
    let isStopped = false
    void shop.sync.stop().then(() => (isStopped = true))
    await shop.clock.advance(2000)
    expect(isStopped).toBe(true)
    expect([...shop.memory.runs.values()].map((run) => run.step)).toEqual(['waiting'])
    expect(shop.clock.pending()).toBe(0)
  })
})

describe('ads reports', () => {
  test('are ordered in the profile and resumed after a restart', async () => {
    const dataset = ads()
    const shop = openShop(late({ datasets: [dataset], wantedFrom: '2026-02-01' }))
    shop.sync.start()
    await shop.clock.advance(10_000)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(shop.ads.reports.map((one) => [one.order.profileId, one.order.start, one.order.end])).toEqual([
      ['profile-1', '2026-02-16', '2026-03-18'],
      ['profile-1', '2026-02-01', '2026-02-15'],
    ])
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })
})

describe('reports Amazon cannot make', () => {
  test('are tried three times, half an hour apart, then rest', async () => {
    const shop = openShop(late({ amazon: { reportEnd: (order) => (order.reportType === 'TYPE_orders' ? 'failed' : 'done') } }))
    shop.sync.start()
    await shop.clock.advance(4 * HOUR)
    expect(shop.amazon.reports.map((one) => Math.round((one.createdAt - Date.parse('2026-03-20T10:00:00Z')) / MINUTE))).toEqual([
      0,
      expect.closeTo(31, -0.7),
      expect.closeTo(62, -0.7),
    ])
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ outcome: 'failed', trouble: 'report-failed', tries: 3 })
  })

  test('days Amazon does not offer yet are no failure: asked again after six hours, and then taken', async () => {
    let end: 'failed-with-reason' | 'done' = 'failed-with-reason'
    const shop = openShop(late({ amazon: { reportEnd: () => end } }))
    shop.memory.reason = 'not-yet-available'
    shop.sync.start()
    await shop.clock.advance(5 * HOUR)
    expect(shop.amazon.count('createReport')).toBe(1)
    expect([...shop.memory.runs.values()].filter((run) => run.outcome === 'failed')).toEqual([])
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ trouble: 'not-due-yet' })
    end = 'done'
    await shop.clock.advance(3 * HOUR)
    expect(shop.amazon.count('createReport')).toBe(2)
    expect(shop.memory.commits.length).toBeGreaterThan(0)
  })

  test('a request that lacks an option is our own failure and is not tried again at once', async () => {
    const shop = openShop(late({ amazon: { reportEnd: () => 'failed-with-reason' } }))
    shop.memory.reason = 'option-missing'
    shop.sync.start()
    await shop.clock.advance(2 * HOUR)
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ outcome: 'failed', trouble: 'bad-request' })
    expect(shop.amazon.count('createReport')).toBe(1)
  })

  test('empty ones prove their days empty', async () => {
    const shop = openShop(late({ amazon: { reportEnd: () => 'empty' } }))
    shop.sync.start()
    await shop.clock.advance(10 * MINUTE)
    expect(shop.memory.commits.map((one) => one.url)).toEqual([null])
  })

  test('a document that cannot be read fails its own dataset only', async () => {
    const bad = plain()
    const fine = sales()
    const shop = openShop(late({ datasets: [bad, fine] }))
    shop.memory.refuse = (order) => (order.dataset === 'orders' ? { kind: 'bad-document', evidence: 'column' } : null)
    shop.sync.start()
    await shop.clock.advance(HOUR)
    expect(shop.states(fine)['missing-fetchable']).toBeUndefined()
    expect(shop.amazon.count('createReport')).toBe(1)
  })

  test('one poisonous day does not keep its neighbours away', async () => {
    const dataset = plain()
    const shop = openShop(late({ wantedFrom: '2026-01-01', heldUntil: '2026-02-25', datasets: [dataset] }))
    const poison = Date.parse('2026-03-10T12:00:00Z') / DAY
    shop.memory.refuse = ({ interval }) =>
      interval.from <= poison - 0.5 && interval.until > poison - 0.5 ? { kind: 'range-refused', evidence: '' } : null
    shop.memory.runs.set('r' as never, {
      ...(await firstRun()),
      outcome: 'complete',
      step: 'committed',
      endedAt: Date.parse('2026-03-19T00:00:00Z'),
    })
    shop.sync.start()
    await shop.clock.advance(5 * HOUR)
    expect(shop.states(dataset)['missing-fetchable']).toBe(1)
  })
})

async function firstRun() {
  const shop = openShop(late())
  shop.sync.start()
  await shop.clock.advance(10 * MINUTE)
  const [run] = shop.memory.runs.values()
  if (!run) throw new Error('no run')
  return run
}

test('a format that changed does not spend the tokens of two years on documents nobody can read', async () => {
  const dataset = plain()
  const shop = openShop(late({ datasets: [dataset], wantedFrom: '2024-04-01' }))
  shop.memory.refuse = () => ({ kind: 'bad-document', evidence: 'header' })
  shop.sync.start()
  await shop.clock.advance(20 * MINUTE)
  expect(shop.amazon.count('createReport')).toBeLessThanOrEqual(16)
  shop.memory.refuse = () => null
  await shop.clock.advance(30 * HOUR)
  expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
})
