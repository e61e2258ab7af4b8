import { expect, test } from 'vitest'
import type { Channel } from '../../../src/shared/domain/account.ts'
import { channelFor } from '../../../src/shared/domain/channel-days.ts'

const channel = { zone: 'Europe/Berlin', connectedAt: 1000 } as Channel
const selling = { family: 'selling' } as const
const advertising = { family: 'advertising' } as const

test('advertising is asked for since its own consent and by its own clock; the marketplace keeps both of its', () => {
  const both = { ...channel, adsZone: 'Europe/London', adsConnectedAt: 5000 }
  expect(channelFor(both, advertising)).toMatchObject({ zone: 'Europe/London', connectedAt: 5000 })
  expect(channelFor(both, selling)).toMatchObject({ zone: 'Europe/Berlin', connectedAt: 1000 })
  expect(channelFor(channelFor(both, advertising), advertising)).toEqual(channelFor(both, advertising))
})

test('what is not known of advertising is taken from the channel', () => {
  expect(channelFor(channel, advertising)).toEqual(channel)
  const unstored = { zone: 'Europe/Berlin' } as Channel
  expect(channelFor(unstored, advertising)).toEqual(unstored)
})
