import type { OneAtATime } from '../../../shared/lib/one-at-a-time.ts'
import { ok, type Result } from '../../../shared/lib/result.ts'
import type { AccountId, AuthorizationId, Instant } from '../../../shared/domain/ids.ts'
import type { LoginWeatherEntry } from '../../../shared/domain/judge-outage.ts'
import type { AccessKeeper, NoAccess } from '../ports/access-keeper.ts'
import type { EvidenceBook } from '../ports/evidence-book.ts'
import type { AccessCredential } from '../ports/login.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { AuthorizationPorts } from './authorization-ports.ts'
import type { BackOff } from './back-off.ts'
import { createConfirmations } from './confirmations.ts'
import { createLoginWeather } from './login-weather.ts'
import { ACCESS_MARGIN_MS } from './policy.ts'
import { renewAccess, takeUpConfirmations } from './renew-access.ts'
import type { RenewalDesk } from './renewal-desk.ts'

/** The access keeper as the rest of the authorization feature uses it. */
export interface Keeper extends AccessKeeper {
  /** Renews now, whatever is held and whatever waits were kept; a planned second refusal stays where it is planned. */
  renewByHand(id: AuthorizationId): Promise<HandRenewal>
  /** Takes over the access credential of a grant just obtained; waits of the old grant end. */
  adopt(id: AuthorizationId, access: AccessCredential): void
  /** Forgets everything kept in memory about an authorization. */
  drop(id: AuthorizationId): void
  /** Ends waits after failures, because a person asked or the network came back. A first refusal stays remembered. */
  skipBackOff(ids: readonly AuthorizationId[] | 'all'): void
  /** Answers of the login endpoint in the last half hour, for the outage judge of health. */
  loginWeather(): readonly LoginWeatherEntry[]
  /** Takes up confirmations that were due when the app last ended. */
  start(): Promise<void>
  stop(): void
}

export interface HandRenewal {
  readonly access: Result<AccessCredential, NoAccess>
  /** What the login answered; null when it went well or nothing was sent. */
  readonly met: LoginTrouble | null
}

export interface KeeperOrder {
  readonly ports: Pick<AuthorizationPorts, 'clock' | 'random' | 'log' | 'vault' | 'login' | 'stores'>
  readonly oneAtATime: OneAtATime
  readonly evidence: EvidenceBook
  readonly onChange: (accountId: AccountId) => void
}

/** Keeps access credentials in memory and renews them, one at a time per authorization. */
export function createAccessKeeper({ ports, oneAtATime, evidence, onChange }: KeeperOrder): Keeper {
  const cache = new Map<AuthorizationId, AccessCredential>()
  const backOffs = new Map<AuthorizationId, BackOff>()
  const weather = createLoginWeather()
  const confirmations = createConfirmations(ports.clock, (id) => void accessFor(id))
  const met = new Map<AuthorizationId, LoginTrouble>()
  const desk: RenewalDesk = { ports, backOffs, weather, evidence, confirmations, met, onChange }

  function accessFor(id: AuthorizationId): Promise<Result<AccessCredential, NoAccess>> {
    const held = usable(cache.get(id), ports.clock.now())
    if (held) return Promise.resolve(ok(held))
    return oneAtATime(id, async () => {
      // Whoever waited in the queue looks again: the one before may have renewed.
      const fresh = usable(cache.get(id), ports.clock.now())
      if (fresh) return ok(fresh)
      cache.delete(id)
      const renewed = await renewAccess(desk, id)
      if (renewed.ok) cache.set(id, renewed.value)
      return renewed
    })
  }

  const drop = (id: AuthorizationId) => {
    cache.delete(id)
    backOffs.delete(id)
    confirmations.cancel(id)
  }

  const renewByHand = (id: AuthorizationId): Promise<HandRenewal> =>
    oneAtATime(id, async () => {
      met.delete(id)
      const access = await renewAccess(desk, id, 'by-hand')
      if (access.ok) cache.set(id, access.value)
      // The hour still held would answer the second renewal in Amazon's place.
      else if (access.error.kind === 'refused-once' || access.error.kind === 'reconnect-required') cache.delete(id)
      return { access, met: met.get(id) ?? null }
    })

  return {
    accessFor,
    renewByHand,
    forget: (id, used) => {
      if (cache.get(id)?.access === used.access) cache.delete(id)
    },
    adopt: (id, access) => {
      drop(id)
      cache.set(id, access)
    },
    drop,
    skipBackOff: (ids) => {
      if (ids === 'all') backOffs.clear()
      else for (const id of ids) backOffs.delete(id)
    },
    loginWeather: () => weather.recent(),
    start: async () => {
      await takeUpConfirmations(desk)
    },
    stop: () => confirmations.cancelAll(),
  }
}

function usable(access: AccessCredential | undefined, now: Instant): AccessCredential | null {
  return access !== undefined && access.endsAt - ACCESS_MARGIN_MS > now ? access : null
}
