import { searchCatalogItems } from './catalog-items.ts'
import { getInventorySummaries } from './inventory-summaries.ts'
import { searchListingsItems } from './listings-items.ts'
import { getOrderMetrics } from './order-metrics.ts'
import type { Operation } from './operation.ts'
import { getMarketplaceParticipations } from './participations.ts'
import { getPurchaseOrders } from './purchase-orders.ts'
import { getReports } from './report-list.ts'
import { REPORT_OPERATIONS } from './report-operations.ts'
import { searchOrders } from './search-orders.ts'
import { KIOSK_OPERATIONS } from '../kiosk/kiosk-operations.ts'
import { listTransactions } from './transactions.ts'

/** Every operation of the selling API the stand-in knows. */
export const OPERATIONS: readonly Operation[] = [
  getMarketplaceParticipations,
  getOrderMetrics,
  listTransactions,
  searchListingsItems,
  getInventorySummaries,
  searchCatalogItems,
  getPurchaseOrders,
  searchOrders,
  getReports,
  ...REPORT_OPERATIONS,
  ...KIOSK_OPERATIONS,
]
