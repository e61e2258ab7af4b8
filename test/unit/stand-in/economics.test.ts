import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/economics.dataset.ts'
import type { RowContext } from '../../../src/main/datasets/document.ts'
import { contextFor, GERMANY, scopeFor } from '../datasets/scope.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { MarketplaceId } from '../../../src/shared/domain/marketplace.ts'
import { openAmazon, partnerOf } from './amazon.ts'

const ROOT = '/dataKiosk/2023-11-15'
const US = { ...GERMANY, marketplaceId: brand<MarketplaceId>('ATVPDKIKX0DER'), currency: 'USD', zone: 'America/Los_Angeles' }

test('what the dataset reads of an economics query is the truth, and a fee nobody knew is told', async () => {
  const amazon = await openAmazon()
  try {
    amazon.control.pace({ quotas: 'off', queueMs: [1000, 1000] })
    const seller = await partnerOf(amazon, 'acme-na', 'na')
    await seller.signIn()
    if (dataset.request.kind !== 'data-kiosk') throw new Error('no query')
    const query = dataset.request.query(scopeFor('2026-08-01', '2026-08-08', { channel: US }))
    const { queryId } = (await seller.post(`${ROOT}/queries`, { query })).body
    amazon.clock.advance(2000)
    const told = (await seller.get(`${ROOT}/queries/${String(queryId)}`)).body
    const address = (await seller.get(`${ROOT}/documents/${String(told['dataDocumentId'])}`)).body
    const bytes = Buffer.from(await (await fetch(String(address['documentUrl']))).arrayBuffer())
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()
    const read = readLines(text, contextFor('2026-08-01', '2026-08-08', US))
    const { days } = amazon.control.truth({
      account: 'acme-na',
      marketplace: 'US',
      dataset: 'economics',
      from: '2026-08-01',
      to: '2026-08-07',
    })
    const truth = (name: string) => days.reduce((sum, day) => sum + Number(day[name]), 0)
    expect(read.rows.length).toBe(truth('rows'))
    expect(read.rows.length).toBeGreaterThan(20)
    expect(read.sum(2)).toBe(truth('units'))
    expect(read.sum(7)).toBe(truth('moneyMinor'))
    expect(read.sum(8) + read.sum(9) + read.sum(10) + read.sum(11)).toBe(truth('fees'))
    expect(read.sum(12)).toBe(truth('ads'))
    expect(read.rows.reduce((sum, row) => sum + Number(row[13] ?? 0) * Number(row[4]), 0)).toBe(truth('costs'))
    expect(read.sum(14)).toBe(truth('proceeds'))
    expect(read.rows.some((row) => row[13] === null) && read.rows.some((row) => row[12] === null)).toBe(true)
    expect(read.notes).toContain('fees counted as other: Oversight fee of a kind nobody knew')
  } finally {
    await amazon.stop()
  }
})

function readLines(text: string, context: RowContext) {
  const { document } = dataset
  if (document.kind !== 'json-lines') throw new Error('no lines')
  const verdicts = text
    .trim()
    .split('\n')
    .map((line) => document.read(JSON.parse(line), context))
  expect(verdicts.filter((one) => one.kind !== 'row')).toEqual([])
  const rows = verdicts.flatMap((one) => (one.kind === 'row' ? [one.row] : []))
  return {
    rows,
    notes: verdicts.flatMap((one) => (one.kind === 'row' && one.note !== undefined ? [one.note] : [])),
    sum: (cell: number) => rows.reduce((sum, row) => sum + Number(row[cell] ?? 0), 0),
  }
}
