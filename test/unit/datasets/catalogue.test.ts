import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/catalogue.dataset.ts'
import type { RowContext } from '../../../src/main/datasets/document.ts'
import { contextFor, GERMANY, scopeFor } from './scope.ts'

const DE = GERMANY.marketplaceId

function readPage(json: unknown, change: Partial<RowContext> = {}) {
  if (dataset.document.kind !== 'pages') throw new Error('no pages')
  const { verdicts, cursor } = dataset.document.read(json, { ...contextFor('2026-03-01', '2026-03-02'), ...change })
  return { verdicts: [...verdicts], cursor }
}

describe('the catalogue', () => {
  const images = (...links: [string, number][]) => [
    { marketplaceId: DE, images: links.map(([link, width]) => ({ variant: 'MAIN', link, width, height: width })) },
  ]
  const product = {
    asin: 'B000000001',
    summaries: [
      { marketplaceId: 'X', itemName: 'Lampe', brand: 'Autre' },
      { marketplaceId: DE, itemName: 'Lamp', brand: 'Halden' },
    ],
    images: images(['https://m.media-amazon.com/images/I/small.jpg', 75], ['https://m.media-amazon.com/images/I/large.jpg', 1500]),
  }

  test('gives title, brand and the address of the largest main picture; products it does not know get a row of their own', () => {
    const asked = ['B000000001', 'B000000002']
    expect(readPage({ numberOfResults: 1, items: [product] }, { asked }).verdicts).toEqual([
      { kind: 'row', row: ['B000000001', 1, 'Lamp', 'Halden', 'https://m.media-amazon.com/images/I/large.jpg'] },
      { kind: 'row', row: ['B000000002', 0, null, null, null] },
    ])
  })

  test.each([
    'http://m.media-amazon.com/a.jpg',
    'https://tracker.example/a.jpg',
    'https://m.media-amazon.com.evil.example/a.jpg',
    'javascript:1',
  ])('an address that is not Amazon’s is not kept: %s', (link) => {
    const [verdict] = readPage({ items: [{ ...product, images: images([link, 500]) }] }).verdicts
    expect(verdict?.kind === 'row' ? verdict.row[4] : verdict).toBeNull()
  })

  test('asks for 20 products a call', () => {
    const { request } = dataset
    if (request.kind !== 'calls-by-id') throw new Error('not by id')
    expect(request.idsPerCall).toBe(20)
    expect(request.query(scopeFor('2026-03-01', '2026-03-02'), ['B1', 'B2'])).toMatchObject({
      identifiers: 'B1,B2',
      identifiersType: 'ASIN',
      marketplaceIds: DE,
    })
  })
})
