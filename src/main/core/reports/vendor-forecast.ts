import type { VendorForecastReport } from '../../../shared/contract/views/vendor-forecast.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import { isComplete, type CoverageDay } from '../../../shared/domain/coverage.ts'
import { addDays, formatDay, interval, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import { epochDayAt } from '../../../shared/lib/zone.ts'
import type { ReportStore, VendorForecastRow } from '../ports/report-store.ts'
import { frameOf, sumOf } from './frame.ts'
import { largestFirst, productsOf } from './vendor-parts.ts'

/** Which dataset's days say what generation is the newest. */
const FORECAST_DATASET = 'vendor-forecasting'
/** How far back a generation is looked for: one older than a year says nothing of the weeks to come. */
const OLDEST_DAYS = 371
/** Days looked back on where no generation is held: one was made among them. Source: decision 009, weekly generations. */
const WEEK_DAYS = 7
/** How many of the coming weeks the products are ordered by. Ours: what can still be delivered in time. */
const NEXT_WEEKS = 4
const THOUSAND = 1000

/** Where a forecast is read from. */
interface ForecastSources {
  readonly store: ReportStore
  readonly coverage: (channel: Channel, dataset: string, days: DayInterval) => Promise<readonly CoverageDay[] | null>
  readonly now: () => Instant
}

/** The newest generation that is held whole, found by its receipt; the days after it say whether a newer one may be missing. */
export async function readVendorForecast({ store, coverage, now }: ForecastSources, channel: Channel): Promise<VendorForecastReport> {
  const today = brand<Day>(epochDayAt(now(), channel.zone))
  const until = addDays(today, 1)
  const held = (await coverage(channel, FORECAST_DATASET, interval(addDays(today, -OLDEST_DAYS), until))) ?? []
  const newest = held.findLast((day) => isComplete(day.state) && day.rows > 0)?.day ?? null
  const since = interval(newest ?? addDays(until, -WEEK_DAYS), until)
  const rows = newest === null ? [] : await store.vendorForecast(channel.id, newest)
  return {
    ...frameOf(
      channel,
      since,
      held.filter((day) => day.day >= since.from),
    ),
    generatedOn: newest === null ? null : formatDay(newest),
    ...forecastOf(rows, today),
  }
}

type Told = Pick<VendorForecastReport, 'rows' | 'weeks' | 'next' | 'products' | 'totals'>

/** Weeks and products of one generation as seen on a day. Means alone are added up. */
export function forecastOf(found: readonly VendorForecastRow[], today: Day): Told {
  const weeks = weeksOf(found)
  const next = weeks.filter((week) => week.endsOn >= today).slice(0, NEXT_WEEKS)
  const [first] = next
  const last = next.at(-1)
  const products = largestFirst(
    productsOf(found).map(({ asin, rows }) => productOf(asin, rows, next)),
    (one) => one.nextMeanUnits,
  )
  const known = products.flatMap((one) => one.nextMeanUnits ?? [])
  return {
    rows: weeks.flatMap(({ rows }) => largestFirst(rows, (row) => row.meanThousandths).map(rowOf)),
    weeks: weeks.map(({ startsOn, endsOn, rows }) => ({
      from: formatDay(startsOn),
      to: formatDay(endsOn),
      products: rows.length,
      meanUnits: meanOf(rows),
    })),
    next:
      first === undefined || last === undefined
        ? null
        : { from: formatDay(first.startsOn), to: formatDay(last.endsOn), weeks: next.length },
    products,
    totals: {
      products: products.length,
      lacking: products.length - known.length,
      weeks: weeks.length,
      nextMeanUnits: known.length === 0 ? null : sumOf(known, (mean) => Math.round(mean * THOUSAND)) / THOUSAND,
    },
  }
}

interface Week {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly rows: readonly VendorForecastRow[]
}

/** Rows by week, the earliest first; a week is known by both its ends. */
function weeksOf(found: readonly VendorForecastRow[]): Week[] {
  const weeks = Map.groupBy(found, (row) => `${row.startsOn}/${row.endsOn}`)
  return [...weeks.values()]
    .flatMap((rows) => (rows[0] === undefined ? [] : [{ startsOn: rows[0].startsOn, endsOn: rows[0].endsOn, rows }]))
    .toSorted((a, b) => a.startsOn - b.startsOn || a.endsOn - b.endsOn)
}

function productOf(asin: string, rows: readonly VendorForecastRow[], next: readonly Week[]): Told['products'][number] {
  const own = next.map((week) => rows.find((row) => row.startsOn === week.startsOn && row.endsOn === week.endsOn) ?? null)
  const known = own.filter((row) => row !== null)
  const [first = null] = own
  return {
    asin,
    nextMeanUnits: next.length === 0 || known.length < next.length ? null : meanOf(known),
    weekMeanUnits: units(first?.meanThousandths),
    weekP70Units: units(first?.p70Thousandths),
    weekP80Units: units(first?.p80Thousandths),
    weekP90Units: units(first?.p90Thousandths),
  }
}

function rowOf(row: VendorForecastRow): Told['rows'][number] {
  return {
    from: formatDay(row.startsOn),
    to: formatDay(row.endsOn),
    asin: row.asin,
    meanUnits: row.meanThousandths / THOUSAND,
    p70Units: row.p70Thousandths / THOUSAND,
    p80Units: row.p80Thousandths / THOUSAND,
    p90Units: row.p90Thousandths / THOUSAND,
  }
}

/** Added up in whole thousandths, so that no digit is lost. */
function meanOf(rows: readonly VendorForecastRow[]): number {
  return sumOf(rows, (row) => row.meanThousandths) / THOUSAND
}

function units(thousandths: number | undefined): number | null {
  return thousandths === undefined ? null : thousandths / THOUSAND
}
