import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import { interval, type Day } from '../../../src/shared/domain/day.ts'
import { dataset } from '../../../src/main/datasets/orders.dataset.ts'
import type { Row } from '../../../src/main/datasets/document.ts'
import { productCell } from '../../../src/main/datasets/product-cell.ts'
import { createReadStores } from '../../../src/main/adapters/sqlite/create-stores.ts'
import { migrate } from '../../../src/main/adapters/sqlite/database/migrate.ts'
import { createLedgerCommit } from '../../../src/main/adapters/sqlite/ledger/ledger-commit.ts'
import { GERMANY, NOON, orderFor } from '../ingest/shop.ts'

const FIRST = 20_513
const LAST = FIRST + 6
const datasets = new Map([[dataset.id, dataset]])

interface Line {
  readonly day: number
  readonly order: number
  readonly product: number
  readonly quantity: number
  readonly price: number | null
  readonly cancelled: boolean
}

const line = fc.record<Line>({
  day: fc.integer({ min: FIRST, max: LAST }),
  order: fc.integer({ min: 1, max: 5 }),
  product: fc.integer({ min: 1, max: 3 }),
  quantity: fc.integer({ min: 0, max: 3 }),
  price: fc.option(fc.integer({ min: -500, max: 5000 }), { nil: null }),
  cancelled: fc.boolean(),
})
const span = fc
  .tuple(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: 1, max: 4 }))
  .map(([from, length]) => ({ from, until: Math.min(from + length, LAST + 1) }))
const lines = fc.array(line, { maxLength: 12 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('days' as const), span, lines }),
  fc.record({ kind: fc.constant('changes' as const), span, lines }),
  fc.record({ kind: fc.constant('empty' as const), span, lines: fc.constant<Line[]>([]) }),
)
type Step = {
  readonly kind: 'days' | 'changes' | 'empty'
  readonly span: { readonly from: number; readonly until: number }
  readonly lines: readonly Line[]
}

describe('whatever order slices, changes and empty answers come in', () => {
  test('coverage says exactly what the rows say, and the roll-up too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { db, commit, stores } = openLedger()
        const model = new Map<number, Line[]>()
        for (const [index, one] of steps.entries()) {
          const before = snapshotOf(model)
          perform(commit, one, index * 10)
          applyTo(model, one)
          const changed = [...before].filter(([day, text]) => snapshotOf(model).get(day) !== text).length
          const again = writesOf(db, () => perform(commit, one, index * 10 + 5))
          expect(again).toBe(0)
          await compare(stores, model)
          const recorded = await stores.ledger.restatements({ limit: 1000 })
          expect(recorded.filter((fact) => fact.at === NOON + index * 10)).toHaveLength(changed)
        }
        db.close()
      }),
      { numRuns: 500 },
    )
  })

  test('the order of lines within a document is no matter', async () => {
    fc.assert(
      fc.property(lines, (given) => {
        const [left, right] = [openLedger(), openLedger()]
        const whole = { kind: 'days' as const, span: { from: FIRST, until: LAST + 1 } }
        perform(left.commit, { ...whole, lines: given }, 0)
        perform(right.commit, { ...whole, lines: given.toReversed() }, 0)
        const rows = (db: SqliteDatabase.Database) =>
          db
            .prepare('SELECT l.*, p.sku FROM order_lines l JOIN products p USING (product_id) ORDER BY day, order_id, sku, ordinal')
            .all()
            .map((row) => ({ ...(row as object), product_id: 0 }))
        expect(rows(left.db)).toEqual(rows(right.db))
        left.db.close()
        right.db.close()
      }),
      { numRuns: 200 },
    )
  })
})

function openLedger() {
  const db = new SqliteDatabase(':memory:')
  migrate(db)
  return { db, commit: createLedgerCommit(db, datasets), stores: createReadStores(db, datasets) }
}

function perform(commit: ReturnType<typeof createLedgerCommit>, one: Step, index: number): void {
  const order = orderFor({
    request: one.kind === 'changes' ? 'changes' : 'days',
    interval: interval(brand<Day>(one.span.from), brand<Day>(one.span.until)),
    fetchedAt: NOON + index,
  })
  expect(commit(order, one.lines.map(toRow), one.kind === 'empty' ? 'cancelled for want of rows' : null)).toMatchObject({ ok: true })
}

function toRow({ day, order, product, quantity, price, cancelled }: Line): Row {
  const status = cancelled ? 'Cancelled' : 'Shipped'
  const known = price === null ? null : 0
  const sku = productCell({ sku: `S${product}`, asin: `B${product}`, title: 'Thing' })
  return [day, `o-${order}`, sku, 1000, status, status, quantity, price === null ? 0 : 1, price, known, known, known, 'EUR', 'Amazon', 0]
}

/** What must be held, told in plain lists. */
function applyTo(model: Map<number, Line[]>, one: Step): void {
  if (one.kind !== 'changes') {
    for (let day = one.span.from; day < one.span.until; day += 1)
      model.set(
        day,
        one.lines.filter((given) => given.day === day),
      )
    return
  }
  const orders = new Set(one.lines.map((given) => given.order))
  for (const [day, held] of model)
    model.set(day, [...held.filter((given) => !orders.has(given.order)), ...one.lines.filter((given) => given.day === day)])
}

function snapshotOf(model: ReadonlyMap<number, readonly Line[]>): Map<number, string> {
  return new Map(
    [...model].map(([day, held]) => [
      day,
      held
        .map((one) => JSON.stringify(one))
        .sort()
        .join(),
    ]),
  )
}

/** Rows of figures, roll-ups and restatements written by an act; receipts may move their time. */
function writesOf(db: SqliteDatabase.Database, act: () => void): number {
  const tables = ['order_lines', 'order_days', 'products', 'restatements']
  let writes = 0
  db.function('wrote', { directOnly: false }, () => (writes += 1))
  for (const table of tables)
    for (const event of ['INSERT', 'UPDATE', 'DELETE'])
      db.exec(`CREATE TEMP TRIGGER seen_${table}_${event} AFTER ${event} ON ${table} BEGIN SELECT wrote(); END`)
  act()
  for (const table of tables) for (const event of ['INSERT', 'UPDATE', 'DELETE']) db.exec(`DROP TRIGGER seen_${table}_${event}`)
  return writes
}

async function compare(stores: ReturnType<typeof createReadStores>, model: ReadonlyMap<number, readonly Line[]>): Promise<void> {
  const range = interval(brand<Day>(FIRST), brand<Day>(LAST + 1))
  const facts = await stores.ledger.receipts(GERMANY.id, dataset.id, range, 'hash')
  // The quick look remembers what it proved before; it must never say anything else than the thorough one.
  expect(await stores.ledger.receipts(GERMANY.id, dataset.id, range, 'sums')).toEqual(facts)
  const days = [...model.keys()].sort((a, b) => a - b)
  const sum = (held: readonly Line[], pick: (one: Line) => number) => held.reduce((all, one) => all + pick(one), 0)
  expect(facts.map((fact) => [fact.day, fact.rows, fact.moneyMinor, fact.intact])).toEqual(
    days.map((day) => [day, model.get(day)?.length, sum(model.get(day) ?? [], (one) => one.price ?? 0), true]),
  )
  const sold = days
    .map((day) => ({ day, held: (model.get(day) ?? []).filter((one) => !one.cancelled), all: model.get(day) ?? [] }))
    .filter(({ all }) => all.length > 0)
  expect(await stores.reports.sales(GERMANY.id, range)).toEqual(
    sold.map(({ day, held }) => ({
      day,
      orders: new Set(held.map((one) => one.order)).size,
      units: sum(held, (one) => one.quantity),
      orderedMinor: sum(held, (one) => one.price ?? 0),
      unknownPrices: held.filter((one) => one.price === null).length,
    })),
  )
}
