import { z } from 'zod'

const host = z.string().regex(/^[a-z0-9.-]+$/)
const https = z.url({ protocol: /^https$/ })
const marketplace = z.strictObject({
  id: z.string(),
  country: z.string().length(2),
  name: z.string(),
  currency: z.string().length(3),
  region: z.enum(['na', 'eu', 'fe']),
  zone: z.string(),
  sellerCentralHost: host,
  vendorCentralHost: host.nullable(),
})
const byRegion = <Value extends z.ZodType>(value: Value) => z.strictObject({ na: value, eu: value, fe: value })

/** `resources/figures.json`: Amazon's hosts and marketplaces with source and date, read once at start. */
export const figures = z.strictObject({
  checkedOn: z.string(),
  sources: z.array(z.string()),
  marketplaces: z.array(marketplace).min(20),
  /** Second addresses of some Seller and Vendor Centrals: the person may be signed in there; nothing is begun there. */
  otherCentralHosts: z.array(
    z.strictObject({ kind: z.enum(['seller', 'vendor']), region: z.enum(['na', 'eu', 'fe']), country: z.string().length(2), host }),
  ),
  login: z.strictObject({ token: https }),
  selling: byRegion(https),
  ads: byRegion(z.strictObject({ api: https, token: https, consent: https })),
  /** Hosts the popup may show beside the consent hosts: Amazon's sign-in pages. */
  signInHosts: z.array(host),
  broker: https,
})
export type Figures = z.infer<typeof figures>
