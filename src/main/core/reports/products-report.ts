import type { ProductsReport } from '../../../shared/contract/views/reports.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { formatDay, type Day, type DayInterval } from '../../../shared/domain/day.ts'
import type { DatasetId, Instant } from '../../../shared/domain/ids.ts'
import { brand } from '../../../shared/lib/brand.ts'
import type { SnapshotDayFact, SnapshotFact } from '../ports/ledger-store.ts'
import type { ProductRow, ReportStore } from '../ports/report-store.ts'
import { frameOf, sumOf } from './frame.ts'
import { readIssues } from './read-issues.ts'

const PRODUCTS_SHOWN = 10_000

interface ProductSources {
  readonly store: ReportStore
  readonly snapshots: () => Promise<readonly SnapshotFact[]>
  readonly snapshotAsOf: (channelId: Channel['id'], dataset: DatasetId, day: Day) => Promise<SnapshotDayFact | null>
}

interface ProductsAsked {
  readonly channel: Channel
  readonly range: DayInterval
  readonly coverage: readonly CoverageDay[]
  /** An earlier day to look back to; null: as last seen. */
  readonly on: Day | null
}

type Seen = Pick<ProductsReport, 'taken' | 'asItWas'> & { readonly rows: readonly ProductRow[] }

/** Listings with everything known of each, as last seen or as they were on an earlier day, and what each sold in the range. */
export async function readProducts(sources: ProductSources, asked: ProductsAsked): Promise<ProductsReport> {
  const { channel, range, coverage, on } = asked
  const [seen, sold] = await Promise.all([
    on === null ? seeNow(sources, channel) : lookBack(sources, channel, on),
    sources.store.productSales(channel.id, range, PRODUCTS_SHOWN),
  ])
  const bySku = new Map(sold.map((row) => [row.sku, row]))
  const rows = seen.rows.map((row) => ({
    ...row,
    openedOn: row.openedOn === null ? null : formatDay(row.openedOn),
    buyable: row.buyable === null ? null : row.buyable === 1,
    discoverable: row.discoverable === null ? null : row.discoverable === 1,
    issues: readIssues(row.issues),
    units: bySku.get(row.sku)?.units ?? 0,
    orderedMinor: bySku.get(row.sku)?.orderedMinor ?? 0,
  }))
  return {
    ...frameOf(channel, range, coverage),
    asOf: seen.taken.listings,
    rows,
    totals: totalsOf(seen.rows),
    taken: seen.taken,
    asItWas: seen.asItWas,
  }
}

async function seeNow({ store, snapshots }: ProductSources, channel: Channel): Promise<Seen> {
  const [rows, all] = await Promise.all([store.products(channel.id), snapshots()])
  const takenAt = (dataset: string) => all.find((one) => one.channelId === channel.id && one.dataset === dataset)?.takenAt ?? null
  return {
    rows,
    taken: {
      listings: takenAt('listings'),
      items: takenAt('listings-items'),
      stock: takenAt('fba-inventory'),
      fees: takenAt('fba-fees'),
      catalogue: takenAt('catalogue'),
    },
    asItWas: null,
  }
}

async function lookBack({ store, snapshotAsOf }: ProductSources, channel: Channel, on: Day): Promise<Seen> {
  const asOf = (dataset: string) => snapshotAsOf(channel.id, brand<DatasetId>(dataset), on)
  const [listings, items, stock] = await Promise.all([asOf('listings'), asOf('listings-items'), asOf('fba-inventory')])
  const taken = { listings: soundly(listings).at, items: soundly(items).at, stock: soundly(stock).at, fees: null, catalogue: null }
  const days = { items: soundly(items).day, stock: soundly(stock).day }
  const asked = formatDay(on)
  if (listings === null) return { rows: [], taken, asItWas: { asked, kept: null, intact: true } }
  return {
    rows: listings.intact ? await store.products(channel.id, { listings: listings.day, ...days }) : [],
    taken,
    asItWas: { asked, kept: formatDay(listings.day), intact: listings.intact },
  }
}

/** A part whose kept day does not match its hash is as unknown as one that was never taken. */
function soundly(fact: SnapshotDayFact | null): { readonly day: Day | null; readonly at: Instant | null } {
  return fact?.intact === true ? { day: fact.day, at: fact.takenAt } : { day: null, at: null }
}

function totalsOf(rows: readonly ProductRow[]): ProductsReport['totals'] {
  const judged = rows.filter((row) => row.errors !== null)
  const stocked = rows.filter((row) => row.stockTotal !== null)
  return {
    listings: rows.length,
    active: rows.filter((row) => row.status.toLowerCase() === 'active').length,
    outOfStock: rows.filter((row) => row.quantity === 0).length,
    withErrors: judged.length === 0 ? null : judged.filter((row) => (row.errors ?? 0) > 0).length,
    stockTotal: stocked.length === 0 ? null : sumOf(stocked, (row) => row.stockTotal ?? 0),
  }
}
