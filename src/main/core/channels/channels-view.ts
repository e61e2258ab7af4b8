import type { ChannelsView } from '../../../shared/contract/views/channels.ts'
import { formatDay, type Day } from '../../../shared/domain/day.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'
import { accountView } from './account-view.ts'
import { dataTo, type DatasetFacts } from './channel-facts.ts'
import type { AccountHealth } from './health-shape.ts'
import type { Snapshot } from './snapshot.ts'

const NEED_YOU = new Set(['reconnect-required', 'ads-reconnect-required', 'account-problem'])

/** The whole Channels screen; pure. */
export function channelsView(snapshot: Snapshot, health: readonly AccountHealth[], progress: readonly AccountProgress[]): ChannelsView {
  const accounts = snapshot.accounts.flatMap((account) => {
    const own = health.find((one) => one.accountId === account.id)
    return own ? [accountView(account, snapshot, own, progress.find((one) => one.accountId === account.id) ?? null)] : []
  })
  return {
    asOf: snapshot.now,
    accounts,
    summary: {
      dataTo: mostReached(snapshot),
      furthestBehind: furthestBehind(snapshot.facts, snapshot),
      syncing: progress.filter((one) => one.running.length > 0).length,
      nextRunAt: earliest(progress.map((one) => one.nextCycleAt)),
      needYou: accounts.filter((account) => account.statuses.some((status) => NEED_YOU.has(status))).length,
    },
  }
}

/** The day that most channels have reached. */
function mostReached(snapshot: Snapshot): string | null {
  const counts = new Map<Day, number>()
  for (const channel of snapshot.channels) {
    const day = dataTo(snapshot.facts.filter((one) => one.channel.id === channel.id))
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return best ? formatDay(best[0]) : null
}

function furthestBehind(facts: readonly DatasetFacts[], snapshot: Snapshot): ChannelsView['summary']['furthestBehind'] {
  const behind = facts
    .filter((one) => one.dataset.shape === 'event' && one.fetchableDays > 0)
    .sort((a, b) => (a.freshTo ?? 0) - (b.freshTo ?? 0))[0]
  if (!behind) return null
  const account = snapshot.accounts.find((one) => one.id === behind.channel.accountId)
  return {
    name: `${account?.name ?? ''} ${behind.channel.country}`,
    title: behind.dataset.title,
    day: behind.freshTo === null ? null : formatDay(behind.freshTo),
  }
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}
