import { afterEach, expect, test } from 'vitest'
import type { Cause } from '../../src/shared/domain/cause.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { coverageOf, differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'
/** Statuses that ask somebody for something, or blame somebody. */
const BLAMES = /reconnect|account-problem|publisher-problem|amazon-trouble|access-reduced|disconnected/

type Row = readonly [what: string, fault: Readonly<Record<string, string | number>>, evidence: Cause | null]

/** docs/amazon.md §4.0, over HTTP: what can come of an ordered report, what is kept of it, and that its days come home. */
test.each<Row>([
  ['FATAL once: asked for again half an hour later', { kind: 'fatal', count: 1 }, null],
  ['FATAL with a reason, again and again: given up for a day, then asked anew', { kind: 'fatal' }, null],
  ['a download cut short: nothing of it counts, a fresh address is taken', { kind: 'truncate-document', count: 1 }, null],
  ['a damaged download', { kind: 'corrupt-gzip', count: 1 }, null],
  ['a sentence instead of a file in a finished document', { kind: 'document-sentence' }, 'document-changed'],
  ['a document without a column we need', { kind: 'missing-column' }, 'document-changed'],
  ['a report that is never done', { kind: 'never-done' }, null],
])('%s', async (_what, fault, evidence) => {
  shop = await openShop({ accounts: ['bike'], historyDays: 6 })
  shop.control.fault({ ...fault, account: 'bike', reportType: ORDERS })
  await shop.connect('bike')
  await shop.hours(3)
  const [account] = await shop.accounts()
  expect(account?.statuses.filter((status) => BLAMES.test(status))).toEqual([])
  expect(account?.action).not.toBe('reconnect')
  const kept = (await shop.running().stores.evidence.kept({ limit: 100 })).map((one) => one.outcome)
  if (evidence !== null) expect(kept).toContain(evidence)
  expect(await differencesFromTruth(shop, { account: 'bike', dataset: 'sales-daily' })).toEqual([])
  shop.control.clearFaults()
  await shop.days(2)
  await shop.untilCaughtUp()
  expect(await differencesFromTruth(shop, { account: 'bike' })).toEqual([])
})

test('a query Amazon calls wrong: the report brings the days at once, and the publisher has something to mend', async () => {
  shop = await openShop({ accounts: ['bike'], historyDays: 6 })
  shop.control.fault({ kind: 'fatal', status: 'invalid-query', account: 'bike', reportType: 'DATA_KIOSK' })
  await shop.connect('bike')
  await shop.hours(3)
  expect(await differencesFromTruth(shop, { account: 'bike', dataset: 'sales-traffic-daily' })).toEqual([])
  const kept = await shop.running().stores.evidence.kept({ limit: 200 })
  const query = kept.filter((one) => one.source === 'query')
  expect(new Set(query.map((one) => one.outcome))).toEqual(new Set(['request-refused']))
  expect(query[0]?.said).toMatch(/^FATAL InvalidQuery query-invalid \d+$/)
})

test('results of Data Kiosk that are cut into pages come home whole', async () => {
  shop = await openShop({ accounts: ['bike'], historyDays: 8 })
  shop.control.pace({ pageLines: 5 })
  await shop.connect('bike')
  await shop.hours(2)
  const coverage = await coverageOf(shop, { account: 'bike', dataset: 'sales-traffic-daily' })
  expect(coverage.some((day) => day.state.startsWith('complete'))).toBe(true)
  expect(coverage.filter((day) => day.state === 'missing-fetchable')).toEqual([])
  for (const dataset of ['sales-traffic-daily', 'economics'])
    expect(await differencesFromTruth(shop, { account: 'bike', dataset })).toEqual([])
})

test('CANCELLED is the word for no rows: the days are proven empty, and nobody is blamed', async () => {
  shop = await openShop({ accounts: ['bike'], historyDays: 6 })
  shop.control.fault({ kind: 'cancelled', account: 'bike', reportType: ORDERS })
  await shop.connect('bike')
  await shop.hours(2)
  const [account] = await shop.accounts()
  expect(account?.statuses.filter((status) => BLAMES.test(status))).toEqual([])
  const days = await coverageOf(shop, { account: 'bike', dataset: 'orders' })
  expect(new Set(days.filter((day) => day.state !== 'not-due').map((day) => day.state))).toEqual(new Set(['empty-proven']))
})
