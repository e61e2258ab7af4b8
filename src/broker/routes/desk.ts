import type { Issuer } from '../../shared/domain/region.ts'
import { isAdsIssuer } from '../../shared/contract/broker/issuer.ts'
import type { LoginLine } from '../amazon/ask-login.ts'
import { readListedHosts } from '../amazon/listed-hosts.ts'
import type { BrokerConfig, BrokerPorts, LoginApp } from '../config.ts'
import { type KeyRing, openKeyRing } from '../keys/key-ring.ts'
import { type RateLimit, createRateLimit } from '../limits/rate-limit.ts'
import { DEVICE_LIMIT, LIMIT_CAPACITY, NONCE_CAPACITY, NONCE_SECONDS } from '../policy.ts'
import { type NonceSet, createNonceSet } from '../proof/nonce-set.ts'

/** All that a route needs. Recent nonces and recent counts are the only things a broker keeps. */
export interface Desk {
  readonly config: BrokerConfig
  readonly ports: BrokerPorts
  readonly rings: { readonly ticket: KeyRing; readonly handoff: KeyRing; readonly credential: KeyRing }
  readonly nonces: NonceSet
  /** Counts requests by device key. */
  readonly devices: RateLimit
  /** Amazon's consent hosts of an issuer, or of all. */
  readonly listedHosts: (issuer: Issuer | undefined) => ReadonlySet<string>
}

export function openDesk(config: BrokerConfig, ports: BrokerPorts): Desk {
  return {
    config,
    ports,
    rings: {
      ticket: openKeyRing(config.keys, 'ticket'),
      handoff: openKeyRing(config.keys, 'handoff'),
      credential: openKeyRing(config.keys, 'sealed-credential'),
    },
    nonces: createNonceSet({ lifetimeMs: NONCE_SECONDS * 1000, capacity: NONCE_CAPACITY }),
    devices: createRateLimit({ ...(config.limits?.device ?? DEVICE_LIMIT), capacity: LIMIT_CAPACITY }),
    listedHosts: readListedHosts(),
  }
}

/** The app this broker speaks for at an issuer, if it has one. */
export function appFor(config: BrokerConfig, issuer: Issuer): LoginApp | undefined {
  if (!isAdsIssuer(issuer)) return config.selling
  return config.ads[ADS_REGION[issuer]]
}

/** The line to Amazon's login endpoint for an issuer. */
export function lineFor(desk: Desk, issuer: Issuer): LoginLine | undefined {
  const app = appFor(desk.config, issuer)
  return app && { app, fetch: desk.ports.fetch, allowLoopback: desk.config.allowLoopback }
}

const ADS_REGION = { 'ads-na': 'na', 'ads-eu': 'eu', 'ads-fe': 'fe' } as const
