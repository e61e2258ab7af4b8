import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { datasets } from '../../../src/main/datasets/index.ts'
import { openWriter, type Writer } from '../../../src/main/workers/open-writer.ts'
import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import { account, activity, authorization, germany } from '../sqlite/people.ts'
import { HEADER, ordersText } from './orders-text.ts'
import { GERMANY, NOON, day, days, openShop, orderFor, type Shop } from './shop.ts'

const traffic = brand<DatasetId>('vendor-traffic')
const RENAMED = 'views'
const MARCH = days('2026-03-01', '2026-03-04')

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

/** A report in which Amazon calls glance views something else from one day to the next. */
const renamed = (views: number, more: object = {}) =>
  JSON.stringify({
    reportSpecification: { reportOptions: { reportPeriod: 'DAY' }, marketplaceIds: [GERMANY.marketplaceId] },
    trafficByAsin: ['2026-03-01', '2026-03-02', '2026-03-03'].map((one) => ({
      startDate: one,
      endDate: one,
      asin: 'B1',
      [RENAMED]: views,
      ...more,
    })),
  })

/** The dataset as a later version reads it: the new name is known. */
function later(): ReadonlyMap<DatasetId, Dataset> {
  const own = datasets.get(traffic)
  if (own?.document.kind !== 'json') throw new Error('not a JSON dataset')
  const { document } = own
  const read: typeof document.read = (json, context) =>
    document.read(JSON.parse(JSON.stringify(json).replaceAll(`"${RENAMED}"`, '"glanceViews"')), context)
  return new Map([...datasets, [traffic, { ...own, document: { ...document, fields: [...(document.fields ?? []), RENAMED], read } }]])
}

/** Another start over the same files, as another version or with other datasets. */
async function asVersion<Value>(
  options: { readonly version?: string; readonly datasets?: ReadonlyMap<DatasetId, Dataset> },
  act: (writer: Writer) => Promise<Value>,
): Promise<Value> {
  const opened = openWriter({ databasePath: shop.path, allowedOrigins: [], version: '1.0.0', fetch: noNetwork, ...options })
  if (!opened.ok) throw new Error(opened.error.kind)
  try {
    return await act(opened.value)
  } finally {
    opened.value.close()
  }
}

const noNetwork: typeof fetch = () => Promise.reject(new Error('Amazon was asked'))

const readAll =
  (channel: typeof GERMANY | null = GERMANY) =>
  async (writer: Writer) =>
    Promise.all((await writer.kept.list()).map(({ id }) => writer.kept.readAgain(id, channel)))

const receipts = () => shop.reader.stores.ledger.receipts(GERMANY.id, traffic, MARCH, 'hash')

/** Amazon renames a field that the dataset knows of but this version does not take: nothing unknown stands in the body. */
async function refuse(views = 7, fetchedAt = NOON) {
  const known = new Map(datasets)
  const own = datasets.get(traffic)
  if (own?.document.kind !== 'json') throw new Error('not a JSON dataset')
  known.set(traffic, { ...own, document: { ...own.document, fields: [...(own.document.fields ?? []), RENAMED] } })
  shop.end()
  shop = openShop({ datasets: known })
  return shop.commit(orderFor({ dataset: traffic, fetchedAt, amazonReportId: 'R1' }), renamed(views))
}

test('a later version that knows the column reads the kept document, without asking Amazon, as of its own fetch', async () => {
  expect(await refuse()).toMatchObject({ ok: false })
  expect(await receipts()).toEqual([])
  expect(await asVersion({ datasets: later() }, readAll())).toEqual([{ kind: 'read', days: 3, rows: 3, leftAlone: 0 }])
  expect((await receipts()).map(({ fetchedAt, amazonReportId, rows, intact }) => [fetchedAt, amazonReportId, rows, intact])).toEqual(
    Array.from({ length: 3 }, () => [NOON, 'R1', 1, true]),
  )
  expect(readdirSync(join(shop.path, '..', 'kept-documents'))).toEqual([])
})

test('the same version has tried it already; another version, or another way of reading, has not', async () => {
  await refuse()
  const untried = async (writer: Writer) => (await writer.kept.list()).map((one) => one.isUntried)
  const mine = shop.kept
  expect((await mine.list()).map((one) => one.isUntried)).toEqual([false])
  expect(await asVersion({ datasets: later() }, untried)).toEqual([true])
  expect(await asVersion({ version: '1.0.1' }, untried)).toEqual([true])
  expect(await asVersion({ version: '1.0.1' }, readAll())).toEqual([{ kind: 'refused', why: 'record 1, glanceViews: left out' }])
  expect(await asVersion({ version: '1.0.1' }, untried)).toEqual([false])
})

test('days that were fetched later are left alone, the others come in', async () => {
  await refuse(7)
  const day2 = days('2026-03-02', '2026-03-03')
  const newer = JSON.parse(renamed(0)) as { trafficByAsin: object[] }
  newer.trafficByAsin = [{ startDate: '2026-03-02', endDate: '2026-03-02', asin: 'B1', glanceViews: 99 }]
  expect(await shop.commit(orderFor({ dataset: traffic, interval: day2, fetchedAt: NOON + 5 }), JSON.stringify(newer))).toMatchObject({
    ok: true,
  })
  const before = await receipts()
  expect(await asVersion({ datasets: later() }, readAll())).toEqual([{ kind: 'read', days: 2, rows: 2, leftAlone: 1 }])
  const after = await receipts()
  expect(after.map(({ fetchedAt }) => fetchedAt)).toEqual([NOON, NOON + 5, NOON])
  expect(after[1]?.contentHash).toBe(before[0]?.contentHash)
  expect(after[0]?.contentHash).not.toBe(after[1]?.contentHash)
})

test('a document whose every day was fetched later is dropped unread', async () => {
  await refuse(7)
  const newer = renamed(8).replaceAll(`"${RENAMED}"`, '"glanceViews"')
  await shop.commit(orderFor({ dataset: traffic, fetchedAt: NOON + 5 }), newer)
  expect(await asVersion({ datasets: later() }, readAll())).toEqual([{ kind: 'newer-held' }])
  expect(await shop.kept.list()).toEqual([])
})

test('a document with an unknown column keeps no body: its days are fetched again', async () => {
  expect(await shop.commit(orderFor({ dataset: traffic }), renamed(7, { buyerName: 'Quillhaven' }))).toMatchObject({ ok: false })
  expect(await asVersion({ datasets: later() }, readAll())).toEqual([{ kind: 'not-kept' }])
  const folder = join(shop.path, '..', 'kept-documents')
  expect(readdirSync(folder).filter((file) => file.endsWith('.gz'))).toEqual([])
  expect(readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes('Quillhaven'))).toEqual([])
})

test('an order file keeps no body, whatever its columns: its places may be a buyer’s', async () => {
  const [head = '', ...lines] = ordersText([{ sku: 'S1' }]).split('\n')
  expect(HEADER).toContain('ship-city')
  await shop.commit(orderFor(), [head.replace('item-price', 'item-cost'), ...lines].join('\n'))
  expect(await readAll()(shop)).toEqual([{ kind: 'not-kept' }])
})

test('listings have no buyers: a file of known columns is kept whole, and a later reading enters its own day', async () => {
  const listings = brand<DatasetId>('listings')
  const own = datasets.get(listings)
  if (own?.document.kind !== 'flat-file') throw new Error('not a flat file')
  const { document } = own
  const strict: Dataset = {
    ...own,
    document: { ...document, headers: { ...document.headers, fee: { anyOf: ['zshop-shipping-fee'], required: true } } },
  }
  shop.end()
  shop = openShop({ datasets: new Map([...datasets, [listings, strict]]) })
  const file = (sku: string) =>
    ['item-name', 'listing-id', 'seller-sku', 'price', 'quantity', 'open-date', 'item-description'].join('\t') +
    `\nA chair\tL1\t${sku}\t9.99\t4\t2026-01-01 00:00:00 GMT\ta soft one\n`
  const order = (fetchedAt: number) => orderFor({ dataset: listings, fetchedAt, interval: days('2026-03-20', '2026-03-21') })
  await shop.commit(order(NOON), file('OLD'))
  await asVersion({}, async (writer) => {
    // The day after, a sound snapshot is taken.
    const empty = await writer.ingest.commitEmpty({ ...order(NOON + 86_400_000), interval: days('2026-03-21', '2026-03-22') }, 'none')
    expect(empty).toMatchObject({ ok: true })
    expect(await readAll()(writer)).toEqual([{ kind: 'read', days: 1, rows: 1, leftAlone: 0 }])
  })
  expect(await shop.reader.stores.ledger.snapshots()).toMatchObject([{ takenAt: NOON + 86_400_000, rows: 0 }])
  const kept = await shop.reader.stores.ledger.snapshotDays(GERMANY.id, listings, days('2026-03-20', '2026-03-22'))
  expect(kept.map((one) => [one.day, one.rows, one.intact])).toEqual([
    [day('2026-03-20'), 1, true],
    [day('2026-03-21'), 0, true],
  ])
})

test('days before what is kept do not come back, and a channel that is gone takes its document along', async () => {
  await refuse()
  expect(await asVersion({ datasets: later() }, readAll({ ...GERMANY, wantedFrom: day('2026-03-03') }))).toEqual([
    { kind: 'read', days: 1, rows: 1, leftAlone: 0 },
  ])
  expect((await receipts()).map((one) => one.day)).toEqual([day('2026-03-03')])
  await refuse()
  expect(await asVersion({ datasets: later() }, readAll(null))).toEqual([{ kind: 'not-wanted' }])
  expect(await shop.kept.list()).toEqual([])
})

test('a kept body that was damaged on the disk is refused, not half read', async () => {
  await refuse()
  const folder = join(shop.path, '..', 'kept-documents')
  const body = readdirSync(folder).find((file) => file.endsWith('.gz')) ?? ''
  writeFileSync(join(folder, body), readFileSync(join(folder, body)).subarray(0, 40))
  expect(await asVersion({ datasets: later() }, readAll())).toMatchObject([{ kind: 'refused' }])
  expect(await receipts()).toEqual([])
})

test('an older note, written before documents could be read again, is passed over', async () => {
  await refuse()
  const folder = join(shop.path, '..', 'kept-documents')
  writeFileSync(join(folder, '000000000000001-orders-run_9.json'), '{"dataset":"orders","verdict":"line 1"}')
  expect((await shop.kept.list()).map((one) => one.dataset)).toEqual([traffic])
})

test('the same fault of the same document is told once, however often it is read', async () => {
  await refuse()
  await asVersion({ version: '2.0.0' }, readAll())
  await asVersion({ version: '3.0.0' }, readAll())
  expect(await shop.reader.stores.findings.newest(9)).toMatchObject([{ kind: 'missing-column', column: 'glanceViews', times: 1 }])
})

test('a limit on how long figures are kept, and deleting an account, take kept documents along', async () => {
  await refuse()
  await shop.stores.keeping.forgetBefore(GERMANY.id, day('2026-03-03'))
  expect(await shop.kept.list()).toHaveLength(1)
  await shop.stores.keeping.forgetBefore(GERMANY.id, day('2026-03-04'))
  expect(await shop.kept.list()).toEqual([])

  // The run that fetched it is long forgotten; the note still says whose it is.
  await shop.stores.accounts.attach({ account, authorization, channels: [germany], activity: activity('connected') })
  await shop.commit(orderFor({ dataset: traffic }), renamed(7))
  expect(await shop.kept.list()).toHaveLength(1)
  await shop.stores.keeping.purge(account.id)
  expect(readdirSync(join(shop.path, '..', 'kept-documents'))).toEqual([])
})
