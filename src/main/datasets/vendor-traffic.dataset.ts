import { vendorReport } from './vendor-report.ts'

/** How often customers looked at a vendor's products. Source: docs/amazon.md §4.5. */
export const dataset = vendorReport({
  id: 'vendor-traffic',
  title: 'Vendor traffic',
  reportType: 'GET_VENDOR_TRAFFIC_REPORT',
  options: { reportPeriod: 'DAY' },
  list: 'trafficByAsin',
  table: 'vendor_traffic',
  figures: [{ field: 'glanceViews', column: 'glance_views', kind: 'count', required: true }],
  moneyColumn: null,
})
