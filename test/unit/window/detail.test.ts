import { describe, expect, test } from 'vitest'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { ChannelId } from '../../../src/shared/domain/ids.ts'
import { backfillRows, backfillSpan, nextLoss } from '../../../src/renderer/screens/channel/backfill-facts.ts'
import { countCoverage, countsText, worstDays } from '../../../src/renderer/screens/channel/coverage-facts.ts'
import { coverageStatement } from '../../../src/renderer/screens/channel/coverage-statement.ts'
import { createWords } from '../../../src/renderer/screens/common/words.ts'
import { chosen, joinable, targetOf, type AddChoice } from '../../../src/renderer/screens/add/add-choice.ts'
import { findEntries } from '../../../src/renderer/screens/shell/palette-entries.ts'
import { turnedLadder } from '../../../src/renderer/screens/settings/ladder.ts'
import { noticeWords } from '../../../src/renderer/screens/notices/notice-words.ts'
import { account, appView, days, NOW } from './fixtures.ts'
import { backfillView, coverageView } from './detail-world.ts'

const words = createWords({ locale: 'en-GB', zone: 'Europe/Berlin' }, NOW)
const bike = account({ name: 'Bike & Co US', region: 'na', countries: ['US'] })

describe('coverage', () => {
  test('a day shows its worst dataset, and one that had not begun says nothing', () => {
    expect(worstDays([{ days: days('1s 1t 1f 1- 1n') }, { days: days('1t 1x 1x 1s 1n') }])).toEqual(days('1t 2x 1s 1n'))
  })

  test('counts leave out what is not due, and never round up to complete', () => {
    const view = coverageView(brand<ChannelId>(1), '2026-07-01', '2026-09-15')
    const counts = countCoverage(view)
    expect(counts).toMatchObject({ fetchable: 51, partial: 1, lost: 2 })
    expect(counts.complete + 54).toBe(counts.due)
    expect(countsText({ complete: 9999, due: 10_000, fetchable: 1, partial: 0, lost: 0 }, 'en')).toBe(
      '99.9% complete: 9999 of 10000 dataset days · 1 can be fetched',
    )
  })

  test('the statement names every open stretch in ISO days and masks the id', () => {
    const view = coverageView(brand<ChannelId>(1), '2026-07-01', '2026-09-15')
    const text = coverageStatement({
      account: { name: 'Nordlys EU', sellingPartnerId: 'A1XLONGID9Q' },
      channel: { marketplace: 'Amazon.de', zone: 'Europe/Berlin' },
      view,
      words,
    })
    expect(text).toContain('Sponsored Brands: gone at amazon 2026-07-08 to 2026-07-09')
    expect(text).toContain('Sponsored Products: nothing missing')
    expect(text).not.toContain('A1XLONGID9Q')
  })
})

describe('backfill', () => {
  test('rows keep their order, lost ones stand last without a place', () => {
    const rows = backfillRows(backfillView(bike), words)
    expect(rows.map((row) => row.place)).toEqual([1, 2, 3, 4, 5, 6, undefined])
    expect(rows.at(-1)).toMatchObject({ state: 'lost', leaves: { text: 'left 15 Sep' } })
  })

  test('a day that leaves soon says when; done is safe', () => {
    const rows = backfillRows(backfillView(bike), words)
    expect(rows[0]?.leaves).toEqual({ text: 'safe', tone: 'calm' })
    expect(rows[3]?.leaves).toEqual({ text: '19 Sep', detail: 'in 4 d', tone: 'soon' })
    expect(rows[3]).toMatchObject({ stateText: 'Amazon is preparing it', reason: 'Next look 14:40' })
    expect(nextLoss(backfillView(bike))?.title).toBe('Sponsored Display')
    expect(backfillSpan(backfillView(bike))).toEqual({ from: '2026-07-16', to: '2026-09-14' })
  })
})

describe('adding a channel', () => {
  const { marketplaces } = appView()
  const first: AddChoice = { kind: 'seller', region: 'na', country: 'MX', way: 'amazon', joins: null }

  test('a country without Vendor Central cannot stay chosen for a vendor', () => {
    expect(chosen(first, { kind: 'vendor' }, marketplaces).country).toBe('US')
    expect(chosen(first, { region: 'fe' }, marketplaces).country).toBe('AU')
  })

  test('advertising joins an account of its region, and nothing where there is none', () => {
    const ads: AddChoice = { ...first, kind: 'advertising' }
    expect(joinable([bike], { region: 'eu' })).toEqual([])
    expect(targetOf({ ...ads, region: 'eu' }, [bike])).toBeNull()
    expect(targetOf(ads, [bike])).toEqual({ accountId: bike.id, family: 'advertising', kind: 'seller', region: 'na', country: 'US' })
  })
})

describe('small decisions', () => {
  test('the palette finds every word in any order', () => {
    const entry = (word: string) => ({
      key: word,
      word,
      kind: 'Do' as const,
      at: word.startsWith('Sync every') ? ('start' as const) : ('search' as const),
      run: () => undefined,
    })
    const entries = [entry('Sync Nordlys EU now'), entry('Pause Nordlys EU'), entry('Sync everything now')]
    expect(findEntries(entries, 'nordlys sync').map((one) => one.word)).toEqual(['Sync Nordlys EU now'])
    expect(findEntries(entries, '  ').map((one) => one.word)).toEqual(['Sync everything now'])
  })

  test('the ladder stays ordered and holds no step twice', () => {
    expect(turnedLadder([30, 7], 14, true)).toEqual([30, 14, 7])
    expect(turnedLadder([30, 14, 7], 14, true)).toEqual([30, 14, 7])
    expect(turnedLadder([30, 14, 7], 30, false)).toEqual([14, 7])
  })

  test('a notice of a newer core still names its channel', () => {
    expect(noticeWords({ code: 'brand-new', name: 'Nordlys EU', facts: {} }).title).toBe('Nordlys EU has news')
    expect(noticeWords({ code: 'reconnected', name: 'Nordlys EU', facts: { days: 12 } })).toEqual({
      sign: 'connected',
      title: 'Nordlys EU is connected again',
      body: '12 days are on their way.',
    })
  })
})
