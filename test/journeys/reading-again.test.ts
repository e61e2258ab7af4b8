import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Dataset } from '../../src/main/datasets/dataset.ts'
import type { DatasetDocument, RowVerdict } from '../../src/main/datasets/document.ts'
import { datasets } from '../../src/main/datasets/index.ts'
import type { DatasetId } from '../../src/shared/domain/ids.ts'
import { brand } from '../../src/shared/lib/brand.ts'
import { openShop, type Shop } from '../builders/open-shop.ts'
import { coverageOf, differencesFromTruth } from '../builders/truth.ts'

let shop: Shop
afterEach(() => shop.close())

const TRAFFIC = brand<DatasetId>('sales-traffic-daily')
const MISSING: RowVerdict = { kind: 'bad', column: 'unitsOrderedB2B', why: 'left out' }

/** The app as it was while it wanted a column that Amazon has taken away. */
function older(): ReadonlyMap<DatasetId, Dataset> {
  const own = datasets.get(TRAFFIC)
  if (own?.fallback === undefined) throw new Error('no fallback')
  const strict: Dataset = {
    ...own,
    document: wanting(own.document),
    fallback: { ...own.fallback, document: wanting(own.fallback.document) },
  }
  return new Map([...datasets, [TRAFFIC, strict]])
}

function wanting(document: DatasetDocument): DatasetDocument {
  if (document.kind === 'json') return { ...document, read: () => [MISSING] }
  if (document.kind === 'json-lines') return { ...document, read: () => MISSING }
  throw new Error(`no JSON: ${document.kind}`)
}

const held = async () =>
  (await coverageOf(shop, { account: 'bike', dataset: TRAFFIC })).filter((day) => day.fetchedAt !== null).map((day) => day.day)

test('a column goes missing: one dataset stands still, the others go on, and an update reads what was kept without a network', async () => {
  shop = await openShop({ accounts: ['bike'], historyDays: 6, datasets: older(), storage: 'ports' })
  await shop.connect('bike')
  await shop.hours(3)
  expect(await held()).toEqual([])
  expect(await differencesFromTruth(shop, { account: 'bike', dataset: 'orders' })).toEqual([])
  const before = await shop.call('findings.list', { limit: 20 })
  expect(before.findings).toContainEqual(
    expect.objectContaining({ source: TRAFFIC, kind: 'missing-column', column: 'unitsOrderedB2B', documentId: expect.any(String) }),
  )
  expect(before.documents.filter((one) => one.hasBody).map((one) => one.dataset)).toContain(TRAFFIC)

  // The same version knows no better, however often it starts.
  await shop.restart()
  expect(await held()).toEqual([])
  expect(shop.log.lines.filter((line) => line.code === 'documents-read-again')).toEqual([])

  shop.offline()
  await shop.update()

  expect((await held()).length).toBeGreaterThan(2)
  expect(await differencesFromTruth(shop, { account: 'bike', dataset: TRAFFIC })).toEqual([])
  expect((await shop.call('findings.list', { limit: 20 })).documents.filter((one) => one.dataset === TRAFFIC)).toEqual([])
  shop.online()
  await shop.days(2)
  await shop.untilCaughtUp()
  expect(await differencesFromTruth(shop, { account: 'bike' })).toEqual([])
})

test('an old document that turns up again never takes the place of days that were fetched since', async () => {
  shop = await openShop({ accounts: ['bike'], historyDays: 6, datasets: older() })
  await shop.connect('bike')
  await shop.hours(3)
  const folder = join(shop.machine.dataDirectory, 'kept-documents')
  const aside = join(shop.machine.dataDirectory, '..', 'aside')
  cpSync(folder, aside, { recursive: true })
  await shop.update()
  await shop.days(3)
  await shop.untilCaughtUp()
  const before = await coverageOf(shop, { account: 'bike', dataset: TRAFFIC })
  rmSync(folder, { recursive: true })
  cpSync(aside, folder, { recursive: true })

  const { documents } = await shop.call('documents.reread', { dataset: TRAFFIC })

  expect(documents.length).toBeGreaterThan(0)
  expect(new Set(documents.map((one) => one.sentence))).toEqual(new Set(['newer data already held: left alone']))
  expect(await coverageOf(shop, { account: 'bike', dataset: TRAFFIC })).toEqual(before)
  expect(await differencesFromTruth(shop, { account: 'bike', dataset: TRAFFIC })).toEqual([])
})

test('an update takes a column that was told as unknown: days fetched meanwhile are fetched again, once', async () => {
  const orders = datasets.get(brand<DatasetId>('orders'))
  if (orders?.document.kind !== 'flat-file') throw new Error('no flat file')
  const { document } = orders
  const column = 'ship-city'
  const unaware: Dataset = { ...orders, document: { ...document, passedOver: (document.passedOver ?? []).filter((one) => one !== column) } }
  shop = await openShop({ accounts: ['bike'], historyDays: 6, datasets: new Map([...datasets, [orders.id, unaware]]) })
  await shop.connect('bike')
  await shop.untilCaughtUp()
  const days = async () => (await coverageOf(shop, { account: 'bike', dataset: 'orders' })).filter((day) => day.fetchedAt !== null)
  const fetchedAt = async () => new Map((await days()).map((day) => [day.day, day.fetchedAt ?? 0]))
  const before = await fetchedAt()
  expect(before.size).toBeGreaterThan(4)

  const updatedAt = shop.now()
  await shop.update(new Map([...datasets, [orders.id, { ...orders, fetchAgainFor: [column] }]]))
  await shop.minutes(30)
  const after = await fetchedAt()
  expect([...before.keys()].filter((day) => (after.get(day) ?? 0) < updatedAt)).toEqual([])

  await shop.restart()
  await shop.minutes(30)
  expect(await fetchedAt()).toEqual(after)
  expect(await differencesFromTruth(shop, { account: 'bike', dataset: 'orders' })).toEqual([])
})
