export type Rate = { readonly perSecond: number; readonly burst: number }

/** Requests per second and burst of each selling operation. Source: Amazon's published usage plans. */
export const RATES: Readonly<Record<string, Rate>> = {
  getMarketplaceParticipations: { perSecond: 0.016, burst: 15 },
  getOrderMetrics: { perSecond: 0.5, burst: 15 },
  listTransactions: { perSecond: 0.5, burst: 10 },
  searchListingsItems: { perSecond: 5, burst: 5 },
  getInventorySummaries: { perSecond: 2, burst: 2 },
  searchCatalogItems: { perSecond: 2, burst: 2 },
  getPurchaseOrders: { perSecond: 10, burst: 10 },
  searchOrders: { perSecond: 0.0056, burst: 20 },
  createReport: { perSecond: 0.0167, burst: 15 },
  getReport: { perSecond: 2, burst: 15 },
  getReports: { perSecond: 0.0222, burst: 10 },
  getReportDocument: { perSecond: 0.0167, burst: 15 },
  cancelReport: { perSecond: 0.0222, burst: 10 },
  createQuery: { perSecond: 0.0167, burst: 15 },
  cancelQuery: { perSecond: 0.0222, burst: 10 },
  getQuery: { perSecond: 2, burst: 15 },
  getQueries: { perSecond: 0.0222, burst: 10 },
  getDocument: { perSecond: 0.0167, burst: 15 },
}

/** The advertising limits move with load; these are what the stand-in keeps to. */
export const ADS_RATES: Readonly<Record<string, Rate>> = {
  'ads.listProfiles': { perSecond: 2, burst: 10 },
  'ads.createReport': { perSecond: 0.2, burst: 10 },
  'ads.getReport': { perSecond: 2, burst: 20 },
}
