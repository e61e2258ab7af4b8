import type { AccountSpec, WorldSpec } from '../../../src/stand-in/world/spec.ts'

const PLACES = [
  { region: 'eu', country: 'DE' },
  { region: 'eu', country: 'UK' },
  { region: 'na', country: 'US' },
  { region: 'fe', country: 'JP' },
] as const
const THEMES = ['home', 'outdoors', 'audio', 'kids', 'bikes'] as const

/** So many small shops; every fifth account is a vendor, as at an agency. */
export function quotaWorld(count: number): WorldSpec {
  return { accounts: Array.from({ length: count }, (_, index) => account(index)) }
}

function account(index: number): AccountSpec {
  const { region, country } = PLACES[index % PLACES.length] ?? PLACES[0]
  const isVendor = index % 5 === 4
  return {
    id: `shop-${index}`,
    name: `Shop ${index}`,
    kind: isVendor ? 'vendor' : 'seller',
    region,
    sellingPartnerId: isVendor ? `amzn1.vg.20000${index}` : `A${index}QUOTASHOP${index}`,
    theme: THEMES[index % THEMES.length] ?? 'home',
    openedOn: '2024-01-01',
    channels: [{ country, ordersPerDay: 2 + (index % 3) }],
  }
}
