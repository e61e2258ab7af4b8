import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/vendor-purchase-orders.dataset.ts'
import { pagedCall, readJson, scopeFor } from './scope.ts'

const item = {
  itemSequenceNumber: '1',
  amazonProductIdentifier: 'B1',
  vendorProductIdentifier: 'V1',
  orderedQuantity: { amount: 3, unitOfMeasure: 'CASES', unitSize: 10 },
  netCost: { amount: '2.50', currencyCode: 'EUR' },
}
const page = (change: object = {}) => ({
  payload: {
    orders: [
      {
        purchaseOrderNumber: 'PO1',
        purchaseOrderState: 'New',
        orderDetails: {
          purchaseOrderDate: '2026-03-02T10:00:00Z',
          purchaseOrderType: 'RegularOrder',
          shipToParty: { partyId: 'X1', address: { name: 'Jane Quill', addressLine1: '12 Quill Lane' } },
          items: [{ ...item, ...change }],
        },
      },
    ],
  },
})

describe('purchase orders', () => {
  test('multiply cases out, and take of a party its id alone', () => {
    const [verdict] = readJson(dataset, page())
    expect(verdict?.kind === 'row' && verdict.row.slice(8)).toEqual([30, 250, 7500, '', 'X1'])
    expect(JSON.stringify(verdict)).not.toContain('Quill')
  })

  test('have no known cost by weight, and leave another currency to another channel', () => {
    const [byWeight] = readJson(dataset, page({ netCost: { amount: '2', currencyCode: 'EUR', unitOfMeasure: 'POUNDS' } }))
    expect(byWeight?.kind === 'row' && byWeight.row.slice(8, 11)).toEqual([30, null, null])
    expect(readJson(dataset, page({ netCost: { amount: '2', currencyCode: 'GBP' } }))).toEqual([{ kind: 'foreign' }])
  })

  test('in an unknown unit are refused: the pieces cannot be told', () => {
    const pallets = { orderedQuantity: { amount: 3, unitOfMeasure: 'Pallets' } }
    expect(readJson(dataset, page(pallets))).toMatchObject([{ kind: 'bad', column: 'unitOfMeasure' }])
  })

  test('the longest request stays below seven days when clocks go back', () => {
    const { createdAfter = '', createdBefore = '' } = pagedCall(dataset.request).query(scopeFor('2026-10-22', '2026-10-28'))
    expect(dataset.timing.longestSpanDays).toBe(6)
    expect(Date.parse(createdBefore) - Date.parse(createdAfter)).toBeLessThanOrEqual(7 * 86_400_000)
  })
})
