import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader } from '../../../src/main/workers/open-reader.ts'
import { days, GERMANY, NOON, orderFor } from '../ingest/shop.ts'
import { buildChild } from './build-child.ts'
import { freshPlace } from './carriers.ts'

let child: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => void (child = await buildChild('test/ports/sqlite/kill-child.ts')))
afterAll(() => child.remove())

test('killed twenty times in the middle of committing: nothing said is lost, and every receipt is true', async () => {
  const { folder, path } = freshPlace()
  let said = -1
  for (let kill = 0; kill < 20; kill += 1) {
    const heard = await runAndKill(path, said + 1, { commits: 1 + (kill % 4), delayMs: (kill * 7) % 23 })
    said = Math.max(said, heard)
    const reader = openReader({ databasePath: path })
    if (!reader.ok) throw new Error(reader.error.kind)
    const facts = await reader.value.stores.ledger.receipts(GERMANY.id, orderFor().dataset, days('2026-03-01', '2026-03-04'), 'hash')
    expect(
      facts.every((fact) => fact.intact),
      `kill ${kill}`,
    ).toBe(true)
    const newest = Math.max(
      -1,
      ...(await reader.value.stores.ledger.restatements({ limit: 5000 })).map((fact) => fact.at - NOON),
      ...facts.map((fact) => fact.fetchedAt - NOON),
    )
    expect(newest, `kill ${kill}`).toBeGreaterThanOrEqual(said)
    reader.value.close()
    expect(strayRows(path), `kill ${kill}`).toBe(0)
  }
  expect(said).toBeGreaterThan(20)
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

/** The last commit the child told of before it was killed, a moment after it had told of so many. */
function runAndKill(path: string, first: number, { commits, delayMs }: { commits: number; delayMs: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child.path, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    running.stdout.on('data', (chunk: Buffer) => {
      const isNew = told.split('\n').length <= commits + 1
      told += chunk.toString()
      if (isNew && told.split('\n').length > commits + 1) setTimeout(() => running.kill('SIGKILL'), delayMs)
    })
    running.on('exit', (code) =>
      code === null ? resolve(Number(/ (\d+)\n[^\n]*$/.exec(told)?.[1] ?? -1)) : reject(new Error(`ended with ${code}`)),
    )
  })
}

function strayRows(path: string): number {
  const db = new SqliteDatabase(path, { readonly: true })
  const stray = db.prepare('SELECT count(*) FROM order_lines WHERE day NOT IN (SELECT day FROM receipts)').pluck().get()
  db.close()
  return Number(stray)
}
