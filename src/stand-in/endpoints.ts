import { MARKETPLACES, REGIONS, type Region } from './world/marketplaces.ts'

/** Where everything is, in the form the app's endpoints override reads. */
export type EndpointsFile = {
  readonly login: { readonly token: string }
  readonly selling: Readonly<Record<Region, string>>
  readonly consent: {
    /** By marketplace country. */
    readonly seller: Readonly<Record<string, string>>
    readonly vendor: Readonly<Record<string, string>>
    readonly ads: Readonly<Record<Region, string>>
  }
  readonly ads: Readonly<Record<Region, { readonly api: string; readonly token: string }>>
}

export function endpointsAt(origin: string): EndpointsFile {
  const consent = (kind: string): Record<string, string> =>
    Object.fromEntries(MARKETPLACES.map(({ country }) => [country, `${origin}/consent/${kind}/${country}/apps/authorize/consent`]))
  return {
    login: { token: `${origin}/login/auth/o2/token` },
    selling: byRegion((region) => `${origin}/selling-${region}`),
    consent: { seller: consent('seller'), vendor: consent('vendor'), ads: byRegion((region) => `${origin}/consent/ads/${region}/ap/oa`) },
    ads: byRegion((region) => ({ api: `${origin}/ads-${region}`, token: `${origin}/ads-${region}-login/auth/o2/token` })),
  }
}

function byRegion<T>(make: (region: Region) => T): Record<Region, T> {
  const [na, eu, fe] = REGIONS
  return { na: make(na ?? 'na'), eu: make(eu ?? 'eu'), fe: make(fe ?? 'fe') }
}
