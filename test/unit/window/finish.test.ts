import { describe, expect, test } from 'vitest'
import { leastWidthOf } from '../../../src/renderer/parts/table/data-columns.ts'
import { backfillRows, isLossNear } from '../../../src/renderer/screens/channel/backfill-facts.ts'
import { marketplaceOf } from '../../../src/renderer/screens/channel/marketplace-of.ts'
import { createWords } from '../../../src/renderer/screens/common/words.ts'
import { noticeWords } from '../../../src/renderer/screens/notices/notice-words.ts'
import { evidenceText, roleText } from '../../../src/renderer/text/access-text.ts'
import { troubleWord } from '../../../src/renderer/text/trouble-text.ts'
import { account, NOW } from './fixtures.ts'
import { backfillView } from './detail-world.ts'

const words = createWords({ locale: 'en-GB', zone: 'Europe/Berlin' }, NOW)
const nordlys = account({ name: 'Nordlys EU', region: 'eu', countries: ['DE', 'FR'] })
const bike = account({ name: 'Bike & Co US', region: 'na', countries: ['US'] })

describe('days that wait for a person', () => {
  const view = backfillView(bike)
  const refused = { ...view, rows: view.rows.slice(0, 1).map((row) => ({ ...row, state: 'refused' as const })) }

  test('an ended permission is no missing role: the row waits for the reconnect', () => {
    expect(backfillRows(refused, words, 'ended')[0]).toMatchObject({ stateText: 'Waiting for the reconnect' })
    expect(backfillRows(refused, words)[0]).toMatchObject({ stateText: 'Amazon refuses it' })
  })

  test('a day that leaves in years is calm, one that leaves this week is not', () => {
    expect(isLossNear({ leavesOn: '2028-08-30' }, words.today)).toBe(false)
    expect(isLossNear({ leavesOn: '2026-09-18' }, words.today)).toBe(true)
    expect(isLossNear({ leavesOn: null }, words.today)).toBe(false)
  })

  test('a far date stands alone, without a count of days', () => {
    const far = { ...view, rows: view.rows.slice(3, 4).map((row) => ({ ...row, leavesOn: '2028-09-01' })) }
    expect(backfillRows(far, words)[0]?.leaves).toEqual({ text: '1 Sep 2028', tone: 'calm' })
  })
})

describe('tables', () => {
  test('datasets are grouped by marketplace only where there are several', () => {
    const [first] = nordlys.channels
    expect(first && marketplaceOf(nordlys)?.({ channelId: first.id, country: 'DE' })).toBe(first?.marketplace)
    expect(marketplaceOf(bike)).toBeUndefined()
  })

  test('a table scrolls below the sum of what its columns need', () => {
    expect(leastWidthOf([{ track: '116px' }, { track: 'minmax(98px,5fr)' }, { track: '56px' }])).toBe(270)
  })
})

describe('words', () => {
  test('an end that is over is never said as a negative count', () => {
    const told = (daysLeft: number | null) =>
      noticeWords({ code: 'expiring-soon', name: 'Nordlys EU', facts: { daysLeft, family: 'selling' } }).body
    expect(told(12)).toBe('The yearly selling permission ends in 12 days. Renewing takes about two minutes.')
    expect(told(-13)).toBe('The yearly selling permission has ended.')
    expect(told(null)).toBe('The yearly selling permission ends soon.')
  })

  test('codes read as words, Amazon’s own answers stay as they came', () => {
    expect(evidenceText('no-profile')).toBe('no profile in this marketplace')
    expect(evidenceText('200 BvKVIOoMWzqy')).toBe('200 BvKVIOoMWzqy')
    expect(evidenceText(null)).toBe('')
    expect(roleText('advertising::campaign_management')).toBe('Campaign management')
    expect(roleText('Product Listing')).toBe('Product Listing')
    expect(troubleWord('back-off')).toBe('waits after a failure')
  })
})
