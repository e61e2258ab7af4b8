import type { Core } from '../core.ts'
import { daysFromTo, type Day } from '../lib/days.ts'
import { decimalNumber } from '../lib/money.ts'
import type { ReportRow } from '../state.ts'
import type { Channel } from '../world/world.ts'
import { vendorDays } from './vendor-sales-rules.ts'

/** The channel and days of a finished vendor report. */
export function placeOfReport(core: Core, row: ReportRow): { readonly channel: Channel; readonly days: readonly Day[] } {
  const channel = core.world.channel(row.accountId, row.marketplaceIds[0] ?? '')
  const span = vendorDays(row)
  if (channel === undefined || span === undefined) throw new Error(`report ${row.id} was finished without a channel or days`)
  return { channel, days: daysFromTo(span.from, span.to) }
}

/** What every vendor report says about itself. */
export function specificationOf(row: ReportRow, span: { readonly from: Day; readonly to: Day } | undefined): Record<string, unknown> {
  return {
    reportType: row.type,
    reportOptions: row.options,
    ...(span === undefined ? {} : { dataStartTime: span.from, dataEndTime: span.to }),
    marketplaceIds: row.marketplaceIds,
    lastUpdatedDate: new Date(row.endsAt).toISOString().slice(0, 10),
  }
}

export function amountIn(channel: Channel): (minor: number) => Record<string, unknown> {
  const { currency } = channel.marketplace
  return (minor) => ({ amount: decimalNumber(minor, currency), currencyCode: currency })
}
