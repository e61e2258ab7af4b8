import { rmSync } from 'node:fs'
import { MessageChannel, Worker } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { connectStores } from '../../../src/main/adapters/sqlite/calls/connect-stores.ts'
import { migrate } from '../../../src/main/adapters/sqlite/database/migrate.ts'
import { createLedgerCommit } from '../../../src/main/adapters/sqlite/ledger/ledger-commit.ts'
import { createReadStores } from '../../../src/main/adapters/sqlite/create-stores.ts'
import { datasets } from '../../../src/main/datasets/index.ts'
import { productCell } from '../../../src/main/datasets/product-cell.ts'
import { GERMANY, orderFor } from '../ingest/shop.ts'
import { serveWriter } from '../../../src/main/workers/serve-writer.ts'
import { buildChild } from './build-child.ts'
import { freshPlace } from './carriers.ts'
import { account, activity, authorization, germany, run } from './people.ts'

const row = (index: number) => [
  20_514,
  `302-${index}`,
  productCell({ sku: `S${index}`, asin: 'B', title: 'x'.repeat(200) }),
  1000,
  'Shipped',
  'Shipped',
  1,
  1,
  100,
  0,
  0,
  0,
  'EUR',
  'Amazon',
  0,
]

test('a full disk is told as such, and nothing of the document is stored', async () => {
  const db = new SqliteDatabase(':memory:')
  migrate(db)
  const commit = createLedgerCommit(db, datasets)
  expect(commit(orderFor(), [row(1)], null)).toMatchObject({ ok: true })
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 4}`)
  expect(
    commit(
      orderFor(),
      Array.from({ length: 2000 }, (_, index) => row(index)),
      null,
    ),
  ).toEqual({ ok: false, error: { kind: 'storage-full', evidence: 'SQLITE_FULL' } })
  const order = orderFor()
  const facts = await createReadStores(db, datasets).ledger.receipts(GERMANY.id, order.dataset, order.interval, 'hash')
  expect(facts.map((fact) => [fact.rows, fact.intact])).toEqual([
    [0, true],
    [1, true],
    [0, true],
  ])
  db.close()
})

describe('a worker that dies', () => {
  test('rejects what waits for it by name, and one started anew serves the same data', async () => {
    const { folder, path } = freshPlace()
    const [writerEntry, readerEntry] = await Promise.all([
      buildChild('src/main/workers/ingest.ts'),
      buildChild('src/main/workers/reader.ts'),
    ])
    const start = () => {
      const [writer, reader] = [writerEntry, readerEntry].map(
        (entry) => new Worker(entry.path, { workerData: { databasePath: path, allowedOrigins: [], version: '1.0.0' } }),
      )
      if (!writer || !reader) throw new Error('no workers')
      return { writer, reader, connected: connectStores(writer, reader) }
    }
    const first = start()
    expect(await first.connected.ready).toEqual({ ok: true })
    await first.connected.stores.accounts.attach({ account, authorization, channels: [germany], activity: activity('connected') })
    const waiting = first.connected.stores.runs.add(Array.from({ length: 2000 }, (_, index) => run(`r${index}`)))
    const died = first.writer.terminate()
    await expect(waiting).rejects.toMatchObject({ name: 'StorageFailure', code: 'worker-ended' })
    await died
    await expect(first.connected.stores.accounts.rename(account.id, 'x')).rejects.toMatchObject({ code: 'worker-ended' })
    await first.connected.close()
    const second = start()
    expect(await second.connected.stores.accounts.accounts()).toEqual([account])
    await second.connected.close()
    writerEntry.remove()
    readerEntry.remove()
    rmSync(folder, { recursive: true, force: true })
  })
})

test('a call for anything but a declared method is answered as a mistake', async () => {
  const { folder, path } = freshPlace()
  const { port1, port2 } = new MessageChannel()
  serveWriter(port2, { databasePath: path, allowedOrigins: [], version: '1.0.0' }, () => port2.close())
  const answers: unknown[] = []
  const done = new Promise<void>((resolve) => port1.on('message', (answer) => (answers.push(answer) === 6 ? resolve() : undefined)))
  const call = (store: string, method: string, id: number) =>
    port1.postMessage({ kind: 'call', id, store, method, args: [], signal: 'none' })
  call('runs', 'stopAll', 1)
  port1.postMessage({ kind: 'open' })
  const strange = [
    ['constructor', 'assign'],
    ['__proto__', 'toString'],
    ['runs', 'constructor'],
    ['nothing', 'here'],
  ] as const
  for (const [index, [store, method]] of strange.entries()) call(store, method, index + 2)
  await done
  expect(answers).toEqual([
    expect.objectContaining({ kind: 'error', id: 1, code: 'not-open' }),
    { kind: 'opened', trouble: null },
    ...strange.map((_, index) => expect.objectContaining({ kind: 'error', id: index + 2, code: 'internal' })),
  ])
  port1.postMessage({ kind: 'close' })
  await new Promise((resolve) => port1.once('close', resolve))
  rmSync(folder, { recursive: true, force: true })
})
