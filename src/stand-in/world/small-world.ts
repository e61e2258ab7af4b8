import type { WorldSpec } from './spec.ts'

/** One seller with one marketplace and one advertising profile, for tests that need no more. */
export function smallWorld(): WorldSpec {
  return {
    accounts: [
      {
        id: 'solo',
        name: 'Solo Home',
        kind: 'seller',
        region: 'eu',
        sellingPartnerId: 'A1SOLOHOME0001',
        theme: 'home',
        openedOn: '2024-01-01',
        channels: [{ country: 'DE', ordersPerDay: 20, ads: { profileId: 1_000_200_030_004_001, campaigns: 3 } }],
      },
    ],
  }
}
