import { vendorReport } from './vendor-report.ts'
import { ORDERED_FIGURES, SHIPPED_FIGURES } from './vendor-sales-figures.ts'

/** Vendor retail sales, manufacturing view: all of the maker's goods, whoever delivered them. Source: docs/amazon.md §4.5. */
export const dataset = vendorReport({
  id: 'vendor-sales',
  title: 'Vendor sales',
  reportType: 'GET_VENDOR_SALES_REPORT',
  options: { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' },
  list: 'salesByAsin',
  table: 'vendor_sales',
  figures: [...ORDERED_FIGURES, ...SHIPPED_FIGURES],
  moneyColumn: 'shipped_minor',
})
