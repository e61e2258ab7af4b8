import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/ads-campaign-daily.dataset.ts'
import { day, readJson } from './scope.ts'

describe('campaign days', () => {
  const campaignDay = {
    date: '2026-03-02',
    campaignId: '90071992547409931',
    campaignName: 'Winter',
    campaignStatus: 'ENABLED',
    impressions: 100,
    clicks: 5,
    cost: 1.23,
    purchases7d: 1,
    purchases14d: 2,
    sales7d: 19.99,
    sales14d: 39.98,
    unitsSoldClicks7d: 1,
    unitsSoldClicks14d: 2,
  }

  test('keep an id longer than a double holds, and cents to the cent', () => {
    expect(readJson(dataset, [campaignDay])).toEqual([
      { kind: 'row', row: [day('2026-03-02'), '90071992547409931', 'Winter', 'ENABLED', 100, 5, 1, 2, 1, 2, 123, 1999, 3998] },
    ])
  })

  test('are refused when they cannot be read', () => {
    expect(readJson(dataset, { message: 'no' })).toMatchObject([{ kind: 'bad' }])
    expect(readJson(dataset, [{ ...campaignDay, date: '2026-02-30' }])).toMatchObject([{ kind: 'bad', column: 'date' }])
    expect(readJson(dataset, [{ ...campaignDay, clicks: 1.5 }])).toMatchObject([{ kind: 'bad', column: 'clicks' }])
    expect(readJson(dataset, [{ ...campaignDay, campaignId: null }])).toMatchObject([{ kind: 'bad', column: 'campaignId' }])
  })
})
