import type { StatusCode, StatusGroup } from '../text/status-text.ts'
import type { ToldDate } from '../parts/table/account-row.tsx'

export interface SampleAccount {
  readonly group: StatusGroup
  readonly name: string
  readonly codes: string
  readonly selling: StatusCode
  readonly said?: string
  readonly ads: StatusCode | 'not used'
  readonly lines: readonly string[]
  readonly dataTo: ToldDate
  readonly renewsIn: ToldDate
  readonly cause?: { readonly text: string; readonly loss?: string }
}

const calm = (text: string): ToldDate => ({ text, tone: 'calm' })
const late = (text: string): ToldDate => ({ text, tone: 'late' })
const good = ['76s 14t', '76s 14t'] as const
const fine = (name: string, codes: string, left: string): SampleAccount => ({
  group: 'fine',
  name,
  codes,
  selling: 'connected',
  ads: 'connected',
  lines: good,
  dataTo: calm('14 Sep'),
  renewsIn: calm(left),
})

export const sampleAccounts: readonly SampleAccount[] = [
  {
    group: 'needs-you',
    name: 'Bike & Co US',
    codes: 'US',
    selling: 'connected',
    ads: 'ads-reconnect-required',
    lines: ['76s 14t', '29s 61f'],
    dataTo: late('15 Jul'),
    renewsIn: calm('141 d'),
    cause: {
      text: 'Amazon refused the advertising permission twice today, at 12:02 and 12:17.',
      loss: 'Sponsored Brands 18 Jul leaves Amazon in 18 h.',
    },
  },
  {
    group: 'needs-you',
    name: 'Nordlys EU',
    codes: 'DE FR IT ES NL',
    selling: 'reconnect-required',
    ads: 'connected',
    lines: ['68s 10t 12f', '76s 14t'],
    dataTo: late('2 Sep'),
    renewsIn: { text: 'ended 3 Sep', tone: 'lost' },
    cause: { text: 'The yearly permission ended on 3 Sep. 12 days to fetch; none of them is about to be lost.' },
  },
  {
    group: 'look-soon',
    name: 'Acme North America',
    codes: 'US CA MX',
    selling: 'expiring-soon',
    ads: 'connected',
    lines: good,
    dataTo: calm('14 Sep'),
    renewsIn: late('12 d'),
  },
  {
    group: 'look-soon',
    name: 'Halden Home UK',
    codes: 'UK',
    selling: 'expiring-soon',
    ads: 'connected',
    lines: good,
    dataTo: calm('14 Sep'),
    renewsIn: late('26 d'),
  },
  {
    group: 'look-soon',
    name: 'Moss & Fern DE',
    codes: 'DE',
    selling: 'stale',
    ads: 'connected',
    lines: ['76s 12t 2f', '76s 14t'],
    dataTo: late('12 Sep'),
    renewsIn: calm('88 d'),
  },
  {
    group: 'look-soon',
    name: 'Kestrel Audio US',
    codes: 'US',
    selling: 'access-reduced',
    ads: 'connected',
    lines: ['70s 6p 14t', '76s 14t'],
    dataTo: calm('14 Sep'),
    renewsIn: calm('203 d'),
  },
  {
    group: 'working',
    name: 'Acme Vendor UK',
    codes: 'UK vendor',
    selling: 'catching-up',
    said: 'Catching up 41/58 d',
    ads: 'not used',
    lines: ['60- 4f 12s 11t 3n'],
    dataTo: calm('11 Sep'),
    renewsIn: calm('201 d'),
  },
  {
    group: 'working',
    name: 'Halden Home EU',
    codes: 'DE FR IT',
    selling: 'delayed',
    said: 'Delayed until 14:20',
    ads: 'connected',
    lines: ['76s 13t 1n', '76s 14t'],
    dataTo: calm('13 Sep'),
    renewsIn: calm('118 d'),
  },
  fine('Acme Europe', 'DE FR IT ES UK', '330 d'),
  { ...fine('Juniper Kids UK', 'UK', '274 d'), lines: ['66s 1e 9s 14t', '76s 14t'] },
  fine('Juniper Kids US', 'US CA', '274 d'),
  fine('Kestrel Audio AU', 'AU', '203 d'),
  fine('Tidewater Coffee US', 'US CA', '245 d'),
  {
    group: 'paused',
    name: 'Old Mill Tools US',
    codes: 'US',
    selling: 'paused',
    said: 'Paused since 1 Aug',
    ads: 'paused',
    lines: ['45s 45n', '45s 45n'],
    dataTo: calm('31 Jul'),
    renewsIn: calm('152 d'),
  },
]
