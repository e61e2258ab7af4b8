import type { AccountSpec, WorldSpec } from './spec.ts'

/** Six accounts with fourteen channels over three regions, and strangers to choose by mistake. */
export function demoWorld(): WorldSpec {
  return { accounts: [...sellers, vendor, ...strangers] }
}

const sellers: readonly AccountSpec[] = [
  {
    id: 'nordlys',
    name: 'Nordlys Home',
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A2NORDLYSHOME7',
    theme: 'home',
    openedOn: '2023-03-01',
    channels: [
      { country: 'DE', ordersPerDay: 46, ads: { profileId: 3_318_204_477_112_045, campaigns: 8 } },
      { country: 'FR', ordersPerDay: 24, ads: { profileId: 1_204_881_933_570_216, campaigns: 5 } },
      { country: 'IT', ordersPerDay: 18, ads: { profileId: 2_771_044_610_398_855, campaigns: 4 } },
      { country: 'ES', ordersPerDay: 15, ads: { profileId: 883_120_557_204_931, campaigns: 4 } },
      { country: 'NL', ordersPerDay: 8 },
    ],
  },
  {
    id: 'acme-na',
    name: 'Acme Outdoors',
    kind: 'seller',
    region: 'na',
    sellingPartnerId: 'A1ACMEOUTDOOR3',
    theme: 'outdoors',
    openedOn: '2022-06-01',
    channels: [
      // Just below the largest whole number a JSON reader can hold exactly.
      { country: 'US', ordersPerDay: 54, ads: { profileId: 9_007_199_254_740_881, campaigns: 10 } },
      { country: 'CA', ordersPerDay: 14, ads: { profileId: 4_410_229_018_663_720, campaigns: 4 } },
      { country: 'MX', ordersPerDay: 9 },
    ],
  },
  {
    id: 'kestrel',
    name: 'Kestrel Audio',
    kind: 'seller',
    region: 'na',
    sellingPartnerId: 'A3KESTRELAUD10',
    theme: 'audio',
    openedOn: '2023-09-01',
    channels: [{ country: 'US', ordersPerDay: 31, ads: { profileId: 2_058_133_940_774_612, campaigns: 6 } }],
  },
  {
    id: 'halden',
    name: 'Halden Home',
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A1HALDENHOME55',
    theme: 'home',
    openedOn: '2023-01-15',
    channels: [{ country: 'UK', ordersPerDay: 27, ads: { profileId: 1_690_477_205_118_343, campaigns: 5 } }],
  },
  {
    id: 'juniper-jp',
    name: 'Juniper Kids',
    kind: 'seller',
    region: 'fe',
    sellingPartnerId: 'A2JUNIPERKID81',
    theme: 'kids',
    openedOn: '2023-05-01',
    channels: [
      { country: 'JP', ordersPerDay: 33, ads: { profileId: 3_902_771_466_055_108, campaigns: 6 } },
      { country: 'AU', ordersPerDay: 12 },
    ],
  },
]

const vendor: AccountSpec = {
  id: 'acme-vendor',
  name: 'Acme Vendor',
  kind: 'vendor',
  region: 'eu',
  sellingPartnerId: 'amzn1.vg.1007421',
  theme: 'outdoors',
  openedOn: '2022-01-01',
  channels: [
    { country: 'UK', ordersPerDay: 40, ads: { profileId: 2_240_615_890_337_104, campaigns: 5 } },
    { country: 'DE', ordersPerDay: 34 },
  ],
}

const strangers: readonly AccountSpec[] = [
  {
    id: 'bike-eu',
    name: 'Bike & Co',
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A3BIKEANDCOEU2',
    theme: 'bikes',
    openedOn: '2024-02-01',
    channels: [{ country: 'DE', ordersPerDay: 11, ads: { profileId: 1_117_340_286_990_457, campaigns: 2 } }],
  },
  {
    id: 'bike-na',
    name: 'Bike & Co',
    kind: 'seller',
    region: 'na',
    sellingPartnerId: 'A3BIKEANDCONA8',
    theme: 'bikes',
    openedOn: '2024-02-01',
    channels: [{ country: 'US', ordersPerDay: 13, ads: { profileId: 2_866_014_733_092_518, campaigns: 2 } }],
  },
  {
    id: 'sora-fe',
    name: 'Sora Cycles',
    kind: 'seller',
    region: 'fe',
    sellingPartnerId: 'A1SORACYCLES94',
    theme: 'bikes',
    openedOn: '2024-02-01',
    channels: [{ country: 'JP', ordersPerDay: 10, ads: { profileId: 3_071_559_124_880_263, campaigns: 2 } }],
  },
  {
    id: 'parlour-vendor',
    name: 'Parlour Goods',
    kind: 'vendor',
    region: 'eu',
    sellingPartnerId: 'amzn1.vg.2290886',
    theme: 'home',
    openedOn: '2024-01-01',
    channels: [{ country: 'UK', ordersPerDay: 12 }],
  },
]
