import SqliteDatabase from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import { interval, type Day } from '../../../src/shared/domain/day.ts'
import { dataset } from '../../../src/main/datasets/orders.dataset.ts'
import type { Row } from '../../../src/main/datasets/document.ts'
import { productCell } from '../../../src/main/datasets/product-cell.ts'
import { migrate } from '../../../src/main/adapters/sqlite/database/migrate.ts'
import { createLedgerCommit } from '../../../src/main/adapters/sqlite/ledger/ledger-commit.ts'
import { createLedgerReads } from '../../../src/main/adapters/sqlite/ledger/ledger-reads.ts'
import { GERMANY, NOON, orderFor } from '../ingest/shop.ts'

const FIRST = 20_400
const DAYS = 100
const TEN_MINUTES = 600_000
const everything = interval(brand<Day>(FIRST), brand<Day>(FIRST + DAYS))
const datasets = new Map([[dataset.id, dataset]])

let shop: ReturnType<typeof openShop>
beforeEach(() => {
  shop = openShop()
  shop.take(FIRST, DAYS, NOON)
  return () => void shop.db.close()
})

describe('a hundred days that were looked at', () => {
  test('are not read from their rows again while nothing was committed', async () => {
    expect(await shop.broken()).toEqual([])
    shop.readRows.length = 0

    expect(await shop.broken()).toEqual([])

    expect(shop.readRows).toEqual([])
  })

  test('a day taken anew has only its neighbourhood read', async () => {
    await shop.broken()
    shop.readRows.length = 0
    shop.take(FIRST + 50, 1, NOON + 1, 777)

    expect(await shop.broken()).toEqual([])

    expect(shop.readRows.length).toBeGreaterThan(0)
    for (const { from, until } of shop.readRows) {
      expect(from).toBeLessThanOrEqual(FIRST + 50)
      expect(until).toBeGreaterThan(FIRST + 50)
      expect(until - from).toBeLessThanOrEqual(16)
    }
  })

  test('what breaks behind the back of the ledger shows within ten minutes', async () => {
    await shop.broken()
    shop.db.exec(`DELETE FROM order_lines WHERE day = ${FIRST + 7}`)
    shop.db.exec(`UPDATE order_days SET units = units + 1 WHERE day = ${FIRST + 80}`)

    shop.pass(TEN_MINUTES)

    expect(await shop.broken()).toEqual([FIRST + 7, FIRST + 80])
  })

  test('a broken day is looked at every time, so one made whole again shows at once', async () => {
    shop.db.exec(`UPDATE order_days SET units = units + 1 WHERE day = ${FIRST + 80}`)
    expect(await shop.broken()).toEqual([FIRST + 80])
    expect(await shop.broken()).toEqual([FIRST + 80])

    shop.db.exec(`UPDATE order_days SET units = units - 1 WHERE day = ${FIRST + 80}`)

    expect(await shop.broken()).toEqual([])
  })

  test('an audit that finds a fault has the next quick look find it, too', async () => {
    await shop.broken()
    shop.db.exec(`DELETE FROM order_lines WHERE day = ${FIRST + 7}`)
    expect(await shop.broken(everything, 'hash')).toEqual([FIRST + 7])

    expect(await shop.broken()).toEqual([FIRST + 7])
  })

  test('a short look and a long one do not lend each other days they have not seen', async () => {
    const few = interval(brand<Day>(FIRST + 3), brand<Day>(FIRST + 5))
    expect(await shop.broken(few)).toEqual([])
    shop.db.exec(`DELETE FROM order_lines WHERE day = ${FIRST + 6}`)

    expect(await shop.broken()).toEqual([FIRST + 6])
  })
})

function openShop() {
  const db = new SqliteDatabase(':memory:')
  migrate(db)
  let mono = 0
  const commit = createLedgerCommit(db, datasets)
  const readRows: { from: number; until: number }[] = []
  const reads = createLedgerReads(watched(db, readRows), datasets, () => mono)
  return {
    db,
    readRows,
    pass: (ms: number) => (mono += ms),
    take(from: number, days: number, fetchedAt: number, price = 500) {
      const span = interval(brand<Day>(from), brand<Day>(from + days))
      const rows = Array.from({ length: days }, (_, index) => row(from + index, price))
      expect(commit(orderFor({ request: 'days', interval: span, fetchedAt }), rows, null)).toMatchObject({ ok: true })
    },
    async broken(days = everything, check: 'sums' | 'hash' = 'sums') {
      const facts = await reads.receipts(GERMANY.id, dataset.id, days, check)
      return facts.filter((fact) => !fact.intact).map((fact) => fact.day)
    },
  }
}

/** Notes which days of the rows are summed. */
function watched(db: SqliteDatabase.Database, seen: { from: number; until: number }[]): SqliteDatabase.Database {
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'prepare') {
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      }
      return (sql: string) => {
        const statement = target.prepare(sql)
        if (!sql.includes('FROM order_lines')) return statement
        const all = statement.all.bind(statement)
        statement.all = (...given: unknown[]) => {
          seen.push({ from: Number(given[1]), until: Number(given[2]) })
          return all(...given)
        }
        return statement
      }
    },
  })
}

function row(day: number, price: number): Row {
  const sku = productCell({ sku: 'S1', asin: 'B1', title: 'Thing' })
  return [day, `o-${day}`, sku, 1000, 'Shipped', 'Shipped', 2, 1, price, null, null, null, 'EUR', 'Amazon', 0]
}
