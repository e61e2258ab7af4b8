import { vendorReport } from './vendor-report.ts'

/** Amazon's net pure product margin per product, a ratio in millionths; it may be negative. Source: docs/amazon.md §4.5. */
export const dataset = vendorReport({
  id: 'vendor-net-ppm',
  title: 'Vendor net PPM',
  reportType: 'GET_VENDOR_NET_PURE_PRODUCT_MARGIN_REPORT',
  options: { reportPeriod: 'DAY' },
  list: 'netPureProductMarginByAsin',
  table: 'vendor_net_ppm',
  figures: [{ field: 'netPureProductMargin', column: 'margin_millionths', kind: 'millionths', required: true }],
  moneyColumn: null,
})
