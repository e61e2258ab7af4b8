import type { Channel } from '../../shared/domain/account.ts'
import { addDays, formatDay, parseDay, type Day } from '../../shared/domain/day.ts'
import { floatMoney } from './float-money.ts'
import { countOf, fieldsOf, textOf } from './json-fields.ts'
import { readWrittenDay } from './read-written-day.ts'
import type { RequestScope } from './request.ts'
import { need } from './row-verdict.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * When sales and traffic appear and settle. Sources: docs/amazon.md §4.1: two years back, one to two days late. Amazon names
 * no end of restating; others fetch the last 15 days daily and again at 21, 28 and 35, because returns change them.
 */
export const SALES_TRAFFIC_TIMING = {
  lookBackDays: 730,
  publishDelayMs: 48 * HOUR_MS,
  settlingDays: 35,
  settlingAges: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 21, 28, 35],
  everyMs: null,
  staleAfterMs: 5 * DAY_MS,
} as const

/** Data Kiosk's text for one of the dataset's two lists. Both days are in; the dates are the marketplace's own. */
export function salesTrafficQuery(list: string, aggregateBy: string, fields: string, { channel, interval }: RequestScope): string {
  const days = `startDate:"${formatDay(interval.from)}",endDate:"${formatDay(addDays(interval.until, -1))}"`
  const place = `marketplaceIds:["${channel.marketplaceId}"]`
  return `query{analytics_salesAndTraffic_2024_04_24{${list}(aggregateBy:${aggregateBy},${days},${place}){startDate endDate marketplaceId ${fields}}}}`
}

/** First and last day of a report; the time of day does not count. Days as such, so that Amazon widens nothing. */
export function reportDays({ interval }: RequestScope): { readonly start: string; readonly end: string } {
  return { start: `${formatDay(interval.from)}T00:00:00Z`, end: `${formatDay(addDays(interval.until, -1))}T00:00:00Z` }
}

/** Whether a line is another marketplace's. One that names none is bad: passed over, it would empty days already held. */
export function isElsewhere(one: Readonly<Record<string, unknown>>, { marketplaceId }: Channel): boolean {
  return need(textOf(one['marketplaceId']), 'marketplaceId', 'blank', (id) => id !== '') !== marketplaceId
}

/** The one day a line of Data Kiosk is about. */
export function needOneDay(one: Readonly<Record<string, unknown>>): Day {
  const day = need(parseDay(textOf(one['startDate']) ?? ''), 'startDate', 'not a day')
  need(one['endDate'], 'endDate', 'not the same day', (end) => end === one['startDate'])
  return day
}

/** What a report says it was asked for; null where it says nothing that can be read. */
export function specificationOf(json: unknown) {
  const said = fieldsOf(fieldsOf(json)?.['reportSpecification'])
  if (!said) return null
  const marketplaceIds: unknown = said['marketplaceIds']
  return {
    options: fieldsOf(said['reportOptions']) ?? {},
    from: readWrittenDay(textOf(said['dataStartTime']) ?? ''),
    last: readWrittenDay(textOf(said['dataEndTime']) ?? ''),
    marketplaceIds: Array.isArray(marketplaceIds) ? marketplaceIds.map(textOf) : [],
  }
}

/** Reads counts, money and shares out of one group of figures, e.g. `sales`. */
export function figuresIn(json: unknown, group: string, currency: string) {
  const figures = need(fieldsOf(json), group, 'not an object')
  return {
    count: (name: string): number => need(countOf(figures[name]), name, 'not a count'),
    money: (name: string): number => floatMoney(figures[name], name, currency),
    /** A percentage in hundredths of a percent. */
    share: (name: string): number =>
      need(typeof figures[name] === 'number' ? Math.round(figures[name] * 100) : null, name, 'not a percentage', Number.isSafeInteger),
  }
}
