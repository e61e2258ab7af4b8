import { ok } from './answers.ts'
import type { Operation } from './operation.ts'
import type { Marketplace } from '../world/marketplaces.ts'

/** Which marketplaces a seller takes part in, with the shadow marketplaces that belong to them. */
export const getMarketplaceParticipations: Operation = {
  id: 'getMarketplaceParticipations',
  method: 'get',
  path: '/sellers/v1/marketplaceParticipations',
  roles: ['Product Listing', 'Selling Partner Insights'],
  kind: 'seller',
  answer: ({ core, caller }) => {
    const channels = core.world.channelsOf(caller.account.id)
    const real = channels.map(({ marketplace }) => participation(marketplace, marketplace.id, nameOf(marketplace), marketplace.domain))
    const shadow = channels.flatMap(({ marketplace }) =>
      marketplace.shadowId === undefined
        ? []
        : [
            participation(
              marketplace,
              marketplace.shadowId,
              `Non-Amazon ${marketplace.country}`,
              `si-prod-${marketplace.country.toLowerCase()}-marketplace.stand-in`,
            ),
          ],
    )
    const storeName = caller.account.name
    const participates = core.faults.look('not-participating', { account: caller.account.id }) === undefined
    const inactive = core.faults.look('listings-inactive', { account: caller.account.id }) !== undefined
    const standing = { isParticipating: participates, hasSuspendedListings: inactive }
    return ok({ payload: [...real, ...shadow].map((one) => ({ ...one, participation: standing, storeName })) })
  },
}

function nameOf(marketplace: Marketplace): string {
  return marketplace.domain.replace(/^amazon/, 'Amazon')
}

function participation(marketplace: Marketplace, id: string, name: string, domain: string): Record<string, unknown> {
  return {
    marketplace: {
      id,
      name,
      countryCode: marketplace.country === 'UK' ? 'GB' : marketplace.country,
      defaultCurrencyCode: marketplace.currency,
      defaultLanguageCode: marketplace.language,
      domainName: `www.${domain}`,
    },
  }
}
