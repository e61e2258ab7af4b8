import { brand } from '../../../shared/lib/brand.ts'
import type { ChannelId } from '../../../shared/domain/ids.ts'
import { parseDay } from '../../../shared/domain/day.ts'
import { COMPARISONS, VENDOR_PARTS, VENDOR_VIEWS, type ReportSearch } from '../places.ts'

/** Reads what a report's address says; anything that does not fit is left out. */
export function readReportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const { from, to } = search
  const isRange = isDay(from) && isDay(to) && from <= to
  const channel = Number(search['channel'])
  const compare = COMPARISONS.find((one) => one === search['compare'])
  const part = VENDOR_PARTS.find((one) => one === search['part'])
  const view = VENDOR_VIEWS.find((one) => one === search['view'])
  return {
    ...(Number.isSafeInteger(channel) && channel > 0 ? { channel: brand<ChannelId>(channel) } : {}),
    ...(isRange ? { from, to } : {}),
    ...(compare === undefined ? {} : { compare }),
    ...(part === undefined ? {} : { part }),
    ...(view === undefined ? {} : { view }),
  }
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && parseDay(value) !== null
}
