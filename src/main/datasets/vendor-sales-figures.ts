import type { VendorFigure } from './vendor-figure.ts'

/** Both views tell what was shipped. Source of what is demanded: Amazon's schema of the vendor sales report. */
export const SHIPPED_FIGURES: readonly VendorFigure[] = [
  { field: 'shippedUnits', column: 'shipped_units', kind: 'count', required: true },
  { field: 'shippedRevenue', column: 'shipped_minor', kind: 'money', required: true },
  { field: 'shippedCogs', column: 'shipped_cogs_minor', kind: 'money', required: true },
  { field: 'customerReturns', column: 'customer_returns', kind: 'count', required: false },
]

/** Only the manufacturing view tells what was ordered. */
export const ORDERED_FIGURES: readonly VendorFigure[] = [
  { field: 'orderedUnits', column: 'ordered_units', kind: 'count', required: false },
  { field: 'orderedRevenue', column: 'ordered_minor', kind: 'money', required: false },
]
