import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { addDays, interval, type DayInterval } from '../../../shared/domain/day.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageFilter } from '../app-surface.ts'
import { today } from '../channels/coverage-book.ts'
import type { Desk } from './desk.ts'

/** Every day of every event dataset in the filter, each content hash recomputed from its rows. */
export async function auditCoverage(desk: Desk, filter: CoverageFilter): Promise<readonly CoverageDay[]> {
  const { snapshot } = await desk.look()
  const asked = snapshot.facts.filter(
    (one) =>
      one.dataset.shape === 'event' &&
      (filter.channelId === null || one.channel.id === filter.channelId) &&
      (filter.dataset === null || one.dataset.id === filter.dataset),
  )
  const found: CoverageDay[] = []
  for (const { channel, dataset } of asked) found.push(...(await desk.book.audited(channel, dataset, rangeFor(desk, channel, filter))))
  return found
}

/** Without bounds: from the first wanted day through yesterday. */
function rangeFor(desk: Desk, channel: Channel, { from, to }: CoverageFilter): DayInterval {
  const yesterday = addDays(today(channel, desk.ports.clock.now()), -1)
  return interval(from ?? channel.wantedFrom, addDays(to ?? yesterday, 1))
}
