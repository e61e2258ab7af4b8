import { own } from './own.ts'

/** What Amazon counts, in a person's words; an operation without words is called by Amazon's name. */
const words: Readonly<Record<string, string>> = {
  createReport: 'Order a report',
  getReport: 'Look at a report',
  getReports: 'Search for reports',
  getReportDocument: 'Fetch a report',
  getMarketplaceParticipations: 'Read the marketplaces',
  getOrderMetrics: 'Daily sales',
  listTransactions: 'Transactions',
  searchListingsItems: 'Listings',
  getPurchaseOrders: 'Purchase orders',
  createQuery: 'Order a Data Kiosk query',
  cancelQuery: 'Cancel a Data Kiosk query',
  getQuery: 'Look at a Data Kiosk query',
  getQueries: 'Search for Data Kiosk queries',
  getDocument: 'Fetch Data Kiosk data',
  searchOrders: 'Latest orders',
  getInventorySummaries: 'Stock at Amazon',
  searchCatalogItems: 'Catalogue',
}

export function operationText(operation: string): string {
  return own(words, operation) ?? operation
}
