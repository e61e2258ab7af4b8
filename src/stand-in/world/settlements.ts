import { DAY_MS, dayBounds, MINUTE_MS } from '../lib/days.ts'
import { drawFor, hashOf, wholeBetween } from '../lib/random.ts'
import type { AccountSpec } from './spec.ts'
import type { Channel, World } from './world.ts'

/** One payout of an account in one currency: everything that moved in its period, in every marketplace of that currency. */
export type Settlement = {
  readonly id: string
  readonly reportId: string
  readonly account: AccountSpec
  readonly currency: string
  /** The first of them also has what names no marketplace. */
  readonly channels: readonly Channel[]
  readonly startMs: number
  readonly endMs: number
  /** When its file appears in the list of reports. */
  readonly createdMs: number
  readonly depositMs: number
  /** Held back by Amazon until the next one, in minor units. */
  readonly reserveMinor: number
  readonly reserveBeforeMinor: number
}

const PERIOD_MS = 14 * DAY_MS
const BEGINNING_MS = Date.UTC(2020, 0, 1)

/** Settlements of a seller whose files appeared in the half-open run of instants, oldest first. */
export function settlementsOf(world: World, account: AccountSpec, fromMs: number, untilMs: number): Settlement[] {
  if (account.kind !== 'seller') return []
  const channels = world.channelsOf(account.id)
  const currencies = [...new Set(channels.map((channel) => channel.marketplace.currency))]
  return currencies
    .flatMap((currency) =>
      inCurrency(
        channels.filter((channel) => channel.marketplace.currency === currency),
        fromMs,
        untilMs,
      ),
    )
    .filter((one) => one.createdMs >= fromMs && one.createdMs < untilMs)
    .toSorted((a, b) => a.createdMs - b.createdMs || a.id.localeCompare(b.id))
}

/** Periods follow each other without a gap, from an instant that is the account's own. */
function inCurrency(channels: readonly Channel[], fromMs: number, untilMs: number): Settlement[] {
  const [first] = channels
  if (first === undefined) return []
  const anchorMs = BEGINNING_MS + Math.floor((drawFor(first.seed, first.key, 'settlement anchor')() * PERIOD_MS) / 1000) * 1000
  const openedMs = dayBounds(first.openedOn, first.marketplace.zone).startMs
  const found: Settlement[] = []
  for (let number = Math.floor((fromMs - anchorMs) / PERIOD_MS) - 1; anchorMs + number * PERIOD_MS < untilMs; number += 1) {
    const endMs = anchorMs + (number + 1) * PERIOD_MS
    if (endMs > openedMs) found.push(settlement(first, channels, { number, startMs: Math.max(openedMs, endMs - PERIOD_MS), endMs }))
  }
  return found
}

function settlement(
  first: Channel,
  channels: readonly Channel[],
  { number, startMs, endMs }: { number: number; startMs: number; endMs: number },
): Settlement {
  const key = `${first.seed}|${first.key}|settlement|${number}`
  return {
    id: String(11_000_000_000 + hashOf(key)),
    reportId: String(60_000_000_000 + hashOf(`${key}|report`)),
    account: first.account,
    currency: first.marketplace.currency,
    channels,
    startMs,
    endMs,
    createdMs: endMs + wholeBetween(drawFor(key, 'created'), 20, 110) * MINUTE_MS,
    depositMs: endMs + 2 * DAY_MS,
    reserveMinor: reserve(first, number),
    reserveBeforeMinor: startMs === endMs - PERIOD_MS ? reserve(first, number - 1) : 0,
  }
}

function reserve(first: Channel, number: number): number {
  return wholeBetween(drawFor(first.seed, first.key, 'reserve', number), 1_000, 90_000)
}
