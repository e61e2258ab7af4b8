import { describe, expect, test } from 'vitest'
import type { Begun, Login } from '../../../src/main/core/ports/login.ts'
import type { DeviceKeyEntry } from '../../../src/main/core/ports/vault.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { valueOf } from '../value-of.ts'

export interface OpenLogin {
  readonly login: Login
  readonly device: DeviceKeyEntry
  readonly now: () => number
  /** The person consents at Amazon with this account; answers the hand-off that comes home. */
  readonly consent: (begun: Begun, identity: string) => Promise<string>
  /** From now on Amazon refuses every renewal. */
  readonly withdraw: (credential: string) => void
}

const HOUR_MS = 3_600_000

/** What core may expect of the login, whoever stands behind it. */
export function loginSuite(name: string, open: () => Promise<OpenLogin>): void {
  describe(name, () => {
    const begin = async () => {
      const world = await open()
      const begun = valueOf(
        await world.login.begin({ issuer: 'seller-eu', country: 'DE', returnTo: { kind: 'popup' }, device: world.device }),
      )
      return { ...world, begun }
    }
    const connect = async () => {
      const world = await begin()
      const handoff = new Secret(await world.consent(world.begun, 'A1SELLER'))
      const order = { issuer: 'seller-eu', handoff, verifier: world.begun.verifier, device: world.device } as const
      return { ...world, order, redeemed: valueOf(await world.login.redeem(order)) }
    }

    test('an attempt has a ticket in its address, six characters to compare, and an end', async () => {
      const { begun, now } = await begin()
      expect(new URL(begun.consentUrl).searchParams.get('state')).toBe(begun.ticket.reveal())
      expect(begun.shortCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
      expect(begun.callbackUrl).toMatch(/^https:\/\/[^/]+\/callback\/seller-eu$/)
      expect(begun.runsOutAt).toBeGreaterThan(now())
    })

    test('a hand-off brings the account that consented, an hour of access and a credential to keep', async () => {
      const { redeemed, now } = await connect()
      expect(redeemed.identity).toBe('A1SELLER')
      expect(redeemed.credential.way).toBe('broker')
      const lastsMs = redeemed.access.endsAt - now()
      expect(lastsMs).toBeGreaterThan(HOUR_MS * 0.9)
      expect(lastsMs).toBeLessThanOrEqual(HOUR_MS)
    })

    test('used twice, or with another verifier, a hand-off brings nothing and ends no grant', async () => {
      const { login, order } = await connect()
      const again = await login.redeem(order)
      expect(again.ok ? 'redeemed' : again.error.kind).toMatch(/^(code|handoff)-refused$/)
      const stolen = await login.redeem({ ...order, verifier: new Secret('A'.repeat(43)) })
      expect(stolen.ok ? 'redeemed' : stolen.error.kind).toBe('handoff-refused')
    })

    test('a kept credential renews, until the person withdraws it', async () => {
      const { login, device, redeemed, withdraw } = await connect()
      const order = { family: 'selling', region: 'eu', credential: redeemed.credential, device } as const
      expect((await login.renew(order)).ok).toBe(true)
      if (redeemed.credential.way === 'broker') withdraw(redeemed.credential.sealed.reveal())
      expect(await login.renew(order)).toMatchObject({ ok: false, error: { kind: 'grant-refused' } })
    })

    test('each way names where its credentials go', async () => {
      const { login } = await begin()
      expect(login.boundTo('broker', 'selling', 'eu')).toMatch(/^https:\/\/[^/]+$/)
      expect(login.boundTo('private-app', 'selling', 'eu')).not.toBe(login.boundTo('broker', 'selling', 'eu'))
    })
  })
}
