import { describe, expect, test } from 'vitest'
import {
  differsInside,
  fittingAccounts,
  groupAccounts,
  openChannels,
  shownStatus,
} from '../../../src/renderer/screens/channels/account-groups.ts'
import { causeOf, codesOf, dataToOf, renewsInOf, saidOf } from '../../../src/renderer/screens/channels/row-told.ts'
import { createWords } from '../../../src/renderer/screens/common/words.ts'
import { statusNews } from '../../../src/renderer/screens/shell/announcer.tsx'
import { account, channelsView, NOW } from './fixtures.ts'
import { afternoon } from './world.ts'

const words = createWords({ locale: 'en-GB', zone: 'Europe/Berlin' }, NOW)
const accounts = afternoon()
const named = (name: string) => {
  const found = accounts.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

describe('the list of channels', () => {
  test('who must act stands first, and what would be lost first of all', () => {
    const groups = groupAccounts(accounts, 'en')
    expect(groups.map((one) => [one.group, one.accounts.length])).toEqual([
      ['needs-you', 2],
      ['look-soon', 4],
      ['working', 2],
      ['fine', 9],
      ['paused', 1],
    ])
    expect(groups[0]?.accounts.map((one) => one.name)).toEqual(['Bike & Co US', 'Nordlys EU'])
  })

  test('a row that needs somebody says the cause, then the loss', () => {
    expect(causeOf(named('Bike & Co US'), words)).toEqual({
      text: 'Amazon refused the advertising permission twice, at 12:02 and 12:17.',
      loss: 'Sponsored Brands 18 Jul leaves Amazon in 18 h.',
    })
    expect(causeOf(named('Nordlys EU'), words)).toEqual({
      text: 'The yearly permission ended on 3 Sep. 12 days to fetch; none of them is about to be lost.',
    })
    expect(causeOf(named('Moss & Fern DE'), words)).toBeNull()
  })

  test('dates that are late say so, and calm ones do not', () => {
    expect(dataToOf(named('Moss & Fern DE'), '2026-09-14', words)).toEqual({ text: '12 Sep', tone: 'late' })
    expect(dataToOf(named('Acme Vendor UK'), '2026-09-14', words)).toEqual({ text: '11 Sep', tone: 'calm' })
    expect(renewsInOf(named('Nordlys EU'), words)).toEqual({ text: 'ended 3 Sep', tone: 'lost' })
    expect(renewsInOf(named('Acme North America'), words)).toEqual({ text: '12 d', tone: 'late' })
    expect(renewsInOf(account({ name: 'Own app', countries: ['DE'], endsInDays: null }), words)).toEqual({ text: '–', tone: 'calm' })
  })

  test('work is told in days and times, not in percent', () => {
    expect(saidOf(named('Acme Vendor UK'), words)).toBe('Catching up 41/58 d')
    expect(saidOf(named('Halden Home EU'), words)).toBe('Delayed until 14:20')
    expect(codesOf(named('Acme Vendor UK'))).toBe('UK vendor')
  })

  test('a marketplace that stands differently opens by itself, and alone', () => {
    const acme = named('Acme North America')
    expect(differsInside(acme)).toBe(true)
    expect(openChannels(acme, 'by-itself').map((channel) => channel.country)).toEqual(['MX'])
    expect(openChannels(acme, 'by-person')).toHaveLength(3)
    expect(differsInside(named('Acme Europe'))).toBe(false)
  })

  test('advertising that was never connected hides no other status', () => {
    expect(shownStatus({ status: 'ads-not-connected', statuses: ['ads-not-connected', 'paused'], paused: true })).toBe('paused')
    expect(shownStatus({ status: 'ads-not-connected', statuses: ['ads-not-connected'], paused: false })).toBe('connected')
    expect(shownStatus({ status: 'stale', statuses: ['stale', 'ads-not-connected'], paused: false })).toBe('stale')
  })

  test('text finds names, countries and ids; type narrows', () => {
    expect(fittingAccounts(accounts, { type: 'any', text: ' MX ' }).map((one) => one.name)).toEqual(['Acme North America'])
    expect(fittingAccounts(accounts, { type: 'vendor', text: '' }).map((one) => one.name)).toEqual(['Acme Vendor UK'])
    expect(fittingAccounts(accounts, { type: 'any', text: 'kestral' })).toEqual([])
  })

  test('a status that changed is announced once, and nothing at the start', () => {
    const before = channelsView([account({ name: 'Nordlys EU', countries: ['DE'], selling: 'reconnect-required' })])
    const after = channelsView([account({ name: 'Nordlys EU', countries: ['DE'] }), account({ name: 'New one', countries: ['FR'] })])
    expect(statusNews(null, after)).toBe('')
    expect(statusNews(before, after)).toBe('Nordlys EU: Connected.')
    expect(statusNews(after, after)).toBe('')
  })
})
