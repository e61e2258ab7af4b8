import { createHash } from 'node:crypto'
import SqliteDatabase from 'better-sqlite3'
import { datasets } from '../../src/main/datasets/index.ts'
import type { Shop } from './open-shop.ts'

/** Days of the ledger by channel and dataset, as `channel/dataset/day`. */
export type HeldDays = ReadonlySet<string>

interface Held {
  readonly channel_id: number
  readonly dataset: string
  readonly day: number
}

/** The days whose figures no longer move, by the receipts themselves. */
export function settledDays(shop: Shop): HeldDays {
  return look(shop, (db) => {
    const found = db
      .prepare('SELECT channel_id, dataset, day FROM receipts WHERE fetched_at >= settles_on * 86400000 + 86400000 ORDER BY 1, 2, 3')
      .all() as Held[]
    return new Set(found.map(keyOf))
  })
}

/** Every day that is held, settled or not. */
export function heldDays(shop: Shop): HeldDays {
  return look(shop, (db) => new Set((db.prepare('SELECT channel_id, dataset, day FROM receipts').all() as Held[]).map(keyOf)))
}

/** Hash of every row of the given days, read straight from the tables: the same hash is the same history, byte for byte. */
export function historyHash(shop: Shop, days: HeldDays): string {
  return look(shop, (db) => {
    const hash = createHash('sha256')
    for (const { id, shape, table } of datasets.values()) {
      if (shape !== 'event') continue
      const join = table.columns.some((column) => column.kind === 'product') ? 'JOIN products p USING (product_id)' : ''
      const columns = table.columns.map(({ name, kind }) => (kind === 'product' ? 'p.sku, p.asin' : `t.${name}`))
      const rows = db
        .prepare(
          `SELECT t.channel_id, t.day, ${columns.join(', ')} FROM ${table.name} t ${join} ORDER BY ${columns.map((_, index) => index + 1).join(', ')}, 1, 2`,
        )
        .raw()
        .all() as unknown[][]
      for (const row of rows) if (days.has(`${String(row[0])}/${id}/${String(row[1])}`)) hash.update(`${id} ${JSON.stringify(row)}\n`)
    }
    return hash.digest('hex')
  })
}

/** One look into the file beside the app, or one act behind its back. */
export function look<Value>(shop: Shop, act: (db: SqliteDatabase.Database) => Value): Value {
  const db = new SqliteDatabase(shop.machine.databasePath)
  try {
    return act(db)
  } finally {
    db.close()
  }
}

function keyOf({ channel_id, dataset, day }: Held): string {
  return `${channel_id}/${dataset}/${day}`
}
