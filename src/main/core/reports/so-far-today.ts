import type { SalesReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import { isComplete, type CoverageDay } from '../../../shared/domain/coverage.ts'
import { formatDay, interval, addDays, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { DatasetId, Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { SnapshotFact } from '../ports/ledger-store.ts'
import type { LatestSales, ReportStore } from '../ports/report-store.ts'

const LATEST = brand<DatasetId>('orders-live')

export interface TodaySources {
  readonly store: Pick<ReportStore, 'latestSales'>
  readonly snapshots: () => Promise<readonly SnapshotFact[]>
  readonly coverage: (channel: Channel, dataset: string, days: DayInterval) => Promise<readonly CoverageDay[] | null>
  readonly now: () => Instant
}

/**
 * The marketplace's day that is not over, from the latest orders; no day of the report. Null where they are not asked for, or
 * where the day is complete already and so among the report's own. A search made before the day began says nothing about it.
 */
export async function readSoFarToday({ store, snapshots, coverage, now }: TodaySources, channel: Channel): Promise<SalesReport['soFar']> {
  const today = brand<Day>(epochDayAt(now(), channel.zone))
  const [isAsked, owned, all] = await Promise.all([
    coverage(channel, LATEST, interval(today, addDays(today, 1))),
    coverage(channel, 'orders', interval(today, addDays(today, 1))),
    snapshots(),
  ])
  if (isAsked === null || owned?.some((one) => isComplete(one.state))) return null
  const asOf = all.find((one) => one.channelId === channel.id && one.dataset === LATEST)?.takenAt ?? null
  if (asOf === null || epochDayAt(asOf, channel.zone) !== today) return { day: formatDay(today), asOf: null, figures: null }
  return { day: formatDay(today), asOf, figures: figuresOf(await store.latestSales(channel.id, today)) }
}

/** Money is unknown, not nothing, while no order has a price. */
function figuresOf(sales: LatestSales): LatestSales {
  const isUnknown = sales.unknownPrices > 0 && sales.unknownPrices === sales.orders
  return isUnknown ? { ...sales, orderedMinor: null } : sales
}
