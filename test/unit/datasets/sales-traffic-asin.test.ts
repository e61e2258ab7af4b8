import { expect, test } from 'vitest'
import { dataset as asin } from '../../../src/main/datasets/sales-traffic-asin.dataset.ts'
import { line, readLine, readReport, report } from './sales-traffic-story.ts'

test('products of a report that adds several days up are refused', () => {
  expect(readReport(asin, report({ dataEndTime: '2026-03-05' }))).toMatchObject([{ kind: 'bad', column: 'dataStartTime' }])
  expect(readReport(asin, report({ reportOptions: { asinGranularity: 'PARENT' } }))).toMatchObject([{ kind: 'bad' }])
})

test('a line without a child ASIN or without a marketplace is refused, not passed over', () => {
  expect(readLine(asin, line({ childAsin: null }))).toMatchObject({ kind: 'bad', column: 'childAsin' })
  expect(readLine(asin, line({ marketplaceId: undefined }))).toMatchObject({ kind: 'bad', column: 'marketplaceId' })
})
