import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/vendor-traffic.dataset.ts'
import { readJson, day } from './scope.ts'
import { vendorStory } from './vendor-story.ts'

const report = vendorStory('trafficByAsin', { reportPeriod: 'DAY' }, { glanceViews: 77 })

describe('vendor traffic', () => {
  test('counts views by product and day', () => {
    expect(readJson(dataset, report())).toEqual([{ kind: 'row', row: [day('2026-03-02'), '\u001FB000000001\u001F', 77] }])
  })

  test('of a week is not of a day, and half a view is none', () => {
    expect(readJson(dataset, report({}, { reportPeriod: 'WEEK' }))).toMatchObject([{ kind: 'bad', column: 'reportPeriod' }])
    expect(readJson(dataset, report({ endDate: '2026-03-08' }))).toMatchObject([{ kind: 'bad', column: 'endDate' }])
    expect(readJson(dataset, report({ glanceViews: 1.5 }))).toMatchObject([{ kind: 'bad', column: 'glanceViews' }])
  })
})
