import { afterAll, beforeAll, expect, test } from 'vitest'
import { datasets } from '../../src/main/datasets/index.ts'
import { parseQuery, type Field } from '../../src/stand-in/kiosk/graphql.ts'
import { kioskDocuments, type KioskDocument } from './ask-kiosk.ts'
import { readSchema, troubleWithField, troubleWithLine } from './graphql.ts'
import { conformance, readKioskSchema } from './models.ts'
import { openShop, type Shop } from './shop.ts'

/** The one data set a query asks, and its schema by the same name. */
function read(query: string) {
  const root = parseQuery(query)
  const [list] = root?.fields ?? []
  if (!root || !list) throw new Error('the query cannot be read')
  return { root, list, schema: readSchema(readKioskSchema(root.name)) }
}

conformance('Data Kiosk queries and their lines, against the published schemas', () => {
  let shop: Shop
  let documents: readonly KioskDocument[]
  beforeAll(async () => {
    shop = await openShop()
    documents = await kioskDocuments(shop)
  })
  afterAll(() => shop.close())

  test('every dataset that asks Data Kiosk was asked', () => {
    const ids = [...datasets.values()].flatMap((one) => (one.request.kind === 'data-kiosk' ? [one.id] : []))
    expect([...new Set(documents.map((one) => one.dataset))].sort()).toEqual([...ids].sort())
    expect(ids.length).toBeGreaterThan(2)
  })

  test('every query names fields, arguments and words of its schema', () => {
    for (const { dataset, query } of documents) {
      const { root, schema } = read(query)
      expect({ dataset, wrong: troubleWithField(schema, 'Query', root) }).toEqual({ dataset, wrong: [] })
    }
  })

  test('every line has just what was asked for, of its type, and null only where it may be', () => {
    for (const { dataset, query, lines } of documents) {
      const { root, list, schema } = read(query)
      const container = schema.get('Query')?.get(root.name)?.type ?? ''
      const type =
        schema
          .get(container)
          ?.get(list.name)
          ?.type.replaceAll(/[[\]!]/g, '') ?? ''
      const wrong = lines.flatMap((value) => troubleWithLine(schema, type, { chosen: list.fields, value }))
      expect({ dataset, wrong: [...new Set(wrong)] }).toEqual({ dataset, wrong: [] })
      expect(lines.length, dataset).toBeGreaterThan(0)
    }
  })

  test('a page of a long result, and the query that goes on from it, fit the model', async () => {
    const { api, caller } = await shop.account('halden')
    const query = documents.find((one) => one.dataset === 'economics')?.query ?? ''
    shop.amazon.control.pace({ pageLines: 2 })
    const before = shop.exchanges.length
    let cursor: string | undefined
    for (let page = 1; page <= 2; page += 1) {
      const created = await api.createQuery(caller, query, cursor)
      await shop.pass(60_000)
      const look = created.ok ? await api.lookAtQuery(caller, created.value.queryId) : created
      if (!look.ok || look.value.kind !== 'page') throw new Error(JSON.stringify(look))
      cursor = look.value.next
    }
    const exchanges = shop.exchanges.slice(before)
    expect(exchanges.filter((one) => one.body?.includes('paginationToken'))).toHaveLength(1)
    expect(exchanges.flatMap((one) => [...shop.judge.request(one).violations, ...shop.judge.answer(one).violations])).toEqual([])
  })

  test.each([
    ['an unknown field', 'economics', 'msku', 'buyerName'],
    ['a plain value with a selection', 'economics', 'msku', 'msku{amount}'],
    ['a word that is none', 'economics', 'MSKU', 'BUYER'],
    ['an unknown argument', 'economics', 'startDate:', 'fromDate:'],
    ['an unknown field of an input', 'economics', 'productId:', 'product:'],
    ['a single marketplace for a list', 'sales-traffic-daily', 'marketplaceIds:[', 'marketplaceIds:"",x:['],
  ])('planted: %s is seen', (_, dataset, sound, planted) => {
    const query = documents.find((one) => one.dataset === dataset)?.query ?? ''
    const { root, schema } = read(query.replace(sound, planted))
    expect(troubleWithField(schema, 'Query', root)).not.toEqual([])
  })

  test('planted: a null that must not be, a field too many and another type are seen', () => {
    const one = documents.find(({ dataset }) => dataset === 'economics')
    const { list, schema } = read(one?.query ?? '')
    const trouble = (change: object) => {
      const chosen: readonly Field[] = list.fields
      return troubleWithLine(schema, 'Economics', { chosen, value: { ...(one?.lines[0] as object), ...change } })
    }
    expect(trouble({})).toEqual([])
    expect(trouble({ fees: null })).toEqual(['Economics.fees: must not be null'])
    expect(trouble({ buyerName: 'Kim' })).toEqual(['Economics.buyerName: not asked for'])
    expect(trouble({ startDate: 20260301 })).toEqual(['Economics.startDate: not a Date'])
    expect(trouble({ sales: undefined })).toEqual(['Economics.sales: left out'])
  })
})
