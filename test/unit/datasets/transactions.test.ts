import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/transactions.dataset.ts'
import { sortBreakdowns, type Breakdown } from '../../../src/main/datasets/transaction-categories.ts'
import type { RowVerdict } from '../../../src/main/datasets/document.ts'
import { contextFor, day } from './scope.ts'

const money = (amount: number, currencyCode = 'EUR') => ({ currencyAmount: amount, currencyCode })
const part = (breakdownType: string, amount: number, breakdowns: unknown[] = []) => ({
  breakdownType,
  breakdownAmount: money(amount),
  breakdowns,
})

const shipment = {
  transactionId: 'T1',
  transactionType: 'Shipment',
  transactionStatus: 'RELEASED',
  postedDate: '2026-03-02T23:30:00Z',
  totalAmount: money(14.2),
  marketplaceDetails: { marketplaceId: 'A1PA6795UKMFR9' },
  relatedIdentifiers: [{ relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: '302-1' }],
  breakdowns: [part('Sales', 23.2), part('Expenses', -9)],
  items: [
    {
      breakdowns: [
        part('Sales', 23.2, [part('ProductCharges', 20), part('Shipping', 2.5), part('PromotionRebates', -1), part('Tax', 1.7)]),
        part('Expenses', -9, [
          part('AmazonFees', -7.3, [part('Commission', -3), part('FBAPerUnitFulfillmentFee', -4.3)]),
          part('MarketplaceWithheldTax', -1.7),
        ]),
      ],
    },
  ],
}

function read(...transactions: unknown[]): { verdicts: RowVerdict[]; cursor: string | null } {
  if (dataset.document.kind !== 'pages') throw new Error('no pages')
  const page = dataset.document.read({ payload: { transactions, nextToken: 'NEXT' } }, contextFor('2026-03-01', '2026-03-05'))
  return { verdicts: [...page.verdicts], cursor: page.cursor }
}

describe('a transaction', () => {
  test('becomes one row, its articles sorted into categories', () => {
    const { verdicts, cursor } = read(shipment)
    expect(cursor).toBe('NEXT')
    expect(verdicts).toEqual([
      {
        kind: 'row',
        row: [
          day('2026-03-03'),
          'T1',
          Date.UTC(2026, 2, 2, 23, 30),
          'Shipment',
          'RELEASED',
          '302-1',
          1420,
          2000,
          0,
          -730,
          0,
          250,
          -100,
          0,
          'EUR',
        ],
      },
    ])
  })

  test('of a refund gives back in one figure, fees and tax apart', () => {
    const { verdicts } = read({
      ...shipment,
      transactionType: 'Refund',
      totalAmount: money(-15),
      items: [],
      breakdowns: [
        part('Sales', -18, [part('ProductCharges', -16), part('Shipping', -2)]),
        part('Expenses', 3, [part('AmazonFees', 3, [part('Commission', 3)])]),
      ],
    })
    expect(verdicts[0]).toMatchObject({ row: expect.arrayContaining([-1500, -1800, 300]) })
  })

  test('with a name nobody knows puts it under other and says so', () => {
    const { verdicts } = read({
      ...shipment,
      totalAmount: money(5),
      items: [],
      breakdowns: [part('Sales', 5, [part('FBAInventoryReimbursement', 5)])],
    })
    expect(verdicts[0]).toMatchObject({ kind: 'row', note: 'in other: FBAInventoryReimbursement' })
  })

  test('of another marketplace is foreign; one that cannot be read is bad', () => {
    expect(read({ ...shipment, marketplaceDetails: { marketplaceId: 'OTHER' } }).verdicts).toEqual([{ kind: 'foreign' }])
    expect(read({ ...shipment, postedDate: 'soon' }).verdicts).toMatchObject([{ kind: 'bad', column: 'postedDate' }])
    expect(read({ ...shipment, totalAmount: money(5, 'USD') }).verdicts).toMatchObject([{ kind: 'bad', column: 'totalAmount' }])
    expect(read('nonsense').verdicts).toMatchObject([{ kind: 'bad' }])
  })

  test('an error body is bad, never an empty page', () => {
    if (dataset.document.kind !== 'pages') throw new Error('no pages')
    expect([...dataset.document.read({ errors: [] }, contextFor('2026-03-01', '2026-03-05')).verdicts]).toMatchObject([{ kind: 'bad' }])
  })
})

test('whatever the breakdowns say, the categories sum to the total', () => {
  const names = fc.constantFrom('Sales', 'Expenses', 'AmazonFees', 'Tax', 'Shipping', 'PromotionRebates', 'CouponFee', 'Novelty', '')
  const tree = fc.letrec<{ node: Breakdown }>((tie) => ({
    node: fc.record({
      name: names,
      minor: fc.integer({ min: -9999, max: 9999 }),
      parts: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('node'), { maxLength: 3 })),
    }),
  })).node
  fc.assert(
    fc.property(
      fc.array(tree, { maxLength: 4 }),
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.constantFrom('Shipment', 'Refund'),
      (parts, total, type) => {
        expect(Object.values(sortBreakdowns(parts, { total, type }).amounts).reduce((sum, one) => sum + one, 0)).toBe(total)
      },
    ),
  )
})
