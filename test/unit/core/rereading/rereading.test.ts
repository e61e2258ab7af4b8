import { expect, test } from 'vitest'
import { createRereading } from '../../../../src/main/core/rereading/create-rereading.ts'
import type { KeptDocuments } from '../../../../src/main/core/ports/kept-documents.ts'
import type { Channel } from '../../../../src/shared/domain/account.ts'
import type { Day } from '../../../../src/shared/domain/day.ts'
import type { ChannelId, DatasetId } from '../../../../src/shared/domain/ids.ts'
import type { KeptDocument, Reread } from '../../../../src/shared/domain/reread.ts'
import { brand } from '../../../../src/shared/lib/brand.ts'
import { rereadSentence } from '../../../../src/shared/text/reread-text.ts'
import { GERMANY } from '../../../ports/ingest/shop.ts'
import { createMemoryKept } from '../../../twins/kept-documents.ts'
import { createSilentLog } from '../../../twins/log.ts'

const READ: Reread = { kind: 'read', days: 3, rows: 9, leftAlone: 0 }
const REFUSED: Reread = { kind: 'refused', why: 'line 4 column price' }

function kept(id: string, more: Partial<KeptDocument> = {}): KeptDocument {
  return {
    id,
    dataset: brand<DatasetId>('listings'),
    channelId: GERMANY.id,
    from: brand<Day>(20_000),
    until: brand<Day>(20_003),
    fetchedAt: 1000,
    amazonReportId: `report of ${id}`,
    hasBody: true,
    isUntried: true,
    ...more,
  }
}

function start(documents: KeptDocuments, channels: readonly Channel[] = [GERMANY]) {
  const log = createSilentLog()
  let changes = 0
  const stores = { accounts: { channels: async () => channels } }
  const ports = { kept: documents, log, stores } as unknown as Parameters<typeof createRereading>[0]['ports']
  const rereading = createRereading({ ports, onChange: () => (changes += 1) })
  return { rereading, log, changes: () => changes }
}

const came = async (asked: ReturnType<ReturnType<typeof createRereading>['readAgain']>) =>
  (await asked).map((one) => [one.document.id, one.came.kind])

test('after an update only what this version has not tried is read; the next start tries nothing', async () => {
  const documents = createMemoryKept([
    { document: kept('new'), comes: REFUSED },
    { document: kept('tried', { isUntried: false }), comes: READ },
  ])
  const app = start(documents)
  await app.rereading.afterUpdate()
  await app.rereading.afterUpdate()
  expect(app.log.lines.map((line) => [line.code, line.facts])).toEqual([['documents-read-again', { tried: 1, read: 0 }]])
  expect(app.changes()).toBe(1)
  expect((await documents.list()).map((one) => [one.id, one.isUntried])).toEqual([
    ['new', false],
    ['tried', false],
  ])
})

test('a person may ask at any time, for one dataset or for all, and hears what came of each', async () => {
  const documents = createMemoryKept([
    { document: kept('a', { isUntried: false }), comes: READ },
    { document: kept('b', { isUntried: false, dataset: brand<DatasetId>('orders') }), comes: { kind: 'not-kept' } },
    { document: kept('c', { isUntried: false, channelId: brand<ChannelId>(77) }), comes: READ },
  ])
  const { rereading } = start(documents)
  expect(await came(rereading.readAgain(brand<DatasetId>('orders')))).toEqual([['b', 'not-kept']])
  expect(await came(rereading.readAgain(null))).toEqual([
    ['a', 'read'],
    ['b', 'not-kept'],
    ['c', 'not-wanted'],
  ])
  expect(await came(rereading.readAgain(null))).toEqual([['b', 'not-kept']])
})

test('two who ask at once do not read the same document twice', async () => {
  const { rereading } = start(createMemoryKept([{ document: kept('a'), comes: READ }]))
  expect(await Promise.all([came(rereading.readAgain(null)), came(rereading.readAgain(null))])).toEqual([[['a', 'read']], []])
})

test('a folder that cannot be read keeps no app from starting', async () => {
  const { rereading, log } = start({ ...createMemoryKept(), list: () => Promise.reject(new Error('no rights')) })
  await rereading.afterUpdate()
  expect(log.lines.map((line) => line.code)).toEqual(['reading-again-broke'])
})

test('every outcome is said in words', () => {
  const said = (one: Reread) => rereadSentence(one)
  expect(said({ kind: 'read', days: 30, rows: 9, leftAlone: 0 })).toBe('read again: 30 days')
  expect(said({ kind: 'read', days: 1, rows: 9, leftAlone: 2 })).toBe('read again: 1 day, 2 left alone as newer')
  expect(said({ kind: 'refused', why: 'line 4 column {why}' })).toBe('still refused: line 4 column {why}')
  expect(said({ kind: 'not-kept' })).toBe('not kept: will be fetched again')
  expect(said({ kind: 'newer-held' })).toBe('newer data already held: left alone')
})
