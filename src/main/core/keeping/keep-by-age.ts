import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { firstKeptDay, type KeepMonths } from '../../../shared/domain/retention.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { Forgotten } from '../ports/keeping-store.ts'
import type { Ports } from '../ports/ports.ts'

type KeepingPorts = Pick<Ports, 'clock' | 'stores'>

/** Channels that want days older than the limit, with their first kept day. */
export function overdueChannels(channels: readonly Channel[], keepMonths: KeepMonths, now: Instant) {
  return channels.flatMap((channel) => {
    const first = firstKeptDay(keepMonths, now, channel.zone)
    return first === null || first <= channel.wantedFrom ? [] : [{ id: channel.id, first }]
  })
}

export async function countOlder({ clock, stores }: KeepingPorts, keepMonths: KeepMonths): Promise<Forgotten> {
  const counted: Forgotten[] = []
  for (const { id, first } of overdueChannels(await stores.accounts.channels(), keepMonths, clock.now()))
    counted.push(await stores.keeping.before(id, first))
  return sumOf(counted)
}

export async function forgetOlder({ clock, stores }: KeepingPorts, keepMonths: KeepMonths): Promise<Forgotten> {
  const forgotten: Forgotten[] = []
  for (const { id, first } of overdueChannels(await stores.accounts.channels(), keepMonths, clock.now()))
    forgotten.push(await stores.keeping.forgetBefore(id, first))
  return sumOf(forgotten)
}

/** A longer limit wants days back that Amazon may still have: as many as a new channel would ask for. */
export async function wantBack({ clock, stores }: KeepingPorts, keepMonths: KeepMonths, historyDays: number): Promise<void> {
  for (const { id, zone } of await stores.accounts.channels()) {
    const start = addDays(brand<Day>(epochDayAt(clock.now(), zone)), -historyDays)
    const first = firstKeptDay(keepMonths, clock.now(), zone)
    await stores.keeping.wantFrom(id, first === null || first < start ? start : first)
  }
}

function sumOf(parts: readonly Forgotten[]): Forgotten {
  return parts.reduce((sum, one) => ({ days: sum.days + one.days, rows: sum.rows + one.rows }), { days: 0, rows: 0 })
}
