import { vendorReport } from './vendor-report.ts'

/** What Amazon holds of a vendor's products at the end of a day, manufacturing view. Source: docs/amazon.md §4.5. */
export const dataset = vendorReport({
  id: 'vendor-inventory',
  title: 'Vendor inventory',
  reportType: 'GET_VENDOR_INVENTORY_REPORT',
  options: { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' },
  list: 'inventoryByAsin',
  table: 'vendor_inventory',
  figures: [
    { field: 'sellableOnHandInventoryUnits', column: 'sellable_units', kind: 'count', required: true },
    { field: 'sellableOnHandInventoryCost', column: 'sellable_minor', kind: 'money', required: true },
    { field: 'unsellableOnHandInventoryUnits', column: 'unsellable_units', kind: 'count', required: false },
    { field: 'unsellableOnHandInventoryCost', column: 'unsellable_minor', kind: 'money', required: false },
    { field: 'aged90PlusDaysSellableInventoryUnits', column: 'aged_units', kind: 'count', required: false },
    { field: 'aged90PlusDaysSellableInventoryCost', column: 'aged_minor', kind: 'money', required: false },
    { field: 'unhealthyInventoryUnits', column: 'unhealthy_units', kind: 'count', required: false },
    { field: 'unhealthyInventoryCost', column: 'unhealthy_minor', kind: 'money', required: false },
    { field: 'netReceivedInventoryUnits', column: 'received_units', kind: 'count', required: true },
    { field: 'netReceivedInventoryCost', column: 'received_minor', kind: 'money', required: true },
    { field: 'openPurchaseOrderUnits', column: 'open_order_units', kind: 'count', required: true },
    { field: 'unfilledCustomerOrderedUnits', column: 'unfilled_units', kind: 'count', required: false },
    { field: 'vendorConfirmationRate', column: 'confirmation_millionths', kind: 'millionths', required: false },
    { field: 'sellThroughRate', column: 'sell_through_millionths', kind: 'millionths', required: false },
    { field: 'averageVendorLeadTimeDays', column: 'lead_time_thousandths', kind: 'thousandths', required: false },
  ],
  moneyColumn: 'sellable_minor',
  passedOver: ['procurableProductOutOfStockRate', 'uft', 'receiveFillRate'],
})
