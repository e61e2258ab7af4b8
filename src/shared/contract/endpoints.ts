import { z } from 'zod'
import type { AccountKind, ApiFamily, Region } from '../domain/region.ts'
import type { Figures } from './figures.ts'

const address = z
  .url({ protocol: /^https?$/ })
  .refine(isSafeAddress, { error: 'plain http is accepted for loopback only (127.0.0.1, [::1], localhost)' })
const byCountry = z.record(z.string().length(2), address)
const regional = z.strictObject({ na: address.optional(), eu: address.optional(), fe: address.optional() })
const adsRegion = z.strictObject({ api: address.optional(), token: address.optional() })

/** The endpoints file: overrides any part of Amazon's addresses; anything left out keeps its default, an unknown key is an error. */
export const endpointsFile = z.strictObject({
  login: z.strictObject({ token: address }).optional(),
  selling: regional.optional(),
  consent: z.strictObject({ seller: byCountry.optional(), vendor: byCountry.optional(), ads: regional.optional() }).optional(),
  ads: z.strictObject({ na: adsRegion.optional(), eu: adsRegion.optional(), fe: adsRegion.optional() }).optional(),
  broker: address.optional(),
})
export type EndpointsFile = z.infer<typeof endpointsFile>

/** Every outside address the app may call or open. */
export interface Endpoints {
  readonly loginToken: string
  readonly selling: Readonly<Record<Region, string>>
  readonly ads: Readonly<Record<Region, { readonly api: string; readonly token: string }>>
  readonly broker: string
  /** Consent page of a family, kind, region and country; null where Amazon has none. */
  consent(family: ApiFamily, kind: AccountKind, region: Region, country: string): string | null
  /** Hosts (with port) the consent popup may visit at top level, beside the broker's callback. */
  readonly consentHosts: readonly string[]
}

/** Amazon's addresses with the overrides laid over them. */
export function resolveEndpoints(figures: Figures, file: EndpointsFile): Endpoints {
  const ads = (region: Region) => ({
    api: file.ads?.[region]?.api ?? figures.ads[region].api,
    token: withPath(file.ads?.[region]?.token ?? figures.ads[region].token, '/auth/o2/token'),
  })
  const selling = (region: Region) => file.selling?.[region] ?? figures.selling[region]
  return {
    loginToken: withPath(file.login?.token ?? figures.login.token, '/auth/o2/token'),
    selling: { na: selling('na'), eu: selling('eu'), fe: selling('fe') },
    ads: { na: ads('na'), eu: ads('eu'), fe: ads('fe') },
    broker: (file.broker ?? figures.broker).replace(/\/$/, ''),
    consent: (family, kind, region, country) => consentPage(figures, file, { family, kind, region, country }),
    consentHosts: consentHosts(figures, file),
  }
}

interface ConsentQuestion {
  readonly family: ApiFamily
  readonly kind: AccountKind
  readonly region: Region
  readonly country: string
}

function consentPage(figures: Figures, file: EndpointsFile, { family, kind, region, country }: ConsentQuestion): string | null {
  if (family === 'advertising') return withPath(file.consent?.ads?.[region] ?? figures.ads[region].consent, '/ap/oa')
  const override = file.consent?.[kind]?.[country]
  if (override) return withPath(override, '/apps/authorize/consent')
  const host = centralHost(figures, { kind, region, country })
  return host === null ? null : `https://${host}/apps/authorize/consent`
}

function centralHost(figures: Figures, { kind, region, country }: Omit<ConsentQuestion, 'family'>): string | null {
  const found = figures.marketplaces.find((one) => one.country === country && one.region === region)
  if (!found) return null
  return kind === 'seller' ? found.sellerCentralHost : found.vendorCentralHost
}

function consentHosts(figures: Figures, file: EndpointsFile): string[] {
  const overrides = [file.consent?.seller, file.consent?.vendor, file.consent?.ads].flatMap((group) => Object.values(group ?? {}))
  const central = figures.marketplaces.flatMap((one) => [one.sellerCentralHost, one.vendorCentralHost])
  const ads = Object.values(figures.ads).map((one) => new URL(one.consent).host)
  const second = figures.otherCentralHosts.map((one) => one.host)
  const known = [...central, ...second, ...ads, ...figures.signInHosts].filter((host) => host !== null)
  return [...new Set([...known, ...overrides.filter((url) => url !== undefined).map((url) => new URL(url).host)])]
}

/** An origin alone gets Amazon's standard path; a whole address stays as it is. */
function withPath(address: string, path: string): string {
  const url = new URL(address)
  return url.pathname === '/' || url.pathname === '' ? url.origin + path : address
}

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname) || url.hostname.endsWith('.localhost')
}
