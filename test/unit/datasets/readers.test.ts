import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount, jsonAmount } from '../../../src/main/datasets/read-amount.ts'
import { readInstant } from '../../../src/main/datasets/read-instant.ts'
import { readWrittenDay } from '../../../src/main/datasets/read-written-day.ts'
import { isOwnSalesChannel } from '../../../src/main/datasets/sales-channels.ts'
import { productCell, readProductCell } from '../../../src/main/datasets/product-cell.ts'
import { day } from './scope.ts'

test.each<[string, number, number | null]>([
  ['19.99', 2, 1999],
  ['1141,18', 2, 114_118],
  ['1.141,18', 2, 114_118],
  ['1,141.18', 2, 114_118],
  ['1,980', 0, 1980],
  ['-3,50', 2, -350],
  ['1,234,567', 0, 1_234_567],
  ['0,5', 2, 50],
  ['', 2, null],
  ['free', 2, null],
  ['1,2,3', 2, null],
  ['1.2.3', 2, null],
  ['12,34.5,6', 2, null],
  ['1e3', 2, null],
  ['99999999999999999', 2, null],
])('the amount %s at scale %i is %s', (text, scale, minor) => {
  expect(readAmount(text, scale)).toBe(minor)
})

test('an amount out of JSON is the cents it was written as', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (minor) => {
      expect(jsonAmount(minor / 100, 2)).toBe(minor)
    }),
  )
  expect([jsonAmount(null, 2), jsonAmount('12.30', 2), jsonAmount(Number.NaN, 2), jsonAmount({}, 2)]).toEqual([null, 1230, null, null])
})

test('an instant needs an offset', () => {
  expect([readInstant('2026-03-02T10:00:00+01:00'), readInstant('2026-03-02T09:00:00Z'), readInstant('2026-03-02T09:00:00.000Z')]).toEqual(
    Array(3).fill(Date.UTC(2026, 2, 2, 9)),
  )
  expect([
    readInstant('2026-03-02T10:00:00'),
    readInstant('2026-03-02'),
    readInstant('02/03/2026 10:00'),
    readInstant('2026-13-02T10:00:00Z'),
  ]).toEqual([null, null, null, null])
})

test('a written day is read in the three ways marketplaces write it', () => {
  expect(
    ['2018-05-07 10:36:22 PDT', '07/05/2018 10:36:22 BST', '2018/05/07 10:36:22 JST', '07.05.2018 10:36:22 MEZ'].map(readWrittenDay),
  ).toEqual(Array(4).fill(day('2018-05-07')))
  expect(['', 'yesterday', '31/02/2018 00:00:00 UTC'].map(readWrittenDay)).toEqual([null, null, null])
})

test("a sale on another site is not this channel's", () => {
  expect([isOwnSalesChannel('Amazon.de', 'DE'), isOwnSalesChannel('amazon.DE', 'DE'), isOwnSalesChannel('', 'DE')]).toEqual([
    true,
    true,
    true,
  ])
  expect([isOwnSalesChannel('Amazon.com', 'DE'), isOwnSalesChannel('Non-Amazon', 'DE'), isOwnSalesChannel('Amazon.com.be', 'DE')]).toEqual([
    false,
    false,
    false,
  ])
})

describe('a product cell', () => {
  test('gives back the names put in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (sku, asin, title) => {
        const clean = (text: string) => text.replaceAll('\u001F', ' ')
        expect(readProductCell(productCell({ sku, asin, title }))).toEqual({ sku: clean(sku), asin: clean(asin), title: clean(title) })
      }),
    )
  })
})
