import type { Handlers } from '../dispatch.ts'
import type { Desk } from './desk.ts'

type ReportCalls = Pick<
  Handlers,
  | 'reports.sales'
  | 'reports.profit'
  | 'reports.ads'
  | 'reports.products'
  | 'reports.vendor'
  | 'reports.vendorForecast'
  | 'reports.vendorOrders'
  | 'reports.settlements'
>

/** The reports; all read the database only. */
export function reportCalls({ reports }: Desk): ReportCalls {
  return {
    'reports.sales': reports.sales,
    'reports.profit': reports.profit,
    'reports.ads': reports.ads,
    'reports.products': reports.products,
    'reports.vendor': reports.vendor,
    'reports.vendorForecast': reports.vendorForecast,
    'reports.vendorOrders': reports.vendorOrders,
    'reports.settlements': reports.settlements,
  }
}
