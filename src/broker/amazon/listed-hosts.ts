import figuresFile from '../../../resources/figures.json' with { type: 'json' }
import { figures } from '../../shared/contract/figures.ts'
import { ISSUERS, type Issuer } from '../../shared/domain/region.ts'

/** The issuers whose renewal can begin at Amazon: advertising has no log-in leg (docs/amazon.md §1.1). */
export const LOG_IN_ISSUERS = ISSUERS.filter((issuer) => !issuer.startsWith('ads-'))

/** Amazon's consent hosts of one issuer, or of all, from the figures file. Read once, when the broker is made. */
export function readListedHosts(): (issuer: Issuer | undefined) => ReadonlySet<string> {
  const { marketplaces, otherCentralHosts } = figures.parse(figuresFile)
  const byIssuer = new Map<Issuer | undefined, ReadonlySet<string>>()
  for (const issuer of [undefined, ...LOG_IN_ISSUERS]) {
    const hosts = marketplaces.flatMap((one) => [
      ...(isOf(issuer, `seller-${one.region}`) ? [one.sellerCentralHost] : []),
      ...(isOf(issuer, `vendor-${one.region}`) && one.vendorCentralHost !== null ? [one.vendorCentralHost] : []),
    ])
    const second = otherCentralHosts.filter((one) => isOf(issuer, `${one.kind}-${one.region}`)).map((one) => one.host)
    byIssuer.set(issuer, new Set([...hosts, ...second]))
  }
  return (issuer) => byIssuer.get(issuer) ?? new Set()
}

function isOf(wanted: Issuer | undefined, issuer: Issuer): boolean {
  return wanted === undefined || wanted === issuer
}
