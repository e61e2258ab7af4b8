import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { datasets } from '../../../src/main/datasets/index.ts'

const root = new URL('../../../', import.meta.url)
const ids = readdirSync(new URL('src/main/datasets/', root))
  .filter((name) => name.endsWith('.dataset.ts'))
  .map((name) => name.replace('.dataset.ts', ''))
const schema = readdirSync(new URL('resources/migrations/', root))
  .map((name) => readFileSync(new URL(`resources/migrations/${name}`, root), 'utf8'))
  .join('\n')

/** A dataset is a file, a migration, a test and a page; nothing lists it, so this reads the folders. */
describe(`the ${ids.length} dataset files of the folder`, () => {
  test('are many, and all are found by their ids', () => {
    expect(ids.length).toBeGreaterThanOrEqual(6)
    expect([...datasets.keys()].map(String).sort()).toEqual([...ids].sort())
  })

  test.each(ids)('%s has its tables in a migration, with every column', (id) => {
    const table = tableOf(id)
    for (const name of [table.name, ...table.rollups.map((one) => one.name)]) expect(schema).toMatch(new RegExp(`CREATE TABLE ${name} \\(`))
    const body = new RegExp(`CREATE TABLE ${table.name} \\(([\\s\\S]*?)\\) STRICT`).exec(schema)?.[1] ?? ''
    const added = [...schema.matchAll(new RegExp(`ALTER TABLE ${table.name} ADD COLUMN (\\w+)`, 'g'))].map((one) => one[1])
    for (const { name } of table.columns) expect(added.includes(name) || new RegExp(`^\\s+${name} `, 'm').test(body), name).toBe(true)
  })

  test.each(ids)('%s has a test and a page of its own', (id) => {
    expect(existsSync(new URL(`test/unit/datasets/${id}.test.ts`, root)), 'test').toBe(true)
    const page = readFileSync(new URL(`docs/datasets/${id}.md`, root), 'utf8')
    expect(page).toMatch(new RegExp(`^# .*\`${id}\``))
    expect(page.length).toBeGreaterThan(200)
  })
})

function tableOf(id: string) {
  const found = [...datasets.values()].find((one) => one.id === id)
  if (!found) throw new Error(`no dataset ${id}`)
  return found.table
}
