import type { Core } from '../core.ts'
import { dayBounds, daysBetween, HOUR_MS, type Day } from '../lib/days.ts'
import { VENDOR_FORECAST, VENDOR_INVENTORY, VENDOR_MARGIN, VENDOR_SALES, VENDOR_TRAFFIC } from '../selling/report-types.ts'
import type { ReportRow } from '../state.ts'

/** Days are published this long after they end. Source: vendor retail analytics availability. */
export const VENDOR_DELAY_MS = 72 * HOUR_MS
/** Most days of one daily report. */
const MOST_DAYS = 15

/** What each report demands. Source: Amazon's schemas of the vendor reports. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  [VENDOR_SALES]: ['reportPeriod', 'distributorView', 'sellingProgram'],
  [VENDOR_INVENTORY]: ['reportPeriod', 'distributorView', 'sellingProgram'],
  [VENDOR_TRAFFIC]: ['reportPeriod'],
  [VENDOR_MARGIN]: ['reportPeriod'],
  [VENDOR_FORECAST]: ['sellingProgram'],
}

/** Why a vendor report fails, in the words its document will carry; undefined when it is fine. */
export function vendorTrouble(core: Core, row: ReportRow): string | undefined {
  for (const name of OPTIONS[row.type] ?? []) {
    if (row.options[name] === undefined) return `The report type requires the ${name} reportOption to be specified.`
  }
  return row.type === VENDOR_FORECAST ? undefined : troubleWithDays(core, row)
}

function troubleWithDays(core: Core, row: ReportRow): string | undefined {
  if (row.options['reportPeriod'] !== 'DAY') return 'Only the DAY reportPeriod is offered here.'
  const days = vendorDays(row)
  if (days === undefined) return 'dataStartTime and dataEndTime are required.'
  if (daysBetween(days.from, days.to) + 1 > MOST_DAYS) return `The date range must not exceed ${MOST_DAYS} days.`
  const channel = core.world.channel(row.accountId, row.marketplaceIds[0] ?? '')
  if (channel === undefined) return 'The marketplace is not one of this account.'
  const publishedMs = dayBounds(days.to, channel.marketplace.zone).endMs + VENDOR_DELAY_MS
  return row.endsAt < publishedMs ? 'The report data for the requested date range is not yet available.' : undefined
}

/** First and last day asked for, as written: the time of day and its offset do not count. */
export function vendorDays(row: ReportRow): { from: Day; to: Day } | undefined {
  return row.startDay === undefined || row.endDay === undefined ? undefined : { from: row.startDay, to: row.endDay }
}
