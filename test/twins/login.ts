import type { LoginTrouble } from '../../src/shared/domain/trouble.ts'
import type { Issuer } from '../../src/shared/domain/region.ts'
import { err, ok, type Result } from '../../src/shared/lib/result.ts'
import { Secret } from '../../src/shared/lib/secret.ts'
import { shortCode } from '../../src/shared/lib/short-code.ts'
import type { Clock } from '../../src/main/core/ports/clock.ts'
import type { AccessCredential, Begun, ContinueAt, Login, Redeemed, Renewed, ReturnTo } from '../../src/main/core/ports/login.ts'
import type { Random } from '../../src/main/core/ports/random.ts'
import { createFaults, type Faults } from './faults.ts'

export type LoginOperation = 'begin' | 'redeem' | 'renew'

export interface TwinLoginScript {
  readonly clock: Pick<Clock, 'now'>
  readonly random: Random
  /** Origin of the broker; changed to see what changed endpoints do. */
  readonly broker?: string
  /** Origin of the login endpoint used by a private app. */
  readonly tokenOrigin?: string
}

export interface TwinLogin extends Login {
  readonly faults: Faults<LoginOperation, null, LoginTrouble>
  /** The person consents with this account on the begun pages; answers the callback address. Identity null: advertising. */
  consent(consentUrl: string, identity: string | null): string
  /** Amazon refuses every renewal with this refresh (or sealed) credential from now on. */
  withdraw(refresh: string): void
  restore(refresh: string): void
  /** Refresh or sealed texts asked to renew, oldest first. */
  readonly renewals: readonly string[]
  count(operation: LoginOperation): number
}

interface OpenTicket {
  readonly issuer: Issuer
  readonly verifier: string
  readonly ticket: string
  readonly returnTo: ReturnTo
}
interface HandOff {
  readonly opened: OpenTicket
  readonly identity: string | null
  used: boolean
}

const HOUR_MS = 3_600_000
const TICKET_MS = 600_000

/** Amazon's login and the broker in memory: a hand-off works once, only with its own verifier and issuer. */
export function createTwinLogin(script: TwinLoginScript): TwinLogin {
  const { clock, random } = script
  const broker = script.broker ?? 'https://broker.example'
  const faults = createFaults<LoginOperation, null, LoginTrouble>()
  const counts = { begin: 0, redeem: 0, renew: 0 }
  const tickets = new Map<string, OpenTicket>()
  const handOffs = new Map<string, HandOff>()
  const withdrawn = new Set<string>()
  const renewals: string[] = []
  const fresh = (prefix: string) => random.id(prefix)
  const access = (clientId: string): AccessCredential => ({ access: new Secret(fresh('access')), clientId, endsAt: clock.now() + HOUR_MS })
  const counted = <Value>(operation: LoginOperation, answer: () => Result<Value, LoginTrouble>) => {
    counts[operation] += 1
    const fault = faults.take(operation, null)
    return fault === null ? answer() : err(fault)
  }

  const begin = (issuer: Issuer, returnTo: ReturnTo, continueAt?: ContinueAt): Begun => {
    const opened = { issuer, returnTo, ticket: fresh('ticket'), verifier: fresh('verifier') }
    tickets.set(opened.ticket, opened)
    return {
      ticket: new Secret(opened.ticket),
      verifier: new Secret(opened.verifier),
      shortCode: shortCode(opened.verifier, (text) => random.sha256(text)),
      consentUrl: consentUrlOf(issuer, opened.ticket, continueAt),
      callbackUrl: `${broker}/callback/${issuer}`,
      runsOutAt: clock.now() + TICKET_MS,
    }
  }

  const redeem = (issuer: Issuer, text: string, verifier: string): Result<Redeemed, LoginTrouble> => {
    const handOff = handOffs.get(text)
    if (!handOff || handOff.opened.issuer !== issuer || handOff.opened.verifier !== verifier)
      return err({ kind: 'handoff-refused', evidence: 'handoff-refused' })
    if (handOff.used) return err({ kind: 'code-refused', evidence: 'invalid_grant' })
    handOff.used = true
    return ok({
      access: access('publisher-client'),
      credential: { way: 'broker', issuer, sealed: new Secret(fresh('sealed')) },
      identity: handOff.identity,
    })
  }

  const renew = (refresh: string, clientId: string): Result<Renewed, LoginTrouble> => {
    renewals.push(refresh)
    if (withdrawn.has(refresh)) return err({ kind: 'grant-refused', evidence: 'invalid_grant' })
    return ok({ access: access(clientId), credential: null })
  }

  return {
    faults,
    renewals,
    count: (operation) => counts[operation],
    withdraw: (refresh) => void withdrawn.add(refresh),
    restore: (refresh) => void withdrawn.delete(refresh),
    consent: (consentUrl, identity) => {
      const opened = tickets.get(new URL(consentUrl).searchParams.get('state') ?? '')
      if (!opened) throw new Error('these consent pages were never begun')
      const text = fresh('handoff')
      handOffs.set(text, { opened, identity, used: false })
      return callback(opened, text, random)
    },
    makeDeviceKeys: async () => ({ kind: 'device-key', signing: new Secret(fresh('signing')), sealing: new Secret(fresh('sealing')) }),
    begin: async ({ issuer, returnTo, continueAt }) => counted('begin', () => ok(begin(issuer, returnTo, continueAt))),
    redeem: async ({ issuer, handoff, verifier }) => counted('redeem', () => redeem(issuer, handoff.reveal(), verifier.reveal())),
    renew: async ({ credential }) =>
      counted('renew', () =>
        credential.way === 'broker'
          ? renew(credential.sealed.reveal(), 'publisher-client')
          : renew(credential.refresh.reveal(), credential.clientId),
      ),
    boundTo: (way) => (way === 'broker' ? broker : (script.tokenOrigin ?? 'https://api.amazon.com')),
  }
}

/** The callback names the attempt by the hash of its ticket, which is what an attempt's row holds. */
function callback({ issuer, ticket, returnTo }: OpenTicket, handoff: string, random: Random): string {
  const attempt = random.base64url(random.sha256(ticket))
  if (returnTo.kind === 'loopback')
    return `http://127.0.0.1:${returnTo.port}/oauth/callback?issuer=${issuer}&handoff=${handoff}&attempt=${attempt}`
  return `springline://authorize/${issuer}?handoff=${handoff}&attempt=${attempt}`
}

function consentUrlOf(issuer: Issuer, ticket: string, continueAt?: ContinueAt): string {
  if (continueAt === undefined) return `https://consent.example/${issuer}?state=${ticket}`
  return `${continueAt.callbackUri}?amazon_state=${continueAt.amazonState}&state=${ticket}`
}
