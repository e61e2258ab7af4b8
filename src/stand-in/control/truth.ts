import type { Core } from '../core.ts'
import { daysFromTo, isDay, type Day } from '../lib/days.ts'
import type { Channel } from '../world/world.ts'
import { ControlRefusal } from './control-refusal.ts'
import { settlementsTruth } from './settlements-truth.ts'
import type { TruthDay } from './truth-day.ts'
import { TRUTHS } from './truths.ts'
import { marketplaceNamed } from './world-view.ts'

/** `marketplace` is an id or a country; days are the marketplace's own, both included; `asOf` in milliseconds, default now. */
export type TruthQuery = {
  readonly account: string
  readonly marketplace: string
  readonly dataset: string
  readonly from: Day
  readonly to: Day
  readonly asOf?: number
}

/** What a reader of Amazon's answers must arrive at. Money in the currency's minor units. */
export type Truth = { readonly currency: string; readonly asOf: number; readonly days: readonly TruthDay[] }

export function truthOf(core: Core, query: TruthQuery): Truth {
  const channel = channelNamed(core, query)
  const truth = query.dataset === 'settlements' ? settlementsOfWorld(core) : TRUTHS[query.dataset]
  if (truth === undefined) throw new ControlRefusal(`dataset must be one of ${[...Object.keys(TRUTHS), 'settlements'].join(', ')}`)
  if (!isDay(query.from) || !isDay(query.to)) throw new ControlRefusal('from and to must be days')
  const asOf = query.asOf ?? core.clock.now()
  return { currency: channel.marketplace.currency, asOf, days: daysFromTo(query.from, query.to).map((day) => truth(channel, day, asOf)) }
}

/** Settlements are of a whole account, so their truth needs the account's other channels too. */
function settlementsOfWorld({ world }: Core) {
  return (channel: Channel, day: Day, asOf: number): TruthDay => settlementsTruth(world, channel, day, asOf)
}

function channelNamed(core: Core, query: TruthQuery): Channel {
  const marketplaceId = marketplaceNamed(query.marketplace)
  const channel = marketplaceId === undefined ? undefined : core.world.channel(query.account, marketplaceId)
  if (channel === undefined) throw new ControlRefusal('no such account and marketplace in this world')
  return channel
}
