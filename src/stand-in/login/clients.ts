import type { Sealer } from '../lib/sealing.ts'
import type { Region } from '../world/marketplaces.ts'
import type { Family } from '../world/spec.ts'
import type { World } from '../world/world.ts'

/** A program Amazon knows by its id and secret. */
export type Client = {
  readonly clientId: string
  readonly clientSecret: string
  readonly family: Family
  /** Set for an account's own private app, which no other account can use. */
  readonly ownAccount?: string
}

/** The publisher's application as the consent page and the token endpoint know it. */
export type Publisher = {
  readonly name: string
  readonly applicationId: string
  readonly selling: Client
  readonly advertising: Readonly<Record<Region, Client>>
  find(clientId: string): Client | undefined
  privateApp(accountId: string, family: Family): Client
  /** A private app that several accounts authorize, e.g. an agency's. */
  sharedApp(family: Family): Client
}

export function createPublisher(world: World, sealer: Sealer): Publisher {
  const client = (name: string, family: Family): Client => ({
    clientId: `amzn1.application-oa2-client.${sealer.deriveHex('client-id', name, 32)}`,
    clientSecret: `amzn1.oa2-cs.v1.${sealer.deriveHex('client-secret', name, 64)}`,
    family,
  })
  const selling = client('publisher selling', 'selling')
  const advertising = {
    na: client('publisher ads na', 'advertising'),
    eu: client('publisher ads eu', 'advertising'),
    fe: client('publisher ads fe', 'advertising'),
  }
  const privateApp = (accountId: string, family: Family): Client => ({
    ...client(`private ${family} ${accountId}`, family),
    ownAccount: accountId,
  })
  const sharedApp = (family: Family): Client => client(`shared private ${family}`, family)
  const all = new Map<string, Client>()
  for (const one of [selling, ...Object.values(advertising), sharedApp('selling'), sharedApp('advertising')]) all.set(one.clientId, one)
  for (const account of world.accounts) {
    for (const family of ['selling', 'advertising'] as const) {
      const own = privateApp(account.id, family)
      all.set(own.clientId, own)
    }
  }
  const uuid = sealer.deriveHex('application', 'publisher', 32)
  return {
    name: 'Springline',
    applicationId: `amzn1.sp.solution.${uuid.slice(0, 8)}-${uuid.slice(8, 12)}-${uuid.slice(12, 16)}-${uuid.slice(16, 20)}-${uuid.slice(20)}`,
    selling,
    advertising,
    find: (clientId) => all.get(clientId),
    privateApp,
    sharedApp,
  }
}
