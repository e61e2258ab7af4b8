import { describe, expect, test } from 'vitest'
import { dataset } from '../../../src/main/datasets/vendor-inventory.dataset.ts'
import { readJson } from './scope.ts'
import { euros, vendorStory } from './vendor-story.ts'

const report = vendorStory(
  'inventoryByAsin',
  { reportPeriod: 'DAY', distributorView: 'MANUFACTURING', sellingProgram: 'RETAIL' },
  {
    sellableOnHandInventoryUnits: 120,
    sellableOnHandInventoryCost: euros(960.5),
    netReceivedInventoryUnits: -3,
    netReceivedInventoryCost: euros(-24),
    openPurchaseOrderUnits: 40,
    sellThroughRate: 0.123,
    averageVendorLeadTimeDays: 6.5,
  },
)

describe('vendor inventory', () => {
  test('keeps rates whole, lets more go back than came, and knows nothing of what is left out', () => {
    const [verdict] = readJson(dataset, report())
    const names = dataset.table.columns.map(({ name }) => name)
    const row = verdict?.kind === 'row' ? Object.fromEntries(names.map((name, place) => [name, verdict.row[place]])) : {}
    expect(row).toMatchObject({
      sellable_units: 120,
      sellable_minor: 96_050,
      received_units: -3,
      received_minor: -2400,
      open_order_units: 40,
      sell_through_millionths: 123_000,
      lead_time_thousandths: 6500,
      unsellable_units: null,
      confirmation_millionths: null,
    })
  })

  test('of the sourcing view is refused', () => {
    expect(readJson(dataset, report({}, { distributorView: 'SOURCING' }))).toMatchObject([{ kind: 'bad', column: 'distributorView' }])
  })
})
