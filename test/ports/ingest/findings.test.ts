import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { DatasetId } from '../../../src/shared/domain/ids.ts'
import { HEADER, ordersText } from './orders-text.ts'
import { ADDRESS, GERMANY, NOON, openShop, orderFor, type Shop } from './shop.ts'

let shop: Shop
beforeEach(() => void (shop = openShop()))
afterEach(() => shop.end())

const found = () => shop.reader.stores.findings.newest(50)
const traffic = brand<DatasetId>('vendor-traffic')
const trafficText = (change: object, more: object = {}) =>
  JSON.stringify({
    reportSpecification: { reportOptions: { reportPeriod: 'DAY' }, marketplaceIds: [GERMANY.marketplaceId] },
    trafficByAsin: [{ startDate: '2026-03-02', endDate: '2026-03-02', asin: 'B1', glanceViews: 7, ...change }],
    ...more,
  })

test('a new column does not stop an order file, and is told once with the newest report', async () => {
  const text = ordersText([{ sku: 'S1' }])
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const wider = [`${head}\tnovel-column`, ...lines.map((line) => `${line}\tsecret words`), ''].join('\n')
  expect(await shop.commit(orderFor({ amazonReportId: 'R1' }), wider)).toMatchObject({ ok: true, value: { rows: 1 } })
  await shop.commit(orderFor({ amazonReportId: 'R2', fetchedAt: NOON + 9 }), wider)
  expect(await found()).toEqual([
    {
      source: 'orders',
      kind: 'unknown-column',
      column: 'novel-column',
      why: 'not known',
      documentId: 'R2',
      channelId: GERMANY.id,
      firstAt: NOON,
      at: NOON + 9,
      times: 2,
    },
  ])
  expect(filesOf(shop.folder).filter((file) => readFileSync(file).includes('secret words'))).toEqual([])
})

test('a report asked for earlier that arrives later moves the first time back, and leaves the newest report named', async () => {
  const text = ordersText([{ sku: 'S1' }])
  const wider = text
    .trimEnd()
    .split('\n')
    .map((line, index) => `${line}\t${index === 0 ? 'novel-column' : 'x'}\n`)
    .join('')
  await shop.commit(orderFor({ amazonReportId: 'R2', fetchedAt: NOON + 9 }), wider)
  await shop.commit(orderFor({ amazonReportId: 'R1', fetchedAt: NOON }), wider)
  expect(await found()).toMatchObject([{ column: 'novel-column', documentId: 'R2', firstAt: NOON, at: NOON + 9, times: 2 }])
})

test('every column that Amazon is known to send is told of never', async () => {
  await shop.commit(orderFor(), ordersText([{ sku: 'S1' }]))
  expect(HEADER).toContain('ship-city')
  expect(await found()).toEqual([])
})

test('a missing column refuses the document, names report and column, and leaves other datasets alone', async () => {
  const [head = '', ...lines] = ordersText([{ sku: 'S1' }]).split('\n')
  const order = orderFor({ amazonReportId: 'R3' })
  expect(await shop.commit(order, [head.replace('item-price', 'item-cost'), ...lines].join('\n'))).toMatchObject({ ok: false })
  expect(await found()).toMatchObject([
    { source: 'orders', kind: 'missing-column', column: 'item-price', documentId: 'R3' },
    { source: 'orders', kind: 'unknown-column', column: 'item-cost', documentId: 'R3' },
  ])
  expect(await shop.commit(orderFor({ dataset: traffic }), trafficText({}))).toMatchObject({ ok: true, value: { rows: 1 } })
})

test('a new word of a closed list is taken as it is and told', async () => {
  expect(
    await shop.commit(orderFor({ amazonReportId: 'R4' }), ordersText([{ sku: 'S1', status: 'Teleported', itemStatus: 'Shipped' }])),
  ).toMatchObject({ ok: true })
  expect(await found()).toMatchObject([{ kind: 'new-value', column: 'status', why: 'Teleported', documentId: 'R4' }])
})

test('JSON: a new field is told, a field left out or unreadable refuses the document', async () => {
  await shop.commit(orderFor({ dataset: traffic, amazonReportId: 'R5' }), trafficText({ novelField: 'x' }))
  await shop.commit(orderFor({ dataset: traffic, fetchedAt: NOON + 1 }), trafficText({ glanceViews: undefined }))
  await shop.commit(orderFor({ dataset: traffic, fetchedAt: NOON + 2 }), trafficText({ glanceViews: 'many' }))
  expect((await found()).map(({ kind, column }) => [kind, column])).toEqual([
    ['unreadable', 'glanceViews'],
    ['missing-column', 'glanceViews'],
    ['unknown-column', 'novelField'],
  ])
})

test('a document that is no text at all is told as a whole', async () => {
  await shop.commit(orderFor({ dataset: traffic }), 'not JSON')
  expect(await found()).toMatchObject([{ source: 'vendor-traffic', kind: 'unreadable', column: 'the document', why: 'not JSON' }])
})

test.each([
  ['{"errorDetails":"The report data for the requested date range is not yet available."}', 'not-yet-available', null],
  ['{"errorDetails":"The report type requires the distributorView reportOption to be specified."}', 'option-missing', null],
  ['{"errors":[{"code":"InvalidQuery","message":"Validation error of type FieldUndefined: buyers"}]}', 'query-invalid', 'InvalidQuery'],
  ['{"errors":[{"code":"Unauthorized","message":"Not authorized to access this data set."}]}', 'no-permission', 'Unauthorized'],
  ['{"errors":[{"message":"Try again","code":"INTERNAL"}]}', 'unknown', 'INTERNAL'],
  ['{"errors":[{"code":"Mia Fox, 12 High Street"}]}', 'unknown', null],
  ['who knows', 'unknown', null],
])('why nothing could be made is read as a closed code: %s', async (text, reason, code) => {
  await shop.commit(orderFor({ dataset: traffic }), text)
  expect(await shop.ingest.readReason({ url: ADDRESS, gzip: true })).toEqual({ ok: true, value: { reason, code } })
  await shop.commit(orderFor({ dataset: traffic }), new Uint8Array(gzipSync(text)), { gzip: false })
  expect(await shop.ingest.readReason({ url: ADDRESS, gzip: false })).toEqual({ ok: true, value: { reason, code } })
})

test('a document of a failure that is far too large is not read', async () => {
  await shop.commit(orderFor({ dataset: traffic }), `"${'x'.repeat(1024 * 1024)}"`, { gzip: false })
  expect(await shop.ingest.readReason({ url: ADDRESS, gzip: false })).toMatchObject({ ok: false, error: { kind: 'bad-document' } })
})

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? filesOf(join(folder, name)) : [join(folder, name)],
  )
}
