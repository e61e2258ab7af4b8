import type { AccountSpec, WorldSpec } from '../../src/stand-in/world/spec.ts'

/** Accounts the stories speak of: small shops, so that many days pass quickly. */
const ACCOUNTS: Readonly<Record<string, AccountSpec>> = {
  nordlys: {
    id: 'nordlys',
    name: 'Nordlys Home',
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A2NORDLYSHOME7',
    theme: 'home',
    openedOn: '2023-03-01',
    channels: [
      { country: 'DE', ordersPerDay: 6, ads: { profileId: 3_318_204_477_112_045, campaigns: 3 } },
      { country: 'FR', ordersPerDay: 3 },
    ],
  },
  halden: {
    id: 'halden',
    name: 'Halden Home',
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A1HALDENHOME55',
    theme: 'home',
    openedOn: '2023-01-15',
    channels: [{ country: 'UK', ordersPerDay: 5, ads: { profileId: 1_690_477_205_118_343, campaigns: 2 } }],
  },
  bike: {
    id: 'bike',
    name: 'Bike & Co',
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A3BIKEANDCOEU2',
    theme: 'bikes',
    openedOn: '2024-02-01',
    channels: [{ country: 'DE', ordersPerDay: 4, ads: { profileId: 1_117_340_286_990_457, campaigns: 2 } }],
  },
  kestrel: {
    id: 'kestrel',
    name: 'Kestrel Audio',
    kind: 'seller',
    region: 'na',
    sellingPartnerId: 'A3KESTRELAUD10',
    theme: 'audio',
    openedOn: '2023-09-01',
    // Just below the largest whole number a JSON reader can hold exactly.
    channels: [{ country: 'US', ordersPerDay: 5, ads: { profileId: 9_007_199_254_740_881, campaigns: 2 } }],
  },
  juniper: {
    id: 'juniper',
    name: 'Juniper Kids',
    kind: 'seller',
    region: 'fe',
    sellingPartnerId: 'A2JUNIPERKID81',
    theme: 'kids',
    openedOn: '2023-05-01',
    channels: [{ country: 'JP', ordersPerDay: 6 }],
  },
  // Sells in Germany; its advertising profile counts days nine hours later.
  meridian: {
    id: 'meridian',
    name: 'Meridian Audio',
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A1MERIDIANAU22',
    theme: 'audio',
    openedOn: '2023-01-15',
    channels: [{ country: 'DE', ordersPerDay: 5, ads: { profileId: 1_480_022_916_704_553, campaigns: 2, zone: 'America/Los_Angeles' } }],
  },
  'acme-vendor': {
    id: 'acme-vendor',
    name: 'Acme Vendor',
    kind: 'vendor',
    region: 'eu',
    sellingPartnerId: 'amzn1.vg.1007421',
    theme: 'outdoors',
    openedOn: '2022-01-01',
    channels: [
      { country: 'UK', ordersPerDay: 5 },
      { country: 'DE', ordersPerDay: 4 },
    ],
  },
}

export type AccountName = 'nordlys' | 'halden' | 'bike' | 'kestrel' | 'juniper' | 'meridian' | 'acme-vendor'

export function specOf(name: AccountName): AccountSpec {
  const spec = ACCOUNTS[name]
  if (spec === undefined) throw new Error(`no account ${name}`)
  return spec
}

export function storyWorld(names: readonly AccountName[]): WorldSpec {
  return { accounts: names.map(specOf) }
}
