import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../src/shared/lib/result.ts'
import { HOUR, makeDataset, MINUTE, report } from './datasets.ts'
import { openShop, type ShopOrder } from './shop.ts'

const traffic = () =>
  makeDataset('traffic', {
    request: { kind: 'data-kiosk', query: ({ interval }) => `query{from:${interval.from},until:${interval.until}}` },
    fallback: { request: report('TYPE_fallback'), document: { kind: 'json', read: () => [] } },
  })
const late = (order: Partial<ShopOrder> = {}): ShopOrder => ({
  now: '2026-03-20T10:00:00Z',
  datasets: [traffic()],
  wantedFrom: '2026-03-01',
  ...order,
})

describe('a dataset of Data Kiosk', () => {
  test('is brought by one query, and the report is left alone', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(1)
    expect(shop.amazon.count('createReport')).toBe(0)
    expect(shop.memory.commits.map((one) => [one.order.amazonReportId, one.order.way])).toEqual([['Q1', 'own']])
    expect(shop.states(traffic())['missing-fetchable']).toBeUndefined()
  })

  test('whose answer was lost is found again by its text, not ordered twice', async () => {
    const shop = openShop(late())
    shop.amazon.loseNextAnswer()
    shop.sync.start()
    await shop.clock.advance(1000)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(1)
    expect(shop.memory.commits.map((one) => one.order.amazonReportId)).toEqual(['Q1'])
  })

  test('that stands at Amazon with another text is not adopted', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(1000)
    const [run] = shop.memory.runs.values()
    if (!run) throw new Error('no run')
    shop.crash()
    shop.memory.runs.set(run.id, { ...run, from: (run.from + 1) as typeof run.from, step: 'requested', amazonReportId: null })
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(shop.memory.commits.every((one) => one.order.amazonReportId !== 'Q1')).toBe(true)
  })

  test('without rows proves its days empty', async () => {
    const shop = openShop(late({ amazon: { queryEnd: () => 'empty' } }))
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.states(traffic())['missing-fetchable']).toBeUndefined()
    expect(shop.amazon.count('resolveQueryDocument')).toBe(0)
  })
})

describe('a result of several pages', () => {
  const paged = (pages = 3) => openShop(late({ amazon: { queryPages: () => pages } }))
  const asked = (shop: ReturnType<typeof openShop>) => shop.amazon.queries.map((one) => one.page)

  test('is asked for page by page and committed once, as its first page was asked for', async () => {
    const shop = paged()
    shop.sync.start()
    await shop.clock.advance(10 * MINUTE)
    expect(asked(shop)).toEqual([1, 2, 3])
    expect(new Set(shop.amazon.queries.map((one) => one.text)).size).toBe(1)
    expect(shop.memory.commits.map((one) => [one.order.amazonReportId, one.url])).toEqual([
      ['Q1', ['D-Q1', 'D-Q2', 'D-Q3'].map((id) => `https://documents.example/${id}`).join(' ')],
    ])
    expect(shop.memory.commits[0]?.order.fetchedAt).toBe(shop.amazon.queries[0]?.createdAt)
  })

  test.each([20, 40, 60, 80, 100, 120])('goes on after a crash %s seconds in without asking for a finished page again', async (seconds) => {
    const shop = paged()
    shop.sync.start()
    await shop.clock.advance(seconds * 1000)
    shop.crash()
    shop.memory.added.clear()
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(asked(shop)).toEqual([1, 2, 3])
    expect(shop.memory.commits.map((one) => one.url?.split(' ').length)).toEqual([3])
  })

  test('that had no access when the second page was due keeps the first through a crash', async () => {
    const shop = paged(2)
    const isFirstDone = () => shop.memory.runs.size > 0 && [...shop.memory.runs.values()].every((run) => run.pages.length === 1)
    shop.refuseAccess = () => (isFirstDone() ? { kind: 'offline', until: shop.clock.now() + MINUTE } : null)
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect([...shop.memory.runs.values()]).toMatchObject([{ step: 'intended', pages: [{ queryId: 'Q1' }] }])
    shop.crash()
    shop.refuseAccess = () => null
    shop.sync.start()
    await shop.clock.advance(30 * MINUTE)
    expect(asked(shop)).toEqual([1, 2])
    expect(shop.memory.commits).toHaveLength(1)
  })

  test('whose answer to the second page was lost asks for that page alone once more, and adopts none', async () => {
    const shop = paged(2)
    shop.sync.start()
    await shop.clock.advance(20_000)
    shop.amazon.loseNextAnswer()
    await shop.clock.advance(30 * MINUTE)
    expect(asked(shop)).toEqual([1, 2, 2])
    expect(shop.memory.commits.map((one) => one.url)).toEqual(['https://documents.example/D-Q1 https://documents.example/D-Q3'])
  })

  test('of which one page fails three times leaves nothing behind and falls back', async () => {
    const shop = openShop(late({ amazon: { queryPages: () => 2, queryEnd: (_, call) => (call.cursor === null ? 'done' : 'failed') } }))
    shop.sync.start()
    await shop.clock.advance(2 * HOUR)
    expect(asked(shop)).toEqual([1, 2, 2, 2])
    expect(shop.memory.commits.map((one) => [one.order.way, one.order.amazonReportId])).toEqual([['fallback', 'R1']])
  })

  test('that the full disk did not take is taken when there is room again, and no page is asked for twice', async () => {
    const shop = paged(2)
    let isFull = true
    shop.memory.refusePages = () => (isFull ? { kind: 'storage-full', evidence: 'SQLITE_FULL' } : null)
    shop.sync.start()
    await shop.clock.advance(10 * MINUTE)
    expect(shop.memory.commits).toEqual([])
    isFull = false
    await shop.clock.advance(2 * HOUR)
    expect(shop.memory.commits).toHaveLength(1)
    expect(shop.amazon.queries).toHaveLength(2)
  })

  test('whose cursor Amazon does not take any more begins again with the first page', async () => {
    const shop = paged(2)
    shop.sync.start()
    await shop.clock.advance(20_000)
    shop.amazon.faults.next('createQuery', { kind: 'bad-request', evidence: 'InvalidInput' })
    await shop.clock.advance(HOUR)
    expect(asked(shop)).toEqual([1, 1, 2])
    expect(shop.memory.commits.map((one) => one.order.amazonReportId)).toEqual(['Q2'])
  })

  test('that leads in a circle is given up', async () => {
    const shop = openShop(late({ datasets: [makeDataset('traffic', { request: traffic().request })], amazon: { queryPages: () => 3 } }))
    shop.amazon.lookAtQuery = async () => ok({ kind: 'page', documentId: 'D', next: 'page-2' })
    shop.sync.start()
    await shop.clock.advance(10 * MINUTE)
    expect(asked(shop)).toEqual([1, 2])
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ outcome: 'failed', trouble: 'bad-document' })
  })
})

describe('a query Amazon could not answer', () => {
  const failing = (order: Partial<ShopOrder> = {}) => openShop(late({ amazon: { queryEnd: () => 'failed-with-reason' }, ...order }))
  const said = (shop: ReturnType<typeof openShop>) =>
    shop.evidence.told.filter((one) => one.source === 'query').map((one) => [one.outcome, one.said])

  test('because it is wrong is our own failure: the report brings the days at once, and why is kept', async () => {
    const shop = failing()
    shop.memory.reason = 'query-invalid'
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(1)
    expect(shop.memory.commits.map((one) => one.order.way)).toEqual(['fallback'])
    expect(said(shop)).toEqual([['request-refused', 'FATAL query-invalid Q1']])
  })

  test('because the days are not offered yet is asked again after six hours, and no report is ordered', async () => {
    const shop = failing()
    shop.memory.reason = 'not-yet-available'
    shop.sync.start()
    await shop.clock.advance(5 * HOUR)
    expect([shop.amazon.queries.length, shop.amazon.count('createReport')]).toEqual([1, 0])
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ trouble: 'not-due-yet', outcome: null })
    await shop.clock.advance(2 * HOUR)
    expect(shop.amazon.queries).toHaveLength(2)
    expect(said(shop)[0]).toEqual(['amazon-prepares', 'FATAL not-yet-available Q1'])
  })

  test('for want of a role is believed when it is told again, and the role is what is missing', async () => {
    const shop = failing({ datasets: [makeDataset('traffic', { request: traffic().request })] })
    shop.memory.reason = 'no-permission'
    shop.sync.start()
    await shop.clock.advance(3 * MINUTE)
    expect([...shop.memory.access.values()]).toEqual([])
    await shop.clock.advance(HOUR)
    expect([...shop.memory.access.values()].map((one) => one.access.answer)).toEqual(['refused'])
    expect([...shop.memory.runs.values()].at(-1)).toMatchObject({ outcome: 'refused', trouble: 'permission-missing' })
  })
})

describe('a query nobody waits for any more', () => {
  const cancelled = (shop: ReturnType<typeof openShop>) =>
    shop.amazon.calls.filter((one) => one.operation === 'cancelQuery').map((one) => one.reportId)

  test('is cancelled when its account is paused, and its days are asked for anew when it goes on', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(5000)
    const [account] = shop.memory.accounts.splice(0)
    if (!account) throw new Error('no account')
    shop.memory.accounts.push({ ...account, paused: true })
    shop.sync.wake('requested', account.id)
    await shop.clock.advance(HOUR)
    expect(cancelled(shop)).toEqual(['Q1'])
    expect(shop.memory.commits).toEqual([])
    shop.memory.accounts.splice(0, 1, account)
    shop.sync.wake('requested', account.id)
    await shop.clock.advance(5 * MINUTE)
    expect(shop.memory.commits.map((one) => one.order.amazonReportId)).toEqual(['Q2'])
  })

  test('keeps the pages before it through a pause', async () => {
    const shop = openShop(late({ amazon: { queryPages: () => 2 } }))
    shop.sync.start()
    await shop.clock.advance(70_000)
    const [account] = shop.memory.accounts.splice(0)
    if (!account) throw new Error('no account')
    shop.memory.accounts.push({ ...account, paused: true })
    shop.sync.wake('requested', account.id)
    await shop.clock.advance(MINUTE)
    expect(cancelled(shop)).toEqual(['Q2'])
    shop.memory.accounts.splice(0, 1, account)
    shop.sync.wake('requested', account.id)
    await shop.clock.advance(5 * MINUTE)
    expect(shop.amazon.queries.map((one) => one.page)).toEqual([1, 2, 2])
    expect(shop.memory.commits).toHaveLength(1)
  })

  test('is cancelled before its account is left for good', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(5000)
    const left = shop.sync.leave(shop.memory.accounts[0]?.id as never)
    await shop.clock.advance(1000)
    await left
    expect(cancelled(shop)).toEqual(['Q1'])
  })

  test('is cancelled when it is never done', async () => {
    const shop = openShop(late({ datasets: [makeDataset('traffic', { request: traffic().request })] }))
    shop.amazon.lookAtQuery = async () => ok({ kind: 'waiting' })
    shop.sync.start()
    await shop.clock.advance(25 * HOUR)
    expect(cancelled(shop)[0]).toBe('Q1')
  })

  test('holds nobody up where Amazon does not answer', async () => {
    const shop = openShop(late())
    shop.sync.start()
    await shop.clock.advance(5000)
    shop.amazon.cancelQuery = (caller) =>
      new Promise((resolve) => caller.signal?.addEventListener('abort', () => resolve(err({ kind: 'offline', evidence: 'stopped' }))))
    const left = shop.sync.leave(shop.memory.accounts[0]?.id as never)
    await shop.clock.advance(6000)
    await left
    expect([...shop.memory.runs.values()]).toMatchObject([{ step: 'waiting', amazonReportId: 'Q1' }])
  })
})

describe('the fallback', () => {
  test('brings the days when Data Kiosk refuses the query', async () => {
    const shop = openShop(late())
    shop.amazon.faults.next('createQuery', { kind: 'bad-request', evidence: 'InvalidInput' })
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.memory.commits.map((one) => [one.order.amazonReportId, one.order.way])).toEqual([['R1', 'fallback']])
    expect(shop.states(traffic())['missing-fetchable']).toBeUndefined()
  })

  test('is taken only after the query failed three times', async () => {
    const shop = openShop(late({ amazon: { queryEnd: () => 'failed' } }))
    shop.sync.start()
    await shop.clock.advance(45 * MINUTE)
    expect(shop.memory.commits).toEqual([])
    await shop.clock.advance(45 * MINUTE)
    expect(shop.amazon.queries).toHaveLength(3)
    expect(shop.memory.commits.map((one) => one.order.way)).toEqual(['fallback'])
  })

  test('goes on with its own report after a crash', async () => {
    const shop = openShop(late({ amazon: { reportMs: () => 10 * MINUTE } }))
    shop.amazon.faults.next('createQuery', { kind: 'bad-request', evidence: 'InvalidInput' })
    shop.sync.start()
    await shop.clock.advance(2 * MINUTE)
    shop.crash()
    shop.sync.start()
    await shop.clock.advance(20 * MINUTE)
    expect(shop.amazon.count('createReport')).toBe(1)
    expect(shop.memory.commits.map((one) => [one.order.amazonReportId, one.order.way])).toEqual([['R1', 'fallback']])
  })
})
