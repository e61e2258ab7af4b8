import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StandIn } from '../../../src/stand-in/index.ts'
import { fetchReport, openAmazon, ORDERS, partnerOf, readTable, type Partner } from './amazon.ts'

const DE = 'A1PA6795UKMFR9'
const JP = 'A1VC38T7YXB528'
let amazon: StandIn

beforeEach(async () => {
  amazon = await openAmazon()
  amazon.control.pace({ quotas: 'off' })
})
afterEach(() => amazon.stop())

async function signedIn(account: string, region: 'na' | 'eu' | 'fe'): Promise<Partner> {
  const partner = await partnerOf(amazon, account, region)
  await partner.signIn()
  return partner
}

/** Sums a served order file by marketplace day, reading nothing but the file. */
function sumByDay(
  rows: Record<string, string>[],
  zone: string,
): Map<string, { rows: number; orders: Set<string>; units: number; cents: number; blank: number }> {
  const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  const days = new Map<string, { rows: number; orders: Set<string>; units: number; cents: number; blank: number }>()
  for (const row of rows) {
    const day = dayOf.format(new Date(row['purchase-date'] ?? ''))
    const sum = days.get(day) ?? { rows: 0, orders: new Set<string>(), units: 0, cents: 0, blank: 0 }
    days.set(day, sum)
    sum.rows += 1
    if (row['item-status'] === 'Cancelled') continue
    sum.orders.add(row['amazon-order-id'] ?? '')
    sum.units += Number(row['quantity'])
    if (row['item-price'] === '') sum.blank += 1
    else sum.cents += Math.round(Number(row['item-price']) * 100)
  }
  return days
}

describe('the order file', () => {
  test('adds up to the truth of every day, with pending and cancelled lines in it', async () => {
    const seller = await signedIn('nordlys', 'eu')
    const { report, bytes, contentType } = await fetchReport(seller, {
      reportType: ORDERS,
      marketplaceIds: [DE],
      dataStartTime: '2026-08-17T00:00:00+02:00',
      dataEndTime: '2026-09-16T00:00:00+02:00',
    })
    const asOf = Date.parse(String(report['processingEndTime']))
    const { days } = amazon.control.truth({
      account: 'nordlys',
      marketplace: 'DE',
      dataset: 'orders',
      from: '2026-08-17',
      to: '2026-09-15',
      asOf,
    })
    const read = sumByDay(readTable(bytes.toString('utf8')), 'Europe/Paris')
    expect(contentType).toContain('UTF-8')
    expect(days).toHaveLength(30)
    for (const day of days) {
      const sum = read.get(day.day)
      expect({ rows: sum?.rows, orders: sum?.orders.size, units: sum?.units, moneyMinor: sum?.cents, unknownPrices: sum?.blank }).toEqual({
        rows: day['rows'],
        orders: day['orders'],
        units: day['units'],
        moneyMinor: day['moneyMinor'],
        unknownPrices: day['unknownPrices'],
      })
    }
    expect(days.some((day) => Number(day['unknownPrices']) > 0)).toBe(true)
  })

  test('carries the dirt of real files: repeated lines, stray quotes, planted places', async () => {
    const seller = await signedIn('nordlys', 'eu')
    const { bytes } = await fetchReport(seller, {
      reportType: ORDERS,
      marketplaceIds: [DE],
      dataStartTime: '2026-08-01T00:00:00Z',
      dataEndTime: '2026-08-30T00:00:00Z',
    })
    const rows = readTable(bytes.toString('utf8'))
    const keys = rows.map((row) => `${row['amazon-order-id']} ${row['sku']}`)
    expect(new Set(keys).size).toBeLessThan(keys.length)
    expect(rows.some((row) => row['product-name']?.startsWith('"'))).toBe(true)
    expect(rows.every((row) => row['ship-postal-code']?.startsWith('QZ9'))).toBe(true)
    expect(rows.some((row) => row['item-status'] === 'Cancelled' && row['quantity'] === '0' && row['item-price'] === '')).toBe(true)
  })

  test('answers more than thirty days with a finished report that holds one sentence', async () => {
    const seller = await signedIn('nordlys', 'eu')
    const { report, bytes } = await fetchReport(seller, {
      reportType: ORDERS,
      marketplaceIds: [DE],
      dataStartTime: '2026-06-01T00:00:00Z',
      dataEndTime: '2026-08-30T00:00:00Z',
    })
    expect(report['processingStatus']).toBe('DONE')
    expect(bytes.toString('utf8')).toMatch(/^Date range exceeded/)
  })

  test('calls off a report about days without orders', async () => {
    const seller = await signedIn('nordlys', 'eu')
    const { report } = await fetchReport(seller, {
      reportType: ORDERS,
      marketplaceIds: [DE],
      dataStartTime: '2021-01-01T00:00:00Z',
      dataEndTime: '2021-01-10T00:00:00Z',
    })
    expect(report).toMatchObject({ processingStatus: 'CANCELLED' })
    expect(report['reportDocumentId']).toBeUndefined()
  })

  test('holds several marketplaces when several were asked for', async () => {
    const seller = await signedIn('nordlys', 'eu')
    const { bytes } = await fetchReport(seller, {
      reportType: ORDERS,
      marketplaceIds: [DE, 'A13V1IB3VIYZZH'],
      dataStartTime: '2026-09-01T00:00:00Z',
      dataEndTime: '2026-09-03T00:00:00Z',
    })
    expect(new Set(readTable(bytes.toString('utf8')).map((row) => row['sales-channel']))).toEqual(new Set(['Amazon.de', 'Amazon.fr']))
  })

  test('of Japanese listings comes in Shift_JIS under Japanese names', async () => {
    const seller = await signedIn('juniper-jp', 'fe')
    const { bytes, contentType } = await fetchReport(seller, { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [JP] })
    expect(contentType).toContain('Shift_JIS')
    const rows = readTable(new TextDecoder('shift_jis', { fatal: true }).decode(bytes))
    expect(rows[0]).toHaveProperty('商品名')
    expect(rows.some((row) => row['商品名']?.includes('木製パズル'))).toBe(true)
  })

  test('of European listings comes in Cp1252 and keeps its accents there', async () => {
    const seller = await signedIn('nordlys', 'eu')
    const { bytes, contentType } = await fetchReport(seller, { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [DE] })
    expect(contentType).toContain('Cp1252')
    expect(readTable(new TextDecoder('windows-1252').decode(bytes)).some((row) => row['item-name']?.includes('für Küche'))).toBe(true)
  })
})

test('a month of a hundred thousand lines is served in a few seconds', async () => {
  const big = await openAmazon({ world: { ...(await import('../../../src/stand-in/index.ts')).smallWorld(), volume: 130 } })
  const seller = await partnerOf(big, 'solo', 'eu')
  await seller.signIn()
  const before = performance.now()
  const { bytes } = await fetchReport(seller, {
    reportType: ORDERS,
    marketplaceIds: [DE],
    dataStartTime: '2026-08-01T00:00:00Z',
    dataEndTime: '2026-08-31T00:00:00Z',
  })
  expect(bytes.toString('utf8').split('\n').length).toBeGreaterThan(100_000)
  expect(performance.now() - before).toBeLessThan(15_000)
  await big.stop()
})
