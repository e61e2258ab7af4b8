import type { CallInput } from '../../../shared/contract/calls.ts'
import type { Failure } from '../../../shared/contract/failures.ts'
import type { AdsReport, ProductsReport, ProfitReport, SalesReport, SettlementsReport } from '../../../shared/contract/views/reports.ts'
import type { VendorForecastReport } from '../../../shared/contract/views/vendor-forecast.ts'
import type { VendorOrdersReport } from '../../../shared/contract/views/vendor-orders.ts'
import type { VendorReport } from '../../../shared/contract/views/vendor-report.ts'
import type { Channel } from '../../../shared/domain/account.ts'
import type { AdProduct } from '../../../shared/domain/ad-product.ts'
import type { CoverageDay } from '../../../shared/domain/coverage.ts'
import { parseDay, type DayInterval } from '../../../shared/domain/day.ts'
import type { ChannelId, Instant } from '../../../shared/domain/ids.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { ReportStore } from '../ports/report-store.ts'
import type { LedgerStore, SnapshotFact } from '../ports/ledger-store.ts'
import { CAMPAIGN_DATASETS, type AdsCoverage } from './ads-coverage.ts'
import { readAds } from './ads-report.ts'
import { rangeOf } from './frame.ts'
import { readProducts } from './products-report.ts'
import { readProfit } from './profit-report.ts'
import { readSales } from './sales-report.ts'
import { readSettlements } from './settlements-report.ts'
import { readSoFarToday } from './so-far-today.ts'
import { readVendorForecast } from './vendor-forecast.ts'
import { ORDERS_DATASET, readVendorOrders } from './vendor-orders.ts'
import { readVendor, VENDOR_DATASETS, type VendorCoverage } from './vendor-report.ts'

export interface ReportSources {
  readonly store: ReportStore
  readonly channel: (id: ChannelId) => Promise<Channel | null>
  /** Coverage of a channel's dataset; null when the dataset is not used there. */
  readonly coverage: (channel: Channel, dataset: string, days: DayInterval) => Promise<readonly CoverageDay[] | null>
  readonly snapshots: () => Promise<readonly SnapshotFact[]>
  readonly now: () => Instant
  readonly snapshotAsOf: LedgerStore['snapshotAsOf']
}

type Asked = CallInput<'reports.sales'>
type Read<Report> = (asked: Asked) => Promise<Result<Report, Failure>>

export interface Reports {
  readonly sales: Read<SalesReport>
  readonly profit: Read<ProfitReport>
  readonly ads: Read<AdsReport>
  readonly products: (asked: CallInput<'reports.products'>) => Promise<Result<ProductsReport, Failure>>
  readonly vendor: Read<VendorReport>
  readonly vendorForecast: (asked: CallInput<'reports.vendorForecast'>) => Promise<Result<VendorForecastReport, Failure>>
  readonly vendorOrders: Read<VendorOrdersReport>
  readonly settlements: Read<SettlementsReport>
}

/** The reports; each reads the database only, so all of them open with no network. */
export function createReports(sources: ReportSources): Reports {
  const { store, coverage } = sources

  function reading<Report>(
    dataset: string,
    make: (channel: Channel, range: DayInterval, days: readonly CoverageDay[]) => Promise<Report>,
  ): Read<Report> {
    return async (asked) => {
      const range = rangeOf(asked.from, asked.to)
      if (!range) return err({ code: 'bad-request', reason: 'range', field: 'to' })
      const channel = await sources.channel(asked.channelId)
      if (!channel) return err({ code: 'not-found', reason: 'channel', field: 'channelId' })
      return ok(await make(channel, range, (await coverage(channel, dataset, range)) ?? []))
    }
  }

  /** Null where advertising is not used at all. */
  async function adsCoverage(channel: Channel, range: DayInterval): Promise<AdsCoverage | null> {
    const of = (product: AdProduct) => coverage(channel, CAMPAIGN_DATASETS[product], range)
    const [products, brands, display] = await Promise.all([of('sponsored-products'), of('sponsored-brands'), of('sponsored-display')])
    if (products === null && brands === null && display === null) return null
    return { 'sponsored-products': products ?? [], 'sponsored-brands': brands ?? [], 'sponsored-display': display ?? [] }
  }

  async function vendorCoverage(channel: Channel, range: DayInterval): Promise<VendorCoverage> {
    const of = (part: keyof VendorCoverage) => coverage(channel, VENDOR_DATASETS[part], range)
    const [sales, sourcing, stock, traffic, netPpm] = await Promise.all([
      of('sales'),
      of('sourcing'),
      of('stock'),
      of('traffic'),
      of('netPpm'),
    ])
    return { sales, sourcing, stock, traffic, netPpm }
  }

  return {
    sales: reading('orders', async (channel, range, days) => ({
      ...(await readSales(store, channel, range, days)),
      soFar: await readSoFarToday(sources, channel),
    })),
    profit: reading('transactions', async (channel, range, days) =>
      readProfit(store, channel, range, days, await adsCoverage(channel, range)),
    ),
    ads: reading('ads-campaign-daily', async (channel, range) =>
      readAds(store, channel, range, (await adsCoverage(channel, range)) ?? UNUSED),
    ),
    products: async (asked) => {
      const on = asked.on === undefined ? null : parseDay(asked.on)
      if (asked.on !== undefined && on === null) return err({ code: 'bad-request', reason: 'range', field: 'on' })
      return reading('orders', (channel, range, days) => readProducts(sources, { channel, range, coverage: days, on }))(asked)
    },
    vendor: reading(VENDOR_DATASETS.sales, async (channel, range) =>
      readVendor(store, channel, range, await vendorCoverage(channel, range)),
    ),
    vendorForecast: async ({ channelId }) => {
      const channel = await sources.channel(channelId)
      if (!channel) return err({ code: 'not-found', reason: 'channel', field: 'channelId' })
      return ok(await readVendorForecast(sources, channel))
    },
    vendorOrders: reading(ORDERS_DATASET, (channel, range, days) => readVendorOrders(store, channel, range, days)),
    settlements: reading('settlements', (channel, range, days) => readSettlements(store, channel, range, days)),
  }
}

const UNUSED: AdsCoverage = { 'sponsored-products': [], 'sponsored-brands': [], 'sponsored-display': [] }
