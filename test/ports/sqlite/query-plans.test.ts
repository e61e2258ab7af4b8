import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/adapters/sqlite/database/migrate.ts'

const db = new SqliteDatabase(':memory:')
migrate(db)

const span = 'channel_id = 1 AND day >= 20000 AND day < 20365'

test.each([
  ['the daily chart', `SELECT day, orders FROM order_days WHERE ${span} ORDER BY day`],
  ['profit', `SELECT day, sales_minor FROM transaction_days WHERE ${span} ORDER BY day`],
  ['rows of a span', `SELECT order_id FROM order_lines WHERE ${span} ORDER BY day`],
  ['the receipts of a span', `SELECT * FROM receipts WHERE channel_id = 1 AND dataset = 'orders' AND day >= 1 AND day < 2 ORDER BY day`],
  ['standing runs', `SELECT * FROM runs WHERE step NOT IN ('committed', 'ended') ORDER BY planned_at, id`],
  ['the newest runs of an account', `SELECT * FROM runs WHERE account_id = 'a' ORDER BY planned_at DESC, id DESC LIMIT 5`],
  ['the newest activity of an account', `SELECT * FROM activities WHERE account_id = 'a' ORDER BY at DESC, id DESC LIMIT 5`],
  [
    'the newest evidence of a kind',
    `SELECT * FROM evidence WHERE source = 'renewal' AND COALESCE(account_id, '') = 'a' AND COALESCE(family, '') = 'selling' AND COALESCE(channel_id, 0) = 0 AND COALESCE(dataset, '') = ''`,
  ],
])('%s is read along an index, without sorting', (_name, sql) => {
  const plan = db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((step) => String((step as { detail: unknown }).detail))
  expect(plan.join('; ')).toMatch(/USING (INDEX|PRIMARY KEY|COVERING INDEX)/)
  expect(plan.join('; ')).not.toMatch(/TEMP B-TREE|^SCAN \w+$/)
})
