import { vendorReport } from './vendor-report.ts'
import { SHIPPED_FIGURES } from './vendor-sales-figures.ts'

/**
 * Vendor retail sales, sourcing view: only what this vendor delivered itself. It has no ordered figures, and adding it to
 * the manufacturing view would count goods twice. Source: docs/amazon.md §4.5.
 */
export const dataset = vendorReport({
  id: 'vendor-sales-sourcing',
  title: 'Vendor sales (sourcing)',
  reportType: 'GET_VENDOR_SALES_REPORT',
  options: { reportPeriod: 'DAY', distributorView: 'SOURCING', sellingProgram: 'RETAIL' },
  list: 'salesByAsin',
  table: 'vendor_sales_sourcing',
  figures: SHIPPED_FIGURES,
  moneyColumn: 'shipped_minor',
  passedOver: ['orderedUnits', 'orderedRevenue'],
})
