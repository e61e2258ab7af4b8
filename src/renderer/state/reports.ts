import type { Topic } from '../../shared/contract/events.ts'
import type { AdsReport, ProductsReport, ProfitReport, SalesReport, SettlementsReport } from '../../shared/contract/views/reports.ts'
import type { VendorForecastReport } from '../../shared/contract/views/vendor-forecast.ts'
import type { VendorOrdersReport } from '../../shared/contract/views/vendor-orders.ts'
import type { VendorReport } from '../../shared/contract/views/vendor-report.ts'
import type { Client } from '../transport/client.ts'
import { createCarryOver, type CarryOver } from './carry-over.ts'
import type { DayRange } from './details.ts'
import type { Resource } from './resource.ts'
import { createShelf, type Shelf } from './shelf.ts'

/** What each report answers with. */
export interface ReportValues {
  readonly sales: SalesReport
  readonly profit: ProfitReport
  readonly ads: AdsReport
  readonly products: ProductsReport
  readonly vendor: VendorReport
  readonly vendorForecast: VendorForecastReport
  readonly vendorOrders: VendorOrdersReport
  readonly settlements: SettlementsReport
}
export type ReportName = keyof ReportValues

export interface Reports {
  of<Name extends ReportName>(name: Name, range: DayRange): Resource<ReportValues[Name]>
  /** The report on screen: while other days of the same channel are awaited, the ones before stay, with their own range. */
  onScreen<Name extends ReportName>(name: Name, range: DayRange): Resource<ReportValues[Name]>
  told(topics: readonly Topic[]): void
}

export function createReports(client: Client, later: (run: () => void, ms: number) => void): Reports {
  const topics: readonly Topic[] = ['reports']
  const shelves: { readonly [Name in ReportName]: Shelf<DayRange, ReportValues[Name]> } = {
    sales: createShelf({ read: (range: DayRange) => client.call('reports.sales', range), topics, later }),
    profit: createShelf({ read: (range: DayRange) => client.call('reports.profit', range), topics, later }),
    ads: createShelf({ read: (range: DayRange) => client.call('reports.ads', range), topics, later }),
    products: createShelf({ read: (range: DayRange) => client.call('reports.products', range), topics, later }),
    vendor: createShelf({ read: (range: DayRange) => client.call('reports.vendor', range), topics, later }),
    vendorForecast: createShelf({ read: ({ channelId }: DayRange) => client.call('reports.vendorForecast', { channelId }), topics, later }),
    vendorOrders: createShelf({ read: (range: DayRange) => client.call('reports.vendorOrders', range), topics, later }),
    settlements: createShelf({ read: (range: DayRange) => client.call('reports.settlements', range), topics, later }),
  }
  const of: Reports['of'] = (name, { channelId, from, to }) => shelves[name].of({ channelId, from, to })
  const carry: { readonly [Name in ReportName]: CarryOver<ReportValues[Name]> } = {
    sales: createCarryOver((range) => of('sales', range)),
    profit: createCarryOver((range) => of('profit', range)),
    ads: createCarryOver((range) => of('ads', range)),
    products: createCarryOver((range) => of('products', range)),
    vendor: createCarryOver((range) => of('vendor', range)),
    vendorForecast: createCarryOver((range) => of('vendorForecast', range)),
    vendorOrders: createCarryOver((range) => of('vendorOrders', range)),
    settlements: createCarryOver((range) => of('settlements', range)),
  }
  return {
    of,
    onScreen: (name, range) => carry[name].of(range),
    told: (changed) => {
      for (const shelf of Object.values(shelves)) shelf.told(changed)
    },
  }
}
