import { statSync } from 'node:fs'
import type { IngestOrder } from '../src/main/core/ports/document-ingest.ts'
import { addDays } from '../src/shared/domain/day.ts'
import type { DatasetId } from '../src/shared/domain/ids.ts'
import { brand } from '../src/shared/lib/brand.ts'
import { benchOrder, START_MS } from './lib/bench-channel.ts'
import type { BenchAnswer, BenchOptions } from './lib/bench.ts'
import { startBuiltStores, type BuiltStores } from './lib/built-stores.ts'

const PRODUCTS = 2_000
const DAYS = 120
const DAY_MS = 86_400_000
/** Share of products whose stock moves from one day to the next. */
const MOVING = [0.05, 0.3, 1] as const

/** Stock of every product, taken once a day for months: what the kept days weigh, and whether each reads back exactly. */
export async function bench(options: BenchOptions): Promise<BenchAnswer> {
  const began = performance.now()
  const measured: Measured[] = []
  for (const moving of MOVING) measured.push(await measure(options, moving))
  return {
    lines: measured.map(
      (one) =>
        `${Math.round(one.moving * 100)} % move a day: ${one.bytesPerProductDay.toFixed(1)} bytes a product and day, ${one.commitMs.toFixed(0)} ms a day, ${one.readMs.toFixed(0)} ms to read a day and its hash`,
    ),
    cases: MOVING.length * DAYS,
    violations: measured.reduce((sum, one) => sum + one.notIntact, 0),
    seconds: (performance.now() - began) / 1000,
    facts: Object.fromEntries(
      measured.map((one) => [`bytesAt${Math.round(one.moving * 100)}`, Math.round(one.bytesPerProductDay * 10) / 10]),
    ),
  }
}

interface Measured {
  readonly moving: number
  readonly bytesPerProductDay: number
  readonly commitMs: number
  readonly readMs: number
  readonly notIntact: number
}

/** What one day weighs alone is taken off: products, today's snapshot and an empty schema. */
async function measure(options: BenchOptions, moving: number): Promise<Measured> {
  const single = await keepDays(options, moving, 1)
  const many = await keepDays(options, moving, DAYS)
  return { moving, ...many, bytesPerProductDay: (many.bytes - single.bytes) / (PRODUCTS * (DAYS - 1)) }
}

async function keepDays(options: BenchOptions, moving: number, days: number) {
  const held = await startBuiltStores([], options.built)
  const stock = Array.from({ length: PRODUCTS }, (_, index) => index % 240)
  const began = performance.now()
  for (let day = 0; day < days; day += 1) {
    for (let index = 0; index < PRODUCTS * moving; index += 1) {
      const place = Math.floor(index / moving + day * 7) % PRODUCTS
      stock[place] = ((stock[place] ?? 0) + 1) % 240
    }
    await takeDay(held, day, stock)
  }
  const commitMs = (performance.now() - began) / days
  const { channel, dataset, interval } = orderOn(0)
  const readBegan = performance.now()
  await held.stores.ledger.snapshotAsOf(channel.id, dataset, addDays(interval.from, days - 1))
  const readMs = performance.now() - readBegan
  const kept = await held.stores.ledger.snapshotDays(channel.id, dataset, { from: interval.from, until: addDays(interval.from, days) })
  const notIntact = kept.filter((one) => !one.intact).length + (kept.length === days ? 0 : 1)
  await held.close()
  const bytes = statSync(held.databasePath).size
  await held.end()
  return { bytes, commitMs, readMs, notIntact }
}

function orderOn(day: number): IngestOrder {
  const { channel } = benchOrder('', 1)
  const from = addDays(benchOrder('', 1).interval.from, day)
  return {
    ...benchOrder(`run_${day}`, 1),
    dataset: brand<DatasetId>('fba-inventory'),
    channel,
    interval: { from, until: addDays(from, 1) },
    fetchedAt: START_MS + day * DAY_MS + 3_600_000,
    reason: 'due',
  }
}

async function takeDay({ ingest }: BuiltStores, day: number, stock: readonly number[]): Promise<void> {
  const inventorySummaries = stock.map((quantity, index) => ({
    sellerSku: `ACM-${String(index).padStart(5, '0')}-K7Q`,
    asin: `B0${String(index).padStart(8, '0')}`,
    condition: 'NewItem',
    productName: 'Trekking Pole, Set of 2',
    totalQuantity: quantity + 7,
    inventoryDetails: {
      fulfillableQuantity: quantity,
      inboundWorkingQuantity: 0,
      inboundShippedQuantity: 4,
      inboundReceivingQuantity: 0,
      reservedQuantity: { totalReservedQuantity: 3 },
      researchingQuantity: { totalResearchingQuantity: 0 },
      unfulfillableQuantity: { totalUnfulfillableQuantity: 0 },
    },
  }))
  const order = orderOn(day)
  await ingest.addPage(order, new TextEncoder().encode(JSON.stringify({ payload: { inventorySummaries } })))
  const committed = await ingest.commitPages(order)
  if (!committed.ok) throw new Error(committed.error.kind)
}
