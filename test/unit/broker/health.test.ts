import { describe, expect, test } from 'vitest'
import type { DatedSecret } from '../../../src/broker/config.ts'
import packageFile from '../../../package.json' with { type: 'json' }
import { CANARIES, openBrokerWorld } from './broker-world.ts'

// The broker's clock stands at 2026-03-10, noon.
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const DATES: readonly DatedSecret[] = [
  { kind: 'newest-key', name: 'k2', since: day('2026-03-01') },
  { kind: 'old-key', name: 'k1', since: day('2024-12-01') },
  { kind: 'client-secret', name: 'selling', since: day('2026-01-10') },
]

async function askHealth(change: Partial<Record<DatedSecret['kind'], string>> = {}) {
  const dates = DATES.map((one) => ({ ...one, since: day(change[one.kind] ?? new Date(one.since).toISOString().slice(0, 10)) }))
  const world = await openBrokerWorld({ config: { dates } })
  const response = await world.get('/health')
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('health tells version and ages to anybody, and nothing else', async () => {
  const { status, body } = await askHealth()
  expect(status).toBe(200)
  expect(body).toEqual({
    ok: true,
    version: packageFile.version,
    keyAgeDays: { k2: 9, k1: 464 },
    secretEndsInDays: { selling: 121 },
    overdue: [],
  })
  for (const secret of Object.values(CANARIES)) expect(JSON.stringify(body)).not.toContain(secret)
})

describe('health is bad', () => {
  test.each([
    ['a newest key of more than a year', { 'newest-key': '2025-03-09' }, ['k2']],
    ['a client secret of more than 180 days', { 'client-secret': '2025-09-10' }, ['selling']],
    ['both', { 'newest-key': '2024-03-09', 'client-secret': '2025-01-01' }, ['k2', 'selling']],
  ])('%s', async (_, change, overdue) => {
    const { status, body } = await askHealth(change)
    expect(status).toBe(503)
    expect(body).toMatchObject({ ok: false, overdue })
  })

  test.each([
    ['a newest key of exactly a year', { 'newest-key': '2025-03-10' }],
    ['a client secret of exactly 180 days', { 'client-secret': '2025-09-11' }],
    ['an old key of any age', { 'old-key': '2020-01-01' }],
  ])('but not yet with %s', async (_, change) => {
    expect((await askHealth(change)).status).toBe(200)
  })
})
