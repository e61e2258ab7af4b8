import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClock } from '../../../src/stand-in/clock.ts'
import { createStandIn, smallWorld, type StandIn } from '../../../src/stand-in/index.ts'
import { fetchReport, ORDERS, partnerOf } from './amazon.ts'

const START = Date.UTC(2026, 8, 15, 12)
let folder: string
const running: StandIn[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-'))
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(options: Parameters<typeof createStandIn>[0] = {}): Promise<StandIn> {
  const one = await createStandIn({ world: smallWorld(), ...options })
  running.push(one)
  return one
}

describe('the clock', () => {
  test('stands still until turned, and runs at its rate from the moment it is set', () => {
    let real = 1000
    let told = 0
    const clock = createClock(
      START,
      0,
      () => real,
      () => (told += 1),
    )
    real += 5000
    expect(clock.now()).toBe(START)
    clock.setRate(60)
    real += 1000
    expect(clock.now()).toBe(START + 60_000)
    clock.setRate(2)
    real += 1000
    clock.advance(3000)
    clock.setRate(0)
    real += 9000
    expect(clock.now()).toBe(START + 65_000)
    clock.set(42)
    expect([clock.now(), told]).toEqual([42, 5])
  })

  test('is read as plain text and turned over HTTP', async () => {
    const amazon = await start()
    expect(await (await fetch(`${amazon.origin}/clock`)).text()).toBe(String(START))
    const turned = await fetch(`${amazon.origin}/control/clock`, { method: 'POST', body: JSON.stringify({ advance: 1000 }) })
    expect(await turned.json()).toEqual({ now: START + 1000, rate: 0 })
    expect(amazon.clock.now()).toBe(START + 1000)
  })

  test("can disagree with Amazon's", async () => {
    const amazon = await start()
    amazon.control.fault({ kind: 'clock-skew', ms: 600_000 })
    const seller = await partnerOf(amazon, 'solo', 'eu')
    expect(Date.parse((await seller.renew()).headers.get('date') ?? '')).toBe(START + 600_000)
    expect(await (await fetch(`${amazon.origin}/clock`)).text()).toBe(String(START))
  })
})

test('what was granted, ordered and asked for outlives a restart', async () => {
  const stateFile = join(folder, 'state.json')
  const first = await start({ stateFile })
  const seller = await partnerOf(first, 'solo', 'eu')
  await seller.signIn()
  const { body } = await seller.post('/reports/2021-06-30/reports', {
    reportType: ORDERS,
    marketplaceIds: ['A1PA6795UKMFR9'],
    dataStartTime: '2026-09-01T00:00:00Z',
  })
  first.control.fault({ kind: 'remove-role', account: 'solo', role: 'Finance and Accounting' })
  first.clock.advance(400_000)
  await running.pop()?.stop()
  expect(statSync(stateFile).mode & 0o777).toBe(0o600)

  const second = await start({ stateFile })
  expect(second.clock.now()).toBe(START + 400_000)
  expect(second.control.faults()).toHaveLength(1)
  const login = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: seller.refreshToken,
    client_id: seller.clientId,
    client_secret: seller.clientSecret,
  })
  const renewed = (await (await fetch(second.endpoints.login.token, { method: 'POST', body: login })).json()) as { access_token: string }
  const report = await fetch(`${second.endpoints.selling.eu}/reports/2021-06-30/reports/${String(body['reportId'])}`, {
    headers: { 'x-amz-access-token': renewed.access_token },
  })
  expect(await report.json()).toMatchObject({ processingStatus: 'DONE' })
})

test('two stand-ins with one seed serve the same document byte for byte', async () => {
  const documents = await Promise.all(
    [await start(), await start()].map(async (amazon) => {
      const seller = await partnerOf(amazon, 'solo', 'eu')
      await seller.signIn()
      return (
        await fetchReport(seller, {
          reportType: ORDERS,
          marketplaceIds: ['A1PA6795UKMFR9'],
          dataStartTime: '2026-09-01T00:00:00Z',
          dataEndTime: '2026-09-05T00:00:00Z',
        })
      ).bytes
    }),
  )
  expect(documents[0]?.equals(documents[1] ?? Buffer.alloc(0))).toBe(true)
})

test('what cannot be ordered is refused with a sentence', async () => {
  const amazon = await start()
  const order = async (path: string, body: unknown): Promise<number> =>
    (await fetch(`${amazon.origin}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })).status
  expect(await order('fault', { kind: 'earthquake' })).toBe(400)
  expect(await order('fault', { kind: 'revoke', account: 'nobody' })).toBe(400)
  expect(await order('fault', { kind: 'revoke' })).toBe(400)
  expect(await order('pace', { queueMs: [5, 1] })).toBe(400)
  expect(await order('private-grant', { account: 'solo', family: 'both' })).toBe(400)
  expect(
    (await fetch(`${amazon.origin}/control/truth?account=solo&marketplace=US&dataset=orders&from=2026-09-01&to=2026-09-02`)).status,
  ).toBe(400)
})
