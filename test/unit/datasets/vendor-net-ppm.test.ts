import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/vendor-net-ppm.dataset.ts'
import { readJson } from './scope.ts'
import { vendorStory } from './vendor-story.ts'

const report = vendorStory('netPureProductMarginByAsin', { reportPeriod: 'DAY' }, { netPureProductMargin: -0.0421 })

describe('vendor net pure product margin', () => {
  test('may be negative, and is kept in millionths', () => {
    expect(readJson(dataset, report()).map((one) => one.kind === 'row' && one.row[2])).toEqual([-42_100])
  })

  test('left out or written as words is refused, never 0', () => {
    expect(readJson(dataset, report({ netPureProductMargin: undefined }))).toMatchObject([{ kind: 'bad', why: 'left out' }])
    expect(readJson(dataset, report({ netPureProductMargin: 'n/a' }))).toMatchObject([{ kind: 'bad', column: 'netPureProductMargin' }])
  })
})
