import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import { err } from '../../../shared/lib/result.ts'
import type { Login } from '../../core/ports/login.ts'
import { type BrokerLogin, createBrokerLogin } from './broker-login.ts'
import { makeDeviceKeys } from './device-key.ts'
import { renewPrivateApp } from './private-app-login.ts'
import { tokenUrlFor } from './token-url.ts'
import type { LoginWorld } from './world.ts'

const NO_BROKER: LoginTrouble = { kind: 'publisher-problem', evidence: 'no broker is configured' }

/** Both ways to credentials behind the one port: the publisher's broker, and the person's own private app. */
export function createLogin(world: LoginWorld): Login {
  const origin = world.endpoints.broker
  const broker: BrokerLogin | null = origin === '' ? null : createBrokerLogin(world, origin)
  return {
    makeDeviceKeys,
    begin: async (order) => broker?.begin(order) ?? err(NO_BROKER),
    redeem: async (order) => broker?.redeem(order) ?? err(NO_BROKER),
    renew: async ({ credential, device, family, region, signal }) => {
      const stop = signal === undefined ? {} : { signal }
      if (credential.way === 'private-app') return renewPrivateApp(world, { family, region, credential, ...stop })
      return broker?.renew({ credential, device, ...stop }) ?? err(NO_BROKER)
    },
    boundTo: (way, family, region) => {
      if (way === 'broker') return origin
      return new URL(tokenUrlFor(world.endpoints, family, region)).origin
    },
  }
}
