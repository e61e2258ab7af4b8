import type { Issuer } from '../../shared/domain/region.ts'
import { isAdsIssuer } from '../../shared/contract/broker/issuer.ts'
import type { LoginLine } from '../amazon/ask-login.ts'
import type { BrokerConfig, BrokerPorts, LoginApp } from '../config.ts'
import { type KeyRing, openKeyRing } from '../keys/key-ring.ts'
import { NONCE_CAPACITY, NONCE_SECONDS } from '../policy.ts'
import { type NonceSet, createNonceSet } from '../proof/nonce-set.ts'

/** All that a route needs. The nonce set is the only thing a broker keeps. */
export interface Desk {
  readonly config: BrokerConfig
  readonly ports: BrokerPorts
  readonly rings: { readonly ticket: KeyRing; readonly handoff: KeyRing; readonly credential: KeyRing }
  readonly nonces: NonceSet
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
