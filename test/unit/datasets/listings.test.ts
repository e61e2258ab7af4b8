import { expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/listings.dataset.ts'
import { contextFor, day } from './scope.ts'

test('a listing without a price or a stock says unknown', () => {
  if (dataset.document.kind !== 'flat-file') throw new Error('no file')
  const cells: Record<string, string> = {
    title: 'Thing',
    listingId: 'L1',
    sku: 'S1',
    price: '',
    quantity: '',
    openedOn: '07/05/2018 10:36:22 BST',
    asin: '',
    productId: 'B000000001',
    fulfilment: 'AMAZON_EU',
    status: 'Active',
  }
  expect(dataset.document.read((name) => cells[name] ?? '', contextFor('2026-03-01', '2026-03-05'))).toEqual({
    kind: 'row',
    row: ['S1\u001FB000000001\u001FThing', 'L1', 'Active', null, null, day('2018-05-07'), 'Amazon'],
  })
})
