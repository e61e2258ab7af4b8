import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, type Shop } from './cli.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

test('nothing was refused: nothing is kept', async () => {
  expect(await shop.run('reread')).toMatchObject({ code: 0, out: 'No refused document is kept.\n' })
})

test('a listings file without a column is refused, kept, and read again on request; this version still cannot', async () => {
  shop.amazon.control.fault({ kind: 'missing-column', account: 'kestrel', reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA' })
  await shop.connect('kestrel')
  await shop.run('sync', '--once', '--json')
  const { code, out } = await shop.run('reread', '--dataset', 'listings', '--json')
  expect(code).toBe(0)
  const { documents } = JSON.parse(out) as { documents: readonly object[] }
  expect(documents.length).toBeGreaterThan(0)
  expect(documents[0]).toMatchObject({
    dataset: 'listings',
    documentId: expect.any(String),
    hasBody: true,
    came: 'refused',
    sentence: 'still refused: line 1: no column seller-sku',
  })
  const table = await shop.run('reread')
  expect(table.out).toMatch(/listings +2026-09-\d\d to 2026-09-\d\d +\S+ +still refused: line 1: no column seller-sku/)
})

test('beside it, orders are complete, and findings name dataset, document and column', async () => {
  const { out } = await shop.run('findings', '--json')
  const { findings } = JSON.parse(out) as { findings: readonly object[] }
  expect(findings).toContainEqual(
    expect.objectContaining({ source: 'listings', kind: 'missing-column', column: 'seller-sku', documentId: expect.any(String) }),
  )
  const coverage = JSON.parse((await shop.run('coverage', '--dataset', 'orders', '--json')).out) as { days: readonly { state: string }[] }
  expect(coverage.days.filter((day) => day.state.startsWith('complete')).length).toBeGreaterThan(30)
})

test('a dataset that there is not is named as the mistake', async () => {
  const { code, out } = await shop.run('reread', '--dataset', 'weather', '--json')
  expect(code).not.toBe(0)
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'not-found', field: 'dataset' } })
})
