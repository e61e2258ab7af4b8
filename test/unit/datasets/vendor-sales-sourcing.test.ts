import { describe, expect, test } from 'vitest'
import { dataset as manufacturing } from '../../../src/main/datasets/vendor-sales.dataset.ts'
import { dataset } from '../../../src/main/datasets/vendor-sales-sourcing.dataset.ts'
import { readJson } from './scope.ts'
import { euros, vendorStory } from './vendor-story.ts'

const OPTIONS = { reportPeriod: 'DAY', distributorView: 'SOURCING', sellingProgram: 'RETAIL' }
const report = vendorStory('salesByAsin', OPTIONS, {
  shippedUnits: 4,
  shippedRevenue: euros(40.5),
  shippedCogs: euros(30),
  customerReturns: 1,
})

describe('vendor sales, sourcing view', () => {
  test('tell what was shipped; returns left out are unknown', () => {
    const figures = (json: unknown) => readJson(dataset, json).map((one) => one.kind === 'row' && one.row.slice(2))
    expect(figures(report())).toEqual([[4, 4050, 3000, 1]])
    expect(figures(report({ customerReturns: undefined }))).toEqual([[4, 4050, 3000, null]])
  })

  test('each view refuses the report of the other', () => {
    const other = report({}, { distributorView: 'MANUFACTURING' })
    expect(readJson(dataset, other)).toMatchObject([{ kind: 'bad', column: 'distributorView' }])
    expect(readJson(manufacturing, report())).toMatchObject([{ kind: 'bad', column: 'distributorView' }])
  })

  test('without a demanded figure, or in another currency, are refused', () => {
    expect(readJson(dataset, report({ shippedUnits: undefined }))).toEqual([{ kind: 'bad', column: 'shippedUnits', why: 'left out' }])
    const pounds = { amount: 1, currencyCode: 'GBP' }
    expect(readJson(dataset, report({ shippedCogs: pounds }))).toMatchObject([{ kind: 'bad', column: 'shippedCogs' }])
  })
})
