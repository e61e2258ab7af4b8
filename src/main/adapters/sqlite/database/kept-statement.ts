import type { Database, Statement } from 'better-sqlite3'

const kept = new WeakMap<Database, Map<string, Statement>>()

/**
 * The prepared statement of a text, prepared once per connection. A text belongs to one place in the code, because what that
 * place sets on it (`raw`, `pluck`) stays set. Not for `iterate`: a statement being iterated over cannot run a second time.
 */
export function keptStatement<Bind extends unknown[] | object = unknown[], Result = unknown>(
  db: Database,
  sql: string,
): Statement<Bind extends unknown[] ? Bind : [Bind], Result> {
  const texts = kept.get(db) ?? new Map<string, Statement>()
  kept.set(db, texts)
  const statement = texts.get(sql) ?? db.prepare(sql)
  texts.set(sql, statement)
  return statement as unknown as Statement<Bind extends unknown[] ? Bind : [Bind], Result>
}
