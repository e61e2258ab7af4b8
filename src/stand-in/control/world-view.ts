import type { Core } from '../core.ts'
import type { Client } from '../login/clients.ts'
import { MARKETPLACES, REGIONS } from '../world/marketplaces.ts'
import type { AccountSpec } from '../world/spec.ts'

/** What a broker's publisher would have been given by Amazon, for one family and region. */
export type PublisherApp = {
  readonly applicationId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUris: readonly string[]
  readonly tokenUrl: string
}

export type WorldView = {
  readonly publisher: {
    readonly selling: Readonly<Record<string, PublisherApp>>
    readonly advertising: Readonly<Record<string, PublisherApp>>
  }
  readonly privateApps: readonly {
    readonly account: string
    readonly family: string
    readonly clientId: string
    readonly clientSecret: string
  }[]
  readonly accounts: readonly AccountView[]
}

export type AccountView = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly region: string
  readonly sellingPartnerId: string
  readonly marketplaces: readonly { readonly id: string; readonly country: string; readonly currency: string; readonly zone: string }[]
  readonly adsProfiles: readonly { readonly profileId: number; readonly country: string; readonly marketplaceId: string }[]
  readonly roles: readonly string[]
  readonly grants: readonly {
    readonly id: string
    readonly family: string
    readonly clientId: string
    readonly consentedAt: number
    readonly endsAt: number
  }[]
}

/** Everything somebody needs to know to use this world; the control surface is for tests, so secrets are in it. */
export function describeWorld(core: Core): WorldView {
  const { publisher, state, world } = core
  const app = (client: Client, token: string): PublisherApp => ({
    applicationId: publisher.applicationId,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    redirectUris: state.redirects,
    tokenUrl: `${core.origin()}/${token}/auth/o2/token`,
  })
  return {
    publisher: {
      selling: Object.fromEntries(REGIONS.map((region) => [region, app(publisher.selling, 'login')])),
      advertising: Object.fromEntries(REGIONS.map((region) => [region, app(publisher.advertising[region], `ads-${region}-login`)])),
    },
    privateApps: world.accounts.flatMap((account) =>
      (['selling', 'advertising'] as const).map((family) => {
        const { clientId, clientSecret } = publisher.privateApp(account.id, family)
        return { account: account.id, family, clientId, clientSecret }
      }),
    ),
    accounts: world.accounts.map((account) => describeAccount(core, account)),
  }
}

function describeAccount(core: Core, account: AccountSpec): AccountView {
  const channels = core.world.channelsOf(account.id)
  return {
    id: account.id,
    name: account.name,
    kind: account.kind,
    region: account.region,
    sellingPartnerId: account.sellingPartnerId,
    marketplaces: channels.map(({ marketplace: { id, country, currency, zone } }) => ({ id, country, currency, zone })),
    adsProfiles: channels.flatMap(({ ads, marketplace }) =>
      ads === undefined ? [] : [{ profileId: ads.profileId, country: marketplace.country, marketplaceId: marketplace.id }],
    ),
    roles: core.world.rolesOf(account).filter((role) => !core.state.rolesRemoved.includes(`${account.id} ${role}`)),
    grants: core.state.grants
      .filter((grant) => grant.accountId === account.id)
      .map(({ id, family, clientId, consentedAt, endsAt }) => ({ id, family, clientId, consentedAt, endsAt })),
  }
}

/** The marketplace a test may name by country or by id. */
export function marketplaceNamed(text: string): string | undefined {
  return MARKETPLACES.find((one) => one.id === text || one.country === text)?.id
}
