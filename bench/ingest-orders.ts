import { statSync } from 'node:fs'
import type { DayInterval } from '../src/shared/domain/day.ts'
import { benchOrder, START_MS } from './lib/bench-channel.ts'
import type { BenchAnswer, BenchOptions } from './lib/bench.ts'
import { startBuiltStores } from './lib/built-stores.ts'
import { serveDocument } from './lib/serve-document.ts'

const LINES = 100_000
const DAYS = 30

/** First ingest, the same document again, and what it takes on disk; every row and cent is counted back. */
export async function bench(options: BenchOptions): Promise<BenchAnswer> {
  const served = await serveDocument({ lines: LINES, startMs: START_MS, days: DAYS, seed: options.seed })
  const held = await startBuiltStores([served.origin], options.built)
  const order = benchOrder('run_first', DAYS)
  const first = await timed(() => held.ingest.commitDocument(order, { url: served.url, gzip: true }))
  const again = await timed(() => held.ingest.commitDocument(benchOrder('run_again', DAYS), { url: served.url, gzip: true }))
  const receipts = await held.stores.ledger.receipts(order.channel.id, order.dataset, order.interval satisfies DayInterval, 'hash')
  const rows = receipts.reduce((sum, one) => sum + one.rows, 0)
  const money = receipts.reduce((sum, one) => sum + (one.moneyMinor ?? 0), 0)
  const isExact = rows === LINES && money === served.document.moneyMinor && receipts.length === DAYS && receipts.every((one) => one.intact)
  const isSame = again.value.ok && again.value.value.changedDays === 0
  await held.close()
  const bytes = statSync(held.databasePath).size
  await held.end()
  served.close()
  const lines = [
    `first ${first.seconds.toFixed(2)} s (${Math.round(LINES / first.seconds)} lines/s), again ${again.seconds.toFixed(2)} s`,
    `rows ${rows} of ${LINES}, cents off ${money - served.document.moneyMinor}, ${(bytes / LINES).toFixed(1)} bytes a line`,
  ]
  const facts = {
    firstSeconds: first.seconds,
    againSeconds: again.seconds,
    bytesPerLine: Math.round((bytes / LINES) * 10) / 10,
    centsOff: money - served.document.moneyMinor,
  }
  return { lines, cases: 2, violations: (isExact ? 0 : 1) + (isSame ? 0 : 1), seconds: first.seconds + again.seconds, facts }
}

async function timed<Value>(act: () => Promise<Value>): Promise<{ readonly value: Value; readonly seconds: number }> {
  const began = performance.now()
  const value = await act()
  return { value, seconds: (performance.now() - began) / 1000 }
}
