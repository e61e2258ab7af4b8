import { describe, expect, test } from 'vitest'
import { storageState } from '../../../../src/main/core/calls/storage-state.ts'
import { ads, DAY, HOUR, listings, MINUTE, orders, sales } from './datasets.ts'
import { openShop, type ShopOrder } from './shop.ts'

const plain = () => orders({ settlingDays: 0, settlingAges: [] })
const late = (order: Partial<ShopOrder> = {}): ShopOrder => ({
  now: '2026-03-20T10:00:00Z',
  datasets: [plain()],
  wantedFrom: '2026-03-01',
  ...order,
})
const minutes = (shop: ReturnType<typeof openShop>) =>
  shop.amazon.calls.map((call) => (call.at - Date.parse('2026-03-20T10:00:00Z')) / MINUTE)

describe('permissions', () => {
  test('a missing role costs its own dataset only, and is tried again a day later', async () => {
    const [refused, fine] = [sales(), plain()]
    const shop = openShop(late({ datasets: [refused, fine] }))
    shop.amazon.faults.standing((operation) => (operation === 'readPage' ? { kind: 'permission-missing', evidence: '403' } : null))
    shop.sync.start()
    await shop.clock.advance(6 * HOUR)
    expect(shop.memory.access.get('1/sales')?.access.answer).toBe('refused')
    expect(shop.amazon.count('readPage')).toBeLessThanOrEqual(4)
    expect(shop.states(fine)['missing-fetchable']).toBeUndefined()
    expect(shop.sync.progress()[0]?.waiting).toContainEqual(expect.objectContaining({ dataset: 'sales', code: 'permission-missing' }))
    shop.amazon.faults.standing(null)
    await shop.clock.advance(20 * HOUR)
    expect(shop.memory.access.get('1/sales')?.access.answer).toBe('granted')
    expect(shop.states(refused)['missing-fetchable']).toBeUndefined()
  })

  test('an ended access credential is renewed once for everybody', async () => {
    const all = [sales(), plain(), listings()]
    const shop = openShop(late({ datasets: all }))
    shop.amazon.faults.standing((_operation, call) => (call.access === 'access-1' ? { kind: 'access-ended', evidence: '403' } : null))
    shop.sync.start()
    await shop.clock.advance(10 * MINUTE)
    expect(shop.renewals.count).toBe(2)
    for (const dataset of [all[0], all[1]]) expect(dataset && shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })

  test('nobody asks while only a person can help; advertising goes on', async () => {
    const [selling, advertising] = [plain(), ads()]
    const shop = openShop(late({ datasets: [selling, advertising] }))
    shop.refuseAccess = (family) => (family === 'selling' ? { kind: 'reconnect-required' } : null)
    const [authorization] = shop.memory.authorizations
    if (!authorization) throw new Error('no authorization')
    shop.memory.authorizations[0] = {
      ...authorization,
      state: { kind: 'reconnect-required', since: 0, firstRefusedAt: 0, cause: 'unknown' },
    }
    shop.sync.start()
    await shop.clock.advance(5 * HOUR)
    expect(shop.amazon.calls).toHaveLength(0)
    expect(shop.states(advertising)['missing-fetchable']).toBeUndefined()
    expect(shop.sync.progress()[0]?.waiting).toContainEqual(expect.objectContaining({ dataset: 'orders', code: 'no-access' }))
    shop.refuseAccess = () => null
    shop.memory.authorizations[0] = authorization
    shop.sync.wake('reconnected', authorization.accountId)
    await shop.clock.advance(5 * MINUTE)
    expect(shop.states(selling)['missing-fetchable']).toBeUndefined()
  })
})

describe('throttling and outages', () => {
  test('a storm of throttling makes no call before the time Amazon named', async () => {
    const shop = openShop(late({ wantedFrom: '2025-03-01' }))
    const opens = Date.parse('2026-03-20T10:20:00Z')
    shop.amazon.faults.standing((operation) =>
      operation === 'createReport' && shop.clock.now() < opens ? { kind: 'throttled', tryAgainAt: opens } : null,
    )
    shop.sync.start()
    await shop.clock.advance(19 * MINUTE)
    expect(shop.amazon.count('createReport')).toBe(1)
    expect(shop.sync.progress()[0]?.waiting).toContainEqual(expect.objectContaining({ code: 'quota', until: opens }))
    await shop.clock.advance(30 * MINUTE)
    expect(shop.states(plain())['missing-fetchable']).toBeUndefined()
  })

  test('an outage of everything is probed less and less, and healed afterwards', async () => {
    const dataset = plain()
    const shop = openShop(late({ datasets: [dataset], wantedFrom: '2025-06-01' }))
    shop.amazon.faults.standing(() => ({ kind: 'amazon-trouble', evidence: '503' }))
    shop.sync.start()
    await shop.clock.advance(3 * HOUR)
    const calls = minutes(shop)
    expect(calls.length).toBeLessThan(40)
    expect(calls.filter((at) => at > 60).length).toBeLessThan(20)
    shop.amazon.faults.standing(null)
    await shop.clock.advance(2 * HOUR)
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })

  test('one report type that is always in trouble does not hold up the others', async () => {
    const [poor, fine] = [sales(), plain()]
    const shop = openShop(late({ datasets: [poor, fine], wantedFrom: '2025-03-01' }))
    shop.amazon.faults.standing((operation) => (operation === 'readPage' ? { kind: 'amazon-trouble', evidence: '500' } : null))
    shop.sync.start()
    await shop.clock.advance(2 * HOUR)
    expect(shop.states(fine)['missing-fetchable']).toBeUndefined()
    expect(shop.amazon.count('readPage')).toBeLessThan(25)
  })

  test('one account without answers does not hold up another', async () => {
    const dataset = plain()
    const shop = openShop(
      late({ datasets: [dataset], accounts: 2, amazon: { reportMs: (_order, call) => (call.bucketKey === 'account-1' ? DAY : 30_000) } }),
    )
    shop.sync.start()
    await shop.clock.advance(5 * MINUTE)
    expect(shop.states(dataset, 1)['missing-fetchable']).toBe(19)
    expect(shop.states(dataset, 2)['missing-fetchable']).toBeUndefined()
  })

  test('a full disk is said, pauses work and goes on within a minute after there is room', async () => {
    const dataset = plain()
    const shop = openShop(late({ datasets: [dataset] }))
    shop.memory.refuse = () => ({ kind: 'storage-full', evidence: '' })
    shop.sync.start()
    await shop.clock.advance(HOUR)
    expect(storageState(shop.sync.progress(), shop.clock.now())).toBe('failing')
    shop.memory.refuse = () => null
    await shop.clock.advance(2 * MINUTE)
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
    expect(shop.amazon.count('createReport')).toBe(1)
    await shop.clock.advance(5 * MINUTE)
    expect(storageState(shop.sync.progress(), shop.clock.now())).toBe('fine')
  })
})

describe('network and time', () => {
  test('offline asks nothing; a flapping network makes no storm', async () => {
    const shop = openShop(late({ amazon: { reportMs: () => 20 * MINUTE } }))
    shop.sync.setOnline(false)
    shop.sync.start()
    await shop.clock.advance(10 * MINUTE)
    expect(shop.amazon.calls).toHaveLength(0)
    for (let second = 0; second < 600; second += 1) {
      shop.sync.setOnline(second % 2 === 0)
      await shop.clock.advance(1000)
    }
    expect(shop.amazon.calls.length).toBeLessThanOrEqual(22)
    shop.sync.setOnline(true)
    await shop.clock.advance(HOUR)
    expect(shop.amazon.reports).toHaveLength(1)
    expect(shop.states(plain())['missing-fetchable']).toBeUndefined()
  })

  test('after sixty days asleep there is one cycle, within half a minute', async () => {
    const dataset = plain()
    const shop = openShop(late({ datasets: [dataset] }))
    shop.sync.start()
    await shop.clock.advance(HOUR)
    const before = shop.ordered('TYPE_orders').length
    shop.clock.jumpWall(60 * DAY)
    await shop.clock.advance(35_000 + 30_000)
    expect(shop.ordered('TYPE_orders').length - before).toBe(2)
    await shop.clock.advance(10 * MINUTE)
    expect(shop.ordered('TYPE_orders').length - before).toBe(2)
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })

  test('a clock set back ten years and forward again loses and doubles nothing', async () => {
    const dataset = plain()
    const shop = openShop(late({ datasets: [dataset] }))
    shop.sync.start()
    await shop.clock.advance(HOUR)
    shop.clock.jumpWall(-3650 * DAY)
    await shop.clock.advance(2 * HOUR)
    shop.clock.jumpWall(3650 * DAY)
    await shop.clock.advance(2 * HOUR)
    expect(shop.ordered('TYPE_orders')).toHaveLength(1)
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })

  test('a clock set back does not put off the next look', async () => {
    const dataset = plain()
    const shop = openShop(late({ datasets: [dataset] }))
    shop.sync.start()
    await shop.clock.advance(20 * MINUTE)
    const held = shop.memory.receipts.get('1/orders')
    held?.delete([...held.keys()][3] ?? (0 as never))
    shop.clock.jumpWall(-3 * HOUR)
    await shop.clock.advance(2 * MINUTE)
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })

  test('a paused account is left alone in the middle of its work and goes on when resumed', async () => {
    const dataset = plain()
    const shop = openShop(late({ datasets: [dataset], amazon: { reportMs: () => 20 * MINUTE } }))
    const [account] = shop.memory.accounts
    if (!account) throw new Error('no account')
    shop.sync.start()
    await shop.clock.advance(MINUTE)
    shop.memory.accounts[0] = { ...account, paused: true }
    shop.sync.wake('requested', account.id)
    await shop.clock.advance(1000)
    const calls = shop.amazon.calls.length
    await shop.clock.advance(2 * HOUR)
    expect(shop.amazon.calls.length).toBe(calls)
    shop.memory.accounts[0] = account
    shop.sync.wake('resume', account.id)
    await shop.clock.advance(MINUTE)
    expect(shop.amazon.count('createReport')).toBe(1)
    expect(shop.states(dataset)['missing-fetchable']).toBeUndefined()
  })
})
